import './en.ts';
import './many-doors.css';
import type { CorridorSnapshot } from '@ajar/shared';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doorsInOrder, othersAround, wallOf } from '../view.ts';
import { Wall } from '../Wall.tsx';
import { arranged } from './arrange.ts';
import { FindDoors } from './FindDoors.tsx';
import { everyDoor, isEveryDoor, matcher, topicsOf, type Wanted } from './find.ts';
import { ListedDoors } from './ListedDoors.tsx';
import { ManyAround } from './ManyAround.tsx';

/** A corridor with more doors than one looks over: the first of them along the wall, all of them to be searched. */
export function ManyDoors({ corridor }: { corridor: CorridorSnapshot }) {
  const { doors, memberId, mine, around } = corridor;
  const [wanted, setWanted] = useState<Wanted>(everyDoor);
  // The field shows a letter at once; the doors follow when there is time, and a later letter does not wait for them.
  const looked = useDeferredValue(wanted);
  const views = useMemo(() => doorsInOrder({ doors, memberId, mine }), [doors, memberId, mine]);
  const topics = useMemo(() => topicsOf(views.map(({ door }) => door)), [views]);
  const found = useMemo(() => {
    if (isEveryDoor(looked)) return views;
    const matches = matcher(looked);
    return views.filter(({ door }) => matches(door));
  }, [views, looked]);
  const people = useMemo(() => othersAround({ around, memberId }), [around, memberId]);
  return (
    <>
      <FindDoors wanted={wanted} onWanted={setWanted} looked={looked} topics={topics} count={found.length} />
      <Arranged
        // A door where one waits stands there whatever one looks for.
        views={useMemo(() => withWaits(views, found), [views, found])}
        people={people}
        words={looked.words}
      />
    </>
  );
}

type Views = ReturnType<typeof doorsInOrder>;

function withWaits(views: Views, found: Views): Views {
  const there = new Set(found);
  return views === found ? views : views.filter((view) => there.has(view) || view.visit);
}

interface ArrangedProps {
  views: Views;
  people: CorridorSnapshot['around'];
  words: string;
}

const Arranged = memo(function Arranged({ views, people, words }: ArrangedProps) {
  const { t } = useTranslation('manyDoors');
  const { wall, open, followed, rest } = useMemo(() => arranged(views), [views]);
  return (
    <>
      <Wall items={useMemo(() => wallOf(wall), [wall])} />
      <div className="many">
        <ListedDoors title={t('open')} doors={open} />
        <ListedDoors title={t('followed')} doors={followed} />
        <ManyAround people={people} words={words} />
        <ListedDoors title={t('rest')} doors={rest} />
      </div>
    </>
  );
});
