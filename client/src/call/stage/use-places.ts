import type { MemberId } from '@ajar/shared';
import { useMemo } from 'react';
import { type Call, largeOf, type Spot } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';
import { arrange, faceShape, type Rect, type Size, screenShape } from './layout.ts';

const nowhere: Rect = { left: 0, top: 0, width: 0, height: 0 };

/** Where everything on the stage stands, as one looks at it. `own` is one's own face. */
export function usePlaces(call: Call, people: readonly MemberId[], screens: readonly Spot[], size: Size) {
  const { layout, pinned, featured } = useStore(call.view.state);
  const key = [...screens, ...people].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of people and screens
  return useMemo(() => {
    const large = largeOf({ layout, pinned, featured }, { people, screens });
    const all: (Spot | 'own')[] = [...screens, ...people.map((memberId): Spot => `person ${memberId}`), 'own'];
    const small = all.filter((spot) => spot === 'own' || !large.includes(spot));
    const shape = large[0]?.startsWith('screen') ? screenShape : faceShape;
    const places = arrange({ large: large.length, shape, small: small.length }, size);
    const rects = new Map<Spot | 'own', Rect>();
    for (const [at, spot] of large.entries()) rects.set(spot, places.large[at] ?? nowhere);
    for (const [at, spot] of small.entries()) rects.set(spot, places.small[at] ?? nowhere);
    return {
      of: (spot: Spot | 'own') => rects.get(spot) ?? nowhere,
      /** There is something to choose between. */
      many: all.length > 2,
    };
  }, [layout, pinned, featured, key, size]);
}
