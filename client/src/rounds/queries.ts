import type { Cadence, Recurrence, RoundId, RoundPlan } from '@ajar/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { call, queryClient } from '../api/index.ts';

const refresh = async () => {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['rounds'] }),
    queryClient.invalidateQueries({ queryKey: ['kept-rounds'] }),
  ]);
};

export const useRounds = () =>
  useQuery({ queryKey: ['rounds'], queryFn: ({ signal }) => call('rounds', {}, { signal }) });

export const useAnswer = (roundId: RoundId) =>
  useMutation({
    mutationFn: (body: { cadence: Cadence | null; mail?: boolean }) =>
      call('answerRound', { params: { roundId }, body }),
    onSuccess: refresh,
  });

export const useSitOut = (roundId: RoundId) =>
  useMutation({
    mutationFn: (body: { startsAt: string; out: boolean }) => call('sitOutRound', { params: { roundId }, body }),
    onSuccess: refresh,
  });

export const useKeptRounds = () =>
  useQuery({ queryKey: ['kept-rounds'], queryFn: ({ signal }) => call('keptRounds', {}, { signal }) });

/** The next times by a form that is being filled in; its last good answer stays while the next is on its way. */
export const useRoundDates = (body: Recurrence) =>
  useQuery({
    queryKey: ['round-dates', body],
    queryFn: ({ signal }) => call('roundDates', { body }, { signal }),
    placeholderData: (before) => before,
    retry: false,
  });

export const useSaveRound = (roundId: RoundId | null, then: () => void) =>
  useMutation({
    mutationFn: async (body: RoundPlan) => {
      if (roundId) await call('changeRound', { params: { roundId }, body });
      else await call('makeRound', { body });
    },
    onSuccess: async () => {
      await refresh();
      then();
    },
  });

export const useStopRound = () =>
  useMutation({ mutationFn: (roundId: RoundId) => call('stopRound', { params: { roundId } }), onSuccess: refresh });
