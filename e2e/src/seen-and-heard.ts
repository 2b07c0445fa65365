import type { Locator, Page } from '@playwright/test';
import { received } from './probe.ts';

/** What is seen of the wall, which is green, and whether the face and the shoulders are where they were. */
export async function seenIn(video: Locator): Promise<{ wall: 'room' | 'background'; somebody: boolean }> {
  const [corner, face, shoulders] = await video.evaluate((element) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen?.drawImage(element as HTMLVideoElement, 0, 0, 64, 48);
    const at = (x: number, y: number) => [...(pen?.getImageData(x, y, 1, 1).data ?? [])];
    return [at(4, 4), at(27, 24), at(32, 44)];
  });
  const [red = 0, green = 0, blue = 0] = corner ?? [];
  const isSkin = (face?.[0] ?? 0) > 170 && (face?.[0] ?? 0) > (face?.[2] ?? 0) + 30;
  const isBlue = (shoulders?.[2] ?? 0) > (shoulders?.[0] ?? 0) + 50;
  return { wall: green - Math.max(red, blue) > 50 ? 'room' : 'background', somebody: isSkin && isBlue };
}

export const asTheyAre = { wall: 'room', somebody: true };
export const behindThem = { wall: 'background', somebody: true };

/** Powers of what this page hears between the words and in them, over a round of the file. */
export async function powersAt(page: Page): Promise<{ noise: number; voice: number }> {
  const heard = async () => ({ energy: (await received(page)).energy, at: performance.now() });
  const powers: number[] = [];
  for (let last = await heard(), until = last.at + 4_200; last.at < until; ) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const now = await heard();
    powers.push((now.energy - last.energy) / (now.at - last.at));
    last = now;
  }
  const sorted = powers.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * sorted.length)] ?? 0;
  return { noise: at(0.25), voice: at(0.9) };
}
