import { inCommon } from './bits.ts';
import type { People } from './encoding.ts';
import type { Round } from './round.ts';

/** What no weight can buy. Being in the same programme and free for the whole sitting is for who makes the round. */
type HardRule = {
  name: string;
  /** For staff. A block is invisible, so its reason says no more than that these two are not paired. */
  reason: string;
  /** Symmetric and pure. */
  forbids: (people: People, a: number, b: number, policy: RulesPolicy) => boolean;
};

type RulesPolicy = Pick<Round, 'repeatWindowDays' | 'supervisorsMay'>;

const hardRules: readonly HardRule[] = [
  {
    name: 'blocked',
    reason: 'These two are not paired.',
    forbids: ({ blocked }, a, b) => blocked[a]?.has(b) ?? false,
  },
  {
    name: 'supervision',
    reason: 'One supervises the other, and this programme does not pair them by chance.',
    forbids: ({ supervision }, a, b, { supervisorsMay }) => !supervisorsMay && (supervision[a]?.has(b) ?? false),
  },
  {
    name: 'metRecently',
    reason: 'They met within the time in which this programme pairs nobody twice.',
    forbids: ({ metDaysAgo }, a, b, { repeatWindowDays }) =>
      (metDaysAgo[a]?.get(b) ?? repeatWindowDays) < repeatWindowDays,
  },
  {
    name: 'noLanguageInCommon',
    reason: 'They have no language in common.',
    forbids: ({ languages }, a, b) => inCommon(languages, a, languages, b) === 0,
  },
];

/** The first rule that keeps these two apart, if one does. */
export function forbiddenBy(people: People, a: number, b: number, policy: RulesPolicy): HardRule | undefined {
  return hardRules.find((rule) => rule.forbids(people, a, b, policy));
}
