import type { SittingDown } from '@ajar/shared';

const key = 'ajar.coffee';

/**
 * What this person is about to sit down with: for how long, as the last time on this machine, and with how many, if they
 * have just changed that; the server remembers it from then on. Anything that cannot be read counts as nothing.
 */
export function readWish(): SittingDown {
  try {
    const { minutes, tableSize } = JSON.parse(window.localStorage.getItem(key) ?? '{}') as SittingDown;
    return { ...(minutes ? { minutes } : {}), ...(tableSize ? { tableSize } : {}) };
  } catch {
    return {};
  }
}

/** The person has sat down with it. */
export function forgetSize(): void {
  const { minutes } = readWish();
  write(minutes ? { minutes } : {});
}

export function keepWish(wish: SittingDown): void {
  write({ ...readWish(), ...wish });
}

function write(wish: SittingDown): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(wish));
  } catch {
    // The next time starts from the usual again, which is all that is lost.
  }
}
