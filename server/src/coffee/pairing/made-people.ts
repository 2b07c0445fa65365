import { careerStage } from '@ajar/shared';
import type { PairingPerson, Round } from './round.ts';

/**
 * People of a made-up institution, for the simulation and the benchmark: divisions, sites and professions of unequal
 * size, a few domains and interests each, everybody but the heads of a team supervised by somebody, a few blocks.
 */
export function madePeople(size: number, random: () => number): Round {
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() ** 1.5 * items.length)];
  const some = (name: string, of: number, most: number) =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, () => `${name} ${Math.floor(random() * of)}`);
  const named = (name: string, of: number) => pick(Array.from({ length: of }, (_, n) => `${name} ${n}`));
  const idOf = (n: number) => `person-${String(n).padStart(6, '0')}`;

  const people = Array.from({ length: size }, (_, n): PairingPerson => {
    const heads = Math.max(1, Math.floor(size / 8));
    return {
      id: idOf(n),
      division: named('division', 12),
      site: named('site', 4),
      profession: named('profession', 6),
      stage: pick(careerStage.options),
      offers: some('domain', 15, 3),
      wants: some('domain', 15, 3),
      interests: some('interest', 25, 4),
      languages: random() < 0.1 ? ['en', 'fr'] : ['en'],
      supervisor: n < heads ? null : idOf(n % heads),
      tableSize: 'pair',
      likeness: random() < 0.1 ? { attribute: 'generation', value: 'first', wanted: true } : null,
      leftOverLast: false,
      trioLast: false,
    };
  });
  const anybody = () => idOf(Math.floor(random() * size));
  const blocks = Array.from({ length: Math.floor(size / 25) }, (): [string, string] => [anybody(), anybody()]);
  return {
    on: '2026-01-05',
    preset: 'Mix across the institution',
    weights: {},
    repeatWindowDays: 90,
    supervisorsMay: false,
    people,
    blocks: blocks.filter(([a, b]) => a !== b),
    met: [],
    supervisions: [],
  };
}
