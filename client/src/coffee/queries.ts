import type { DrawingId, PolicyChange, PolicySeen, RouteReply } from '@ajar/shared';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { call, queryClient } from '../api/index.ts';

const policyKey = ['coffee-policy'];
const startersKey = ['starters'];

export type Starters = RouteReply<'starters'>;

export const usePolicy = () =>
  useQuery({ queryKey: policyKey, queryFn: ({ signal }) => call('coffeePolicy', {}, { signal }) });

export const useSetPolicy = (then: (seen: PolicySeen) => void) =>
  useMutation({
    mutationFn: (body: PolicyChange) => call('setCoffeePolicy', { body }),
    onSuccess: (seen) => {
      queryClient.setQueryData<PolicySeen>(policyKey, seen);
      then(seen);
    },
  });

/** The list of drawings, some at a time. */
export const useDrawings = () =>
  useInfiniteQuery({
    queryKey: ['drawings'],
    initialPageParam: null as DrawingId | null,
    queryFn: ({ pageParam, signal }) =>
      pageParam
        ? call('earlierDrawings', { params: { drawingId: pageParam } }, { signal })
        : call('drawings', {}, { signal }),
    getNextPageParam: ({ drawings, more }) => (more ? (drawings.at(-1)?.drawingId ?? null) : null),
  });

export const useDrawing = (drawingId: DrawingId) =>
  useQuery({
    queryKey: ['drawing', drawingId],
    queryFn: ({ signal }) => call('drawing', { params: { drawingId } }, { signal }),
  });

export const useReplay = (drawingId: DrawingId) =>
  useMutation({ mutationFn: () => call('replayDrawing', { params: { drawingId } }) });

export const useStarters = () =>
  useQuery({ queryKey: startersKey, queryFn: ({ signal }) => call('starters', {}, { signal }) });

/** Keeps a set of starters in place of the `version` that was seen; those that ship are not kept but gone back to. */
export const useKeepStarters = () =>
  useMutation({
    mutationFn: ({ starters, shipped, version }: Starters) =>
      shipped ? call('shippedStarters', { body: { version } }) : call('setStarters', { body: { starters, version } }),
    onSuccess: (kept) => void queryClient.setQueryData<Starters>(startersKey, kept),
    // Somebody else was quicker: what they made of them comes on screen beside one's own words.
    onError: () => queryClient.invalidateQueries({ queryKey: startersKey }),
  });
