import { largestMark, type MemberId, marksPerSecond, type PointerMark, pointerMark } from '@ajar/shared';
import { rateLimit } from './rate.ts';

/** Looks at each mark of one person. @returns what the others are told; `null`: nothing. */
export type MarkGate = (message: Uint8Array) => string | null;

/**
 * Lets through what is a mark, on something that is shared just now, and not too often. It is written anew, so that a mark
 * carries nothing but itself.
 * @param isShared whether this member shares a screen.
 */
export function markGate(
  isShared: (memberId: MemberId) => boolean,
  now: () => number = () => performance.now(),
): MarkGate {
  const take = rateLimit({ burst: marksPerSecond, perSecond: marksPerSecond * 1.5 }, now);
  return (message) => {
    if (message.byteLength > largestMark || !taken(take)) return null;
    const mark = read(message);
    if (!mark || !isShared(mark.of)) return null;
    return JSON.stringify({ of: mark.of, x: rounded(mark.x), y: rounded(mark.y) });
  };
}

function taken(take: () => void): boolean {
  try {
    take();
    return true;
  } catch {
    return false;
  }
}

function read(message: Uint8Array): PointerMark | undefined {
  try {
    return pointerMark.safeParse(JSON.parse(new TextDecoder().decode(message))).data;
  } catch {
    return undefined;
  }
}

/** To less than a pixel of any screen. */
function rounded(part: number): number {
  return Math.round(part * 10_000) / 10_000;
}
