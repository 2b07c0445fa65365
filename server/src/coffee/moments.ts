import type { MemberId } from '@ajar/shared';

/** How long things take at coffee, in ms. Tests may hurry; people get the defaults. */
export type CoffeeTiming = {
  /** A minute of a coffee. */
  minute: number;
  /** How long somebody has to show up at the call, be it at its preview. */
  showUp: number;
  /** How long somebody may stay at the preview while the other waits inside. */
  preview: number;
};

export const coffeeTiming: CoffeeTiming = { minute: 60_000, showUp: 20_000, preview: 90_000 };

/** How long before its end the bell rings, and by how much staying longer puts it off, in minutes of a coffee. */
const bellBefore = 2;
const longerBy = 10;

export type AtCoffee = {
  memberId: MemberId;
  /** Their page is, or was, at the call. */
  came: boolean;
  /** They have been inside. */
  joined: boolean;
  left: boolean;
  staying: boolean;
};

/** A coffee as it stands. Times are ms since the epoch. */
export type CoffeeStands = {
  openedAt: number;
  /** When the second person came in; null: not yet. */
  startedAt: number | null;
  /** Chosen, in minutes. */
  minutes: number;
  extensions: number;
  bell: boolean;
  people: readonly AtCoffee[];
};

export type CoffeeStep =
  | { do: 'release'; people: MemberId[] }
  | { do: 'ring' }
  | { do: 'extend' }
  | { do: 'end' }
  | { do: 'wait'; until: number };

/**
 * The one rule of what happens to a coffee, and when: first whoever did not show up is no longer waited for; then the
 * bell; then it goes on if everybody inside would like that, and ends otherwise.
 */
export function nextStep(coffee: CoffeeStands, now: number, timing: CoffeeTiming = coffeeTiming): CoffeeStep {
  const showUpBy = coffee.openedAt + timing.showUp;
  const insideBy = coffee.openedAt + timing.preview;
  const expected = coffee.people.filter((person) => !person.left);
  const late = expected.filter(({ came, joined }) => !joined && now >= (came ? insideBy : showUpBy));
  if (late.length > 0) return { do: 'release', people: late.map((person) => person.memberId) };
  const arrivals = expected.some((person) => !person.joined) ? [now < showUpBy ? showUpBy : insideBy] : [];
  if (expected.length < 2 || (coffee.startedAt === null && now >= insideBy)) return { do: 'end' };
  if (coffee.startedAt === null) return { do: 'wait', until: Math.min(...arrivals, insideBy) };

  const endsAt = coffee.startedAt + (coffee.minutes + coffee.extensions * longerBy) * timing.minute;
  const bellAt = endsAt - bellBefore * timing.minute;
  if (coffee.bell && allStay(expected)) return { do: 'extend' };
  if (now >= endsAt) return { do: 'end' };
  if (!coffee.bell && now >= bellAt) return { do: 'ring' };
  return { do: 'wait', until: Math.min(...arrivals, coffee.bell ? endsAt : bellAt) };
}

function allStay(expected: readonly AtCoffee[]): boolean {
  const inside = expected.filter((person) => person.joined);
  return inside.length > 1 && inside.every((person) => person.staying);
}
