import type { useTranslation } from 'react-i18next';

type T = ReturnType<typeof useTranslation<'coffee'>>['t'];

const weights = [
  'neverMet',
  'metLongAgo',
  'differentDivision',
  'differentSite',
  'differentProfession',
  'wantedIsOffered',
  'nearStage',
  'stagesApart',
  'sharedInterests',
  'leftOverLast',
  'trioLast',
  'likeness',
] as const;

const presets = ['Mix across the institution', 'Near peers', 'Mentees with mentors', 'Pure chance'] as const;

const rules = ['supervision', 'metRecently', 'noLanguageInCommon'] as const;

/** The name of a weight; of one this page does not know yet, its name in the engine. */
export function weightWords(t: T, name: string): string {
  const known = weights.find((one) => one === name);
  return known ? t(`weights.${known}`) : name;
}

/** What a preset is for. */
export function presetWords(t: T, name: string): string {
  const known = presets.find((one) => one === name);
  return known ? t(`presets.${known}`) : '';
}

/** What a rule keeps apart. `days`: the window in which nobody meets twice. */
export function ruleWords(t: T, name: string, days: number): string {
  const known = rules.find((one) => one === name);
  return known ? t(`rules.${known}`, { count: days }) : name;
}
