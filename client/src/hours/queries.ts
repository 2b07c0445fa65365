import type {
  DaysOffId,
  DaysOffPlan,
  DoorId,
  HoursAnswer,
  HoursId,
  HoursPlan,
  HoursTimeId,
  RouteBody,
} from '@ajar/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { call, queryClient } from '../api/index.ts';

const refresh = () => queryClient.invalidateQueries({ queryKey: ['hours'] });

export const useHours = () => useQuery({ queryKey: ['hours'], queryFn: ({ signal }) => call('hours', {}, { signal }) });

export const useSaveHours = (hoursId: HoursId | null, then: () => void) =>
  useMutation({
    mutationFn: async ({ plan, doorId }: { plan: HoursPlan; doorId: DoorId | undefined }) => {
      if (hoursId) await call('changeHours', { params: { hoursId }, body: plan });
      else await call('makeHours', { body: { ...plan, doorId } });
    },
    onSuccess: async () => {
      await refresh();
      then();
    },
  });

export const useDeskHours = (doorId: DoorId) =>
  useQuery({
    queryKey: ['hours', doorId],
    queryFn: ({ signal }) => call('deskHours', { params: { doorId } }, { signal }),
  });

/** Hours of duty for somebody who holds this door. */
export const useMakeDeskHours = (then: () => void) =>
  useMutation({
    mutationFn: ({ doorId, body }: { doorId: DoorId; body: RouteBody<'makeDeskHours'> }) =>
      call('makeDeskHours', { params: { doorId }, body }),
    onSuccess: async () => {
      await refresh();
      then();
    },
  });

export const useStopDeskHours = (doorId: DoorId) =>
  useMutation({
    mutationFn: ({ hoursId, stopped }: { hoursId: HoursId; stopped: boolean }) =>
      call('stopDeskHours', { params: { doorId, hoursId }, body: { stopped } }),
    onSuccess: refresh,
  });

export const useStopHours = () =>
  useMutation({
    mutationFn: ({ hoursId, stopped }: { hoursId: HoursId; stopped: boolean }) =>
      call('stopHours', { params: { hoursId }, body: { stopped } }),
    onSuccess: refresh,
  });

export const useSkip = (hoursId: HoursId) =>
  useMutation({
    mutationFn: (body: { on: string; skip: boolean }) => call('skipHours', { params: { hoursId }, body }),
    onSuccess: refresh,
  });

export const useAddDays = (everybody: boolean, then: () => void) =>
  useMutation({
    mutationFn: (body: DaysOffPlan) => call(everybody ? 'addHoliday' : 'addDaysOff', { body }),
    onSuccess: async () => {
      await refresh();
      then();
    },
  });

export const useEndDays = (everybody: boolean) =>
  useMutation({
    mutationFn: (daysOffId: DaysOffId) => call(everybody ? 'endHoliday' : 'endDaysOff', { params: { daysOffId } }),
    onSuccess: refresh,
  });

export const useAnswerHours = (timeId: HoursTimeId) =>
  useMutation({
    mutationFn: (answer: HoursAnswer) => call('answerHours', { params: { timeId }, body: { answer } }),
  });

export const useExtendHours = (timeId: HoursTimeId) =>
  useMutation({ mutationFn: (minutes: number) => call('extendHours', { params: { timeId }, body: { minutes } }) });

export const useDoorHours = (doorId: DoorId) =>
  useQuery({
    queryKey: ['door-hours', doorId],
    queryFn: ({ signal }) => call('doorHours', { params: { doorId } }, { signal }),
  });

export const useDoorCalendar = (doorId: DoorId) =>
  useMutation({
    mutationFn: async (wanted: boolean) => {
      if (wanted) await call('makeDoorCalendar', { params: { doorId } });
      else await call('endDoorCalendar', { params: { doorId } });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['door-hours', doorId] }),
  });
