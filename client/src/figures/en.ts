import { addWords } from '../words/index.ts';

const en = {
  title: 'Doors in figures',
  back: 'Corridor',
  notStaff: 'Programme staff see what the doors offered and how they were used.',
  under:
    'A figure needs at least five people behind it, and is hidden too where it would give a smaller one away. Each month is reckoned once, when it is over.',
  none: 'Figures come when the first month is over.',
  nothing: 'Fewer than five people were behind every figure of this month, so none is shown.',
  month: 'Month',
  division: 'Division',
  everybody: 'Everybody',
  unnamed: 'None named',
  offeredHours: 'Hours offered',
  usedHours: 'Hours used',
  visits: 'Visits',
  firstVisits: 'First visits',
  waitMedian: 'Wait in minutes, median',
  waitP90: 'Wait in minutes, p90',
  few: 'hidden',
  whose: 'Hours count for the mentor’s division, visits and waits for the visitor’s.',
  save: 'Save as CSV',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    figures: typeof en;
  }
}

addWords('figures', en);
