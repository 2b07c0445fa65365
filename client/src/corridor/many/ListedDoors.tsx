import type { DoorId } from '@ajar/shared';
import type { TFunction } from 'i18next';
import { type FocusEvent, memo, Suspense, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AboutPerson } from '../../after/index.ts';
import { FollowPress } from '../../follows/index.ts';
import { DoorHours } from '../../hours/index.ts';
import { JustListen } from '../../kinds/index.ts';
import { i18n } from '../../words/index.ts';
import { DoorPress } from '../Door.tsx';
import { stateWords } from '../door-words.ts';
import type { DoorView } from '../view.ts';
import { FollowBell } from './FollowBell.tsx';
import { useSight } from './use-sight.ts';

/**
 * Doors that do not stand along the wall, hundreds or thousands: only those in sight are drawn, and the one that has the
 * keyboard's focus. Each says which of how many it is, so that a screen reader knows too. They scroll with the page, and
 * each is a region named after the mentor, as along the wall: React Aria's Virtualizer would make them rows of a grid.
 */
export const ListedDoors = memo(function ListedDoors({ title, doors }: { title: string; doors: readonly DoorView[] }) {
  const { t } = useTranslation('corridor');
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const { first, end, columns, rowHeight } = useSight(list, doors.length);
  const [focused, setFocused] = useState<DoorId | null>(null);
  const look = ({ target }: FocusEvent) => {
    const at = target.closest('li')?.ariaPosInSet;
    setFocused(doors[Number(at) - 1]?.door.doorId ?? null);
  };
  if (doors.length === 0) return null;
  const drawn = doors.slice(first, end).map((view, n) => ({ view, at: first + n }));
  const kept = focused ? doors.findIndex(({ door }) => door.doorId === focused) : -1;
  const view = doors[kept];
  if (view && kept < first) drawn.unshift({ view, at: kept });
  if (view && kept >= end) drawn.push({ view, at: kept });
  return (
    <section className="listed" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span>{doors.length.toLocaleString(i18n.language)}</span>
      </h2>
      <ul
        ref={list}
        style={{ height: Math.ceil(doors.length / columns) * rowHeight }}
        onFocus={look}
        onBlur={() => setFocused(null)}
      >
        {drawn.map(({ view, at }) => (
          <li
            key={view.door.doorId}
            aria-setsize={doors.length}
            aria-posinset={at + 1}
            style={{
              insetBlockStart: Math.floor(at / columns) * rowHeight,
              insetInlineStart: `${((at % columns) * 100) / columns}%`,
              width: `${100 / columns}%`,
              height: rowHeight,
            }}
          >
            <Row view={view} t={t} />
          </li>
        ))}
      </ul>
    </section>
  );
});

/** Many are drawn in one go, at each letter of a search: what one costs is kept low. */
const Row = memo(function Row({ view, t }: { view: DoorView; t: TFunction<'corridor'> }) {
  const { door, colour, look, press, follow } = view;
  const id = `door-${door.doorId}`;
  return (
    <section className="closed-door" data-look={look} aria-labelledby={id}>
      <i data-colour={colour} aria-hidden="true" />
      <div className="listed-plate">
        <h3 id={id}>{door.name}</h3>
        <p className="listed-about">{[door.place, door.talksAbout].filter(Boolean).join(' · ')}</p>
        {door.hours && look === 'closed' ? (
          <p>
            <Suspense>
              <DoorHours door={door} />
            </Suspense>
          </p>
        ) : (
          <p>{stateWords(t, view)}</p>
        )}
      </div>
      <div className="listed-presses">
        {press && <DoorPress view={view} press={press} describedBy={id} />}
        {!press && (follow ? <FollowPress door={door} follow={follow} small /> : <FollowBell door={door} />)}
        {door.kind === 'shared' && press === 'walk-in' && (
          <Suspense>
            <JustListen doorId={door.doorId} describedBy={id} />
          </Suspense>
        )}
      </div>
      <AboutPerson person={door} />
    </section>
  );
});
