import type { MemberId, Reaction } from '@ajar/shared';
import { type ReactNode, Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Call, LocalMedia, Participant } from '../media-client/index.ts';
import { HostMenu } from '../moderation/index.ts';
import { arrange, type Rect } from './layout.ts';
import { ScreenTile, Tile } from './Tile.tsx';
import { useSight } from './use-sight.ts';
import { useSize } from './use-size.ts';

interface PeopleProps {
  call: Call;
  local: LocalMedia;
}

const nowhere: Rect = { left: 0, top: 0, width: 0, height: 0 };

/** Everybody in the call, oneself last, and what is shared. */
export function People({ call, local }: PeopleProps) {
  const { t } = useTranslation('call');
  const { participants, speaker, me } = useStore(call.state);
  const { hands, reactions } = useStore(call.floor.state);
  const [area, size] = useSize<HTMLElement>();
  const saving = useStore(local.state, (state) => state.saving);
  const ownScreen = useStore(local.state, ({ tracks }) => tracks.screen);
  const screens = [
    ...participants.flatMap(({ memberId, name, tracks }) => {
      const track = tracks.screen?.track;
      return track ? [{ key: memberId, memberId, label: t('tile.screen', { name }), track }] : [];
    }),
    ...(ownScreen ? [{ key: 'own', memberId: null, label: t('tile.ownScreen'), track: ownScreen }] : []),
  ];
  const places = arrange({ faces: participants.length + 1, screens: screens.length }, size);
  const shown = useCallback(() => call.pictureShown(), [call]);
  return (
    <section ref={area} className="call-people" aria-label={t('stageLabel')}>
      {screens.map(({ key, memberId, label, track }, at) => {
        const shown = { label, picture: track, place: places.screens[at] ?? nowhere };
        return memberId ? (
          <OtherScreen key={key} call={call} memberId={memberId} {...shown} />
        ) : (
          <ScreenTile key={key} {...shown} />
        );
      })}
      {participants.map((person, at) => (
        <OtherTile
          key={person.memberId}
          call={call}
          saving={saving}
          person={person}
          speaking={speaker === person.memberId}
          place={places.faces[at] ?? nowhere}
          hand={hands.indexOf(person.memberId) + 1}
          reaction={reactions.get(person.memberId)}
          onShown={shown}
        >
          {me?.moderates && (
            <Suspense>
              <HostMenu call={call} person={person} />
            </Suspense>
          )}
        </OtherTile>
      ))}
      <OwnTile call={call} local={local} place={places.faces.at(-1) ?? nowhere} />
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

interface OtherScreenProps {
  call: Call;
  memberId: MemberId;
  label: string;
  picture: MediaStreamTrack;
  place: Rect;
}

function OtherScreen({ call, memberId, ...shown }: OtherScreenProps) {
  return <ScreenTile sight={useSight(call, memberId, 'screen')} {...shown} />;
}

function OwnTile({ call, local, place }: PeopleProps & { place: Rect }) {
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
