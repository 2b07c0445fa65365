import type { DoorId, FollowWays } from '@ajar/shared';
import { MutationObserver, useMutation, useQuery } from '@tanstack/react-query';
import { call, queryClient } from '../api/index.ts';

const queryKey = ['follows'];
const refresh = () => queryClient.invalidateQueries({ queryKey });

export const useFollows = () => useQuery({ queryKey, queryFn: ({ signal }) => call('follows', {}, { signal }) });

/** What the corridor shows of it comes by the hub. */
const following = (doorId: DoorId) => ({
  mutationFn: (always: boolean) => call('follow', { params: { doorId }, body: { always } }),
  onSuccess: refresh,
});

export const useFollow = (doorId: DoorId) => useMutation(following(doorId));

/** The same for whoever has not made it ready before the press. A failure is told as that of any other press. */
export const followOnce = (doorId: DoorId) => new MutationObserver(queryClient, following(doorId)).mutate(false);

export const useUnfollow = (doorId: DoorId) =>
  useMutation({ mutationFn: () => call('unfollow', { params: { doorId } }), onSuccess: refresh });

export const useSetWays = () =>
  useMutation({ mutationFn: (body: FollowWays) => call('setFollowWays', { body }), onSuccess: refresh });
