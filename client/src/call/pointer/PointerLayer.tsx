import './en.ts';
import './pointer.css';
import type { MemberId, PointerMark } from '@ajar/shared';
import { type KeyboardEvent, type PointerEvent, use, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstName } from '../../words/index.ts';
import type { Call, Pointer } from '../media-client/index.ts';
import type { Rect, Size } from '../stage/layout.ts';
import { useStore } from '../use-store.ts';
import { movedBy, pictureIn, type Share, shareOf } from './picture.ts';

interface PointerLayerProps {
  call: Call;
  /** Who shares this. */
  of: MemberId;
  /** The tile it is in. */
  tile: Size;
}

/** Over what is shared: where everybody points, and what takes one's own pointing while one does. */
export function PointerLayer({ call, of, tile }: PointerLayerProps) {
  const layer = useRef<HTMLDivElement>(null);
  const pointer = use(call.pointing.load());
  const pointing = useStore(call.view.state, (view) => view.pointing);
  const marks = useStore(pointer.state, (state) => state.marks);
  const picture = pictureIn(tile, useVideoSize(layer));
  return (
    <div ref={layer} className="pointer-layer" style={picture}>
      {pointing && <Surface call={call} pointer={pointer} of={of} />}
      {[...marks].flatMap(([memberId, mark]) =>
        mark.of === of ? [<Mark key={memberId} call={call} memberId={memberId} mark={mark} />] : [],
      )}
    </div>
  );
}

function Mark({ call, memberId, mark: { x, y } }: { call: Call; memberId: MemberId; mark: PointerMark }) {
  const { t } = useTranslation('pointer');
  const { me, participants } = useStore(call.state);
  const person = participants.find((other) => other.memberId === memberId);
  const name = memberId === me?.memberId ? t('you') : person && firstName(person.name);
  return (
    name && (
      <span
        className="pointer-mark"
        aria-hidden="true"
        style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
        data-at-end={x > 0.8 || undefined}
      >
        <span>{name}</span>
      </span>
    )
  );
}

/** Takes the mouse, a finger or the arrow keys. */
function Surface({ call, pointer, of }: { call: Call; pointer: Pointer; of: MemberId }) {
  const { t } = useTranslation('pointer');
  const surface = useRef<HTMLDivElement>(null);
  const at = useRef<Share>({ x: 0.5, y: 0.5 });
  useEffect(() => {
    void pointer.open();
    if (!document.activeElement?.classList.contains('pointer-surface')) surface.current?.focus();
  }, [pointer]);
  const point = (share: Share) => {
    at.current = share;
    pointer.point({ of, ...share });
  };
  const onPointerMove = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const rect: Rect = { left, top, width, height };
    point(shareOf({ left: clientX, top: clientY }, rect));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      surface.current?.closest('.call-tile')?.querySelector<HTMLElement>('.pointer-press')?.focus();
      call.view.togglePointing();
      return;
    }
    const moved = movedBy(event.key, event.shiftKey, at.current);
    if (!moved) return;
    event.preventDefault();
    point(moved);
  };
  return (
    <div
      ref={surface}
      className="pointer-surface"
      role="application"
      aria-label={t('surface')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys point here
      tabIndex={0}
      onPointerMove={onPointerMove}
      onPointerDown={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}

/** The size of the picture in the tile around this element, in its own pixels. */
function useVideoSize(layer: { readonly current: HTMLElement | null }): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const video = layer.current?.closest('.call-tile')?.querySelector('video');
    if (!video) return;
    const measure = () => setSize({ width: video.videoWidth, height: video.videoHeight });
    measure();
    video.addEventListener('resize', measure);
    return () => video.removeEventListener('resize', measure);
  }, [layer]);
  return size;
}
