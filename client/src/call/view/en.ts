import { addWords } from '../../words/index.ts';

const en = {
  title: 'View',
  layout: 'How you see everybody',
  grid: 'Everybody alike',
  speaker: 'Whoever speaks, large',
  besides: 'What else you see',
  talkingTime: 'My talking time',
  apart: 'Picture in picture',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    view: typeof en;
  }
}

addWords('view', en);
