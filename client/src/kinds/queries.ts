import type { DoorId, StaffedDoorDraft } from '@ajar/shared';
import { useMutation, useQuery } from '@tanstack/react-query';
import { call, queryClient } from '../api/index.ts';

const refresh = () => queryClient.invalidateQueries({ queryKey: ['staffed-doors'] });

export const useStaffedDoors = () =>
  useQuery({ queryKey: ['staffed-doors'], queryFn: ({ signal }) => call('staffedDoors', {}, { signal }) });

/** Makes a staffed door, or changes this one. */
export const useSaveStaffedDoor = (doorId: DoorId | null, then: () => void) =>
  useMutation({
    mutationFn: async (body: StaffedDoorDraft) => {
      if (doorId) await call('changeStaffedDoor', { params: { doorId }, body });
      else await call('makeStaffedDoor', { body });
    },
    onSuccess: async () => {
      await refresh();
      then();
    },
  });

export const useEndStaffedDoor = () =>
  useMutation({ mutationFn: (doorId: DoorId) => call('endStaffedDoor', { params: { doorId } }), onSuccess: refresh });
