import type { Reaction } from '@ajar/shared';
import { Ear, Hand, MicOff, WifiOff } from 'lucide-react';
import type { ReactNode, RefCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { firstName } from '../../words/index.ts';
import { iconOf } from '../floor/reactions.ts';
import { initials } from '../messages.ts';
import { placed, type Rect } from './layout.ts';
import { Video } from './Video.tsx';

export interface TileProps {
  name: string;
  picture: MediaStreamTrack | null;
  you?: boolean;
  muted: boolean;
  speaking: boolean;
  reconnecting?: boolean;
  /** They come through badly just now. Default: false. */
  weak?: boolean;
  /** Came just to listen. Default: false. */
  listening?: boolean;
  place: Rect;
  /** Place of their hand among those that are up, from 1. Default 0: it is down. */
  hand?: number;
  /** What they show just now. */
  reaction?: Reaction | undefined;
  /** Follows how large it is drawn, and whether it is on screen. */
  sight?: RefCallback<HTMLElement>;
  /** Presses about this person. */
  children?: ReactNode;
  /** The first picture of each track is on screen. */
  onShown?: () => void;
}

/** One person on the stage. */
export function Tile(props: TileProps) {
  const {
    name,
    picture,
    you = false,
    muted,
    speaking,
    reconnecting = false,
    weak = false,
    listening = false,
    place,
    hand = 0,
    reaction,
    sight,
    children,
    onShown,
  } = props;
  const { t } = useTranslation('call');
  const { t: about } = useTranslation('connection');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; this groups a person's picture and name
    <div
      ref={sight}
      role="group"
      aria-label={name}
      className="call-tile"
      data-speaking={(speaking && !muted) || undefined}
      data-reconnecting={reconnecting || undefined}
      style={placed(place)}
    >
      {/* Beneath the picture, which may be long in coming. */}
      <span className="call-initials serif" aria-hidden="true">
        {initials(name)}
      </span>
      <Video track={picture} mirrored={you} onShown={onShown} />
      <p className="call-name">
        {reconnecting && <WifiOff aria-hidden="true" />}
        {listening ? <Ear aria-hidden="true" /> : muted && <MicOff aria-hidden="true" />}
        <b>
          <bdi>{firstName(name)}</bdi>
        </b>
        {you && <span>{t('tile.you')}</span>}
        {listening && <span>{t('tile.listening')}</span>}
        {weak && !reconnecting && <span>{about('weak')}</span>}
        {muted && <span className="call-unseen">{t('tile.muted')}</span>}
        {reconnecting ? (
          <span>{t('tile.reconnecting')}</span>
        ) : (
          speaking && !muted && !you && <span>{t('tile.speaking')}</span>
        )}
      </p>
      {(hand > 0 || reaction) && <Shown hand={hand} reaction={reaction} />}
      <div className="call-corner">{children}</div>
    </div>
  );
}

/** A hand that is up, and a reaction. The reaction is said elsewhere, once. */
function Shown({ hand, reaction }: { hand: number; reaction: Reaction | undefined }) {
  const { t } = useTranslation('call');
  const Icon = reaction && iconOf[reaction];
  return (
    <p className="call-shown">
      {hand > 0 && (
        <span className="call-hand">
          <Hand aria-hidden="true" />
          <span aria-hidden="true">{hand}</span>
          <span className="call-unseen">{t('tile.hand')}</span>
        </span>
      )}
      {Icon && (
        <span className="call-reaction" aria-hidden="true">
          <Icon />
        </span>
      )}
    </p>
  );
}

interface ScreenTileProps {
  label: string;
  picture: MediaStreamTrack;
  place: Rect;
  /** Follows how large it is drawn, and whether it is on screen. */
  sight?: RefCallback<HTMLElement> | undefined;
  /** What lies over the picture. */
  over: ReactNode;
  /** Presses about it. */
  children: ReactNode;
}

/** What somebody shares. */
export function ScreenTile({ label, picture, place, sight, over, children }: ScreenTileProps) {
  return (
    <figure ref={sight} className="call-tile call-screen" style={placed(place)}>
      <Video track={picture} whole />
      {over}
      <figcaption className="call-name">{label}</figcaption>
      <div className="call-corner">{children}</div>
    </figure>
  );
}
