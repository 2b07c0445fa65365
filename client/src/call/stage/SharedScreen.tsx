import type { MemberId } from '@ajar/shared';
import { type RefCallback, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call, LocalMedia, Spot } from '../media-client/index.ts';
import { PointerLayer, PointPress } from '../pointer/index.ts';
import { ShareChoice } from '../share/index.ts';
import { useStore } from '../use-store.ts';
import type { Rect } from './layout.ts';
import { PinPress } from './PinPress.tsx';
import { ScreenTile } from './Tile.tsx';
import { useSight } from './use-sight.ts';

interface Shared {
  spot: Spot;
  /** Whose it is; of oneself not known before one is in. */
  of: MemberId | undefined;
  label: string;
  track: MediaStreamTrack;
}

/** Everything that is shared: by others, and by oneself last. */
export function useScreens(call: Call, local: LocalMedia): Shared[] {
  const { t } = useTranslation('call');
  const { participants, me } = useStore(call.state);
  const own = useStore(local.state, ({ tracks }) => tracks.screen);
  return [
    ...participants.flatMap(({ memberId: of, name, tracks }) => {
      const track = tracks.screen?.track;
      return track ? [{ spot: `screen ${of}` as const, of, label: t('tile.screen', { name }), track }] : [];
    }),
    ...(own ? [{ spot: 'screen own' as const, of: me?.memberId, label: t('tile.ownScreen'), track: own }] : []),
  ];
}

interface SharedScreenProps {
  call: Call;
  local: LocalMedia;
  shared: Shared;
  place: Rect;
  /** There are others to choose between. */
  many: boolean;
}

/** One shared screen, what points at it, and what one may do about it. */
export function SharedScreen(props: SharedScreenProps) {
  const { spot, of } = props.shared;
  return of && spot !== 'screen own' ? <Received {...props} of={of} /> : <Screen {...props} sight={undefined} />;
}

function Received({ of, ...props }: SharedScreenProps & { of: MemberId }) {
  return <Screen {...props} sight={useSight(props.call, of, 'screen')} />;
}

interface ScreenProps extends SharedScreenProps {
  sight: RefCallback<HTMLElement> | undefined;
}

function Screen({ call, local, shared: { spot, of, label, track }, place, many, sight }: ScreenProps) {
  return (
    <ScreenTile
      label={label}
      picture={track}
      place={place}
      sight={sight}
      over={
        of && (
          <Suspense>
            <PointerLayer call={call} of={of} tile={place} />
          </Suspense>
        )
      }
    >
      <Suspense>
        {spot === 'screen own' && <ShareChoice local={local} />}
        <PointPress call={call} />
      </Suspense>
      {many && <PinPress call={call} spot={spot} name={label} />}
    </ScreenTile>
  );
}
