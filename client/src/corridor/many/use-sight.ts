import { type RefObject, useLayoutEffect, useState } from 'react';
import { inSight, type Sight } from './in-sight.ts';

/** Of a row, in rem: a name, two lines about it, how the door stands; each cut at its end. */
const rowRem = 6.5;
/** So few items are drawn whole: there is nothing to save. */
const fewItems = 60;
/** A column is at least this wide, in rem, or as wide as the list. */
const columnRem = 25;

interface Look extends Sight {
  columns: number;
  /** In px. */
  rowHeight: number;
}

/** Which items of a list are in sight of the page's own scroll, kept as it moves; items stand in as many columns as fit. */
export function useSight(list: RefObject<HTMLElement | null>, items: number): Look {
  const [look, setLook] = useState<Look>(() => ({ first: 0, end: 24, columns: 1, rowHeight: rowRem * rem() }));
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      const { top, width } = element.getBoundingClientRect();
      const size = rem();
      const columns = Math.max(1, Math.floor(width / (columnRem * size)));
      const rowHeight = rowRem * size;
      const all = { first: 0, end: Math.ceil(items / columns) };
      const sight = { top: -top, height: window.innerHeight, rowHeight, rows: all.end };
      const rows = items > fewItems ? inSight(sight) : all;
      const next = { first: rows.first * columns, end: rows.end * columns, columns, rowHeight };
      setLook((known) => (isSame(known, next) ? known : next));
    };
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    // What comes above the list moves it too.
    resized.observe(document.body);
    window.addEventListener('scroll', measure, { passive: true });
    return () => {
      resized.disconnect();
      window.removeEventListener('scroll', measure);
    };
  }, [list, items]);
  return look;
}

const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

function isSame(a: Look, b: Look): boolean {
  return a.first === b.first && a.end === b.end && a.columns === b.columns && a.rowHeight === b.rowHeight;
}
