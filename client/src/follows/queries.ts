import type { DoorId, FollowWays } from '@ajar/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { call, queryClient } from '../api/index.ts';

const queryKey = ['follows'];
const refresh = () => queryClient.invalidateQueries({ queryKey });

export const useFollows = () => useQuery({ queryKey, queryFn: ({ signal }) => call('follows', {}, { signal }) });

/** What the corridor shows of it comes by the hub. */
export const useFollow = (doorId: DoorId) =>
  useMutation({
    mutationFn: (always: boolean) => call('follow', { params: { doorId }, body: { always } }),
    onSuccess: refresh,
  });

export const useUnfollow = (doorId: DoorId) =>
  useMutation({ mutationFn: () => call('unfollow', { params: { doorId } }), onSuccess: refresh });

export const useSetWays = () =>
  useMutation({ mutationFn: (body: FollowWays) => call('setFollowWays', { body }), onSuccess: refresh });
