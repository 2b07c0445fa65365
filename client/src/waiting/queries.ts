import type { DoorId, EncounterId, LineRulesSet } from '@ajar/shared';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { call, queryClient } from '../api/index.ts';
import { askAgainIn } from './ask-again.ts';

/** A minute: as a visit goes on, what is left of it is another. Nothing counts down meanwhile, which would be made up. */
const aMinute = 60_000;

interface Asking {
  /** Somebody looks. */
  looking: boolean;
  /** Also asked anew as time goes by, not only when something changes. */
  again: boolean;
}

/** @param stands how things stand at the door: asked anew when it changes. */
export const useDoorWait = (doorId: DoorId, stands: string, { looking, again }: Asking) =>
  useQuery({
    queryKey: ['door-wait', doorId, stands],
    queryFn: ({ signal }) => call('doorWait', { params: { doorId } }, { signal }),
    enabled: looking,
    staleTime: aMinute / 2,
    refetchInterval: again ? aMinute : false,
    placeholderData: keepPreviousData,
  });

const rulesKey = ['line-rules'];

export const useLineRules = (looking: boolean) =>
  useQuery({ queryKey: rulesKey, queryFn: ({ signal }) => call('lineRules', {}, { signal }), enabled: looking });

export const useSetLineRules = () =>
  useMutation({
    mutationFn: (body: Partial<LineRulesSet>) => call('setLineRules', { body }),
    onSuccess: (rules) => queryClient.setQueryData(rulesKey, rules),
  });

/** Asked once as the visit begins, when its minutes are over, and each minute once it has lasted that long, until somebody waits. */
export const useVisitLength = (encounterId: EncounterId) =>
  useQuery({
    queryKey: ['visit-length', encounterId],
    queryFn: ({ signal }) => call('visitLength', { params: { encounterId } }, { signal }),
    retry: false,
    refetchInterval: ({ state: { data } }) => askAgainIn(data),
  });
