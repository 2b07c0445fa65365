import type { Reaction } from '@ajar/shared';
import { type ReactNode, Suspense, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call, LocalMedia, Participant } from '../media-client/index.ts';
import { HostMenu } from '../moderation/index.ts';
import { useStore } from '../use-store.ts';
import type { Rect } from './layout.ts';
import { PinPress } from './PinPress.tsx';
import { SharedScreen, useScreens } from './SharedScreen.tsx';
import { Tile } from './Tile.tsx';
import { useFocusKept } from './use-focus-kept.ts';
import { usePlaces } from './use-places.ts';
import { useSight } from './use-sight.ts';
import { useSize } from './use-size.ts';

interface PeopleProps {
  call: Call;
  local: LocalMedia;
  /** Whether what is not needed at once is drawn too. */
  whole: boolean;
}

/** Everybody in the call, oneself last, and what is shared. */
export function People({ call, local, whole }: PeopleProps) {
  const { t } = useTranslation('call');
  const { participants, speaker, me } = useStore(call.state);
  const { hands, reactions } = useStore(call.floor.state);
  const [area, size] = useSize<HTMLElement>();
  useFocusKept(area);
  const saving = useStore(local.state, (state) => state.saving);
  const screens = useScreens(call, local);
  const people = useMemo(() => participants.map(({ memberId }) => memberId), [participants]);
  const spots = screens.map(({ spot }) => spot);
  const places = usePlaces(call, people, spots, size);
  const shown = useCallback(() => call.pictureShown(), [call]);
  return (
    <section ref={area} className="call-people" aria-label={t('stageLabel')} tabIndex={-1}>
      {screens.map((shared) => (
        <SharedScreen
          key={shared.spot}
          call={call}
          local={local}
          shared={shared}
          place={places.of(shared.spot)}
          many={places.many}
        />
      ))}
      {participants.map((person) => (
        <OtherTile
          key={person.memberId}
          call={call}
          saving={saving}
          person={person}
          speaking={speaker === person.memberId}
          place={places.of(`person ${person.memberId}`)}
          hand={hands.indexOf(person.memberId) + 1}
          reaction={reactions.get(person.memberId)}
          onShown={shown}
        >
          {whole && places.many && <PinPress call={call} spot={`person ${person.memberId}`} name={person.name} />}
          {whole && me?.moderates && (
            <Suspense>
              <HostMenu call={call} person={person} />
            </Suspense>
          )}
        </OtherTile>
      ))}
      <OwnTile call={call} local={local} place={places.of('own')} />
    </section>
  );
}

interface OtherTileProps {
  call: Call;
  /** Cameras do not come: the last picture of one would be a lie. */
  saving: boolean;
  person: Participant;
  speaking: boolean;
  place: Rect;
  hand: number;
  reaction: Reaction | undefined;
  onShown: () => void;
  children: ReactNode;
}

function OtherTile({ call, saving, person, children, ...rest }: OtherTileProps) {
  const sight = useSight(call, person.memberId, 'camera');
  const weak = useStore(call.connection, ({ people }) => people.get(person.memberId)?.quality === 'weak');
  const { camera, microphone } = person.tracks;
  return (
    <Tile
      name={person.name}
      picture={camera && !camera.paused && !saving ? camera.track : null}
      muted={!microphone || microphone.paused}
      reconnecting={person.reconnecting}
      listening={person.listening ?? false}
      sight={sight}
      weak={weak}
      {...rest}
    >
      {children}
    </Tile>
  );
}

function OwnTile({ call, local, place }: Omit<PeopleProps, 'whole'> & { place: Rect }) {
  const { t } = useTranslation('call');
  const me = useStore(call.state, (state) => state.me);
  const { hands, reactions } = useStore(call.floor.state);
  const speaking = useStore(local.meter.state, (meter) => meter.speaking);
  const { tracks, muted, shown } = useStore(local.state);
  return (
    <Tile
      name={me?.name ?? t('tile.you')}
      picture={(shown && tracks.camera) || null}
      you
      muted={muted || !tracks.microphone}
      speaking={speaking}
      place={place}
      hand={me ? hands.indexOf(me.memberId) + 1 : 0}
      reaction={me ? reactions.get(me.memberId) : undefined}
    />
  );
}
