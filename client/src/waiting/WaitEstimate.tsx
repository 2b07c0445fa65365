import './en.ts';
import './waiting.css';
import type { CorridorDoor, MyVisit } from '@ajar/shared';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoorWait } from './queries.ts';

interface WaitEstimateProps {
  door: CorridorDoor;
  /** One's own wait there; `null`: one only looks. */
  visit: MyVisit | null;
}

/** How long the wait is at a busy door, as a range learnt from visits there, for as long as somebody looks at it. */
export function WaitEstimate({ door, visit }: WaitEstimateProps) {
  const { t } = useTranslation('waiting');
  const { ref, seen } = useSeen();
  const stands = useSettled(
    `${door.waiting} ${door.inside.length} ${door.backAt} ${visit?.place} ${visit?.comeInFor === null}`,
    visit === null,
  );
  const { data } = useDoorWait(door.doorId, stands, { looking: seen && door.kind === 'single', again: visit !== null });
  const minutes = data?.minutes;
  const whose = visit ? 'mine' : 'before';
  const known = data !== undefined || door.kind !== 'single';
  return (
    <p ref={ref} className="plate-wait">
      {known && (minutes ? t(`${whose}.${minutes.from === 0 ? 'soon' : 'range'}`, minutes) : t(`${whose}.hard`))}
    </p>
  );
}

/** Whether any of it is on the screen. */
function useSeen() {
  const ref = useRef<HTMLParagraphElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!ref.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? false), {
      rootMargin: '100px',
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { ref, seen };
}

/** The longest that one who only looks waits before they ask anew, in ms: a thousand of them do not ask at once. */
const spread = 4_000;

function useSettled(value: string, slowly: boolean): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (value === settled) return undefined;
    const timer = setTimeout(() => setSettled(value), slowly ? 500 + Math.random() * spread : 0);
    return () => clearTimeout(timer);
  }, [value, settled, slowly]);
  return settled;
}
