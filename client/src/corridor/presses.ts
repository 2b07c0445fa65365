import { useMutation } from '@tanstack/react-query';
import { isSecondOfDoubleClick } from '../design/index.ts';
import { live } from '../live/index.ts';
import type { DoorView, Press } from './view.ts';

/**
 * Something pressed that asks the hub: at most one question at a time, and its failure told by the query client.
 * @param then runs once it has gone well.
 */
export function usePress(
  ask: () => Promise<void>,
  then?: () => void,
): { press: (event: { pointerType: string }) => void; isPending: boolean } {
  const { mutate, isPending } = useMutation({ mutationFn: ask, onSuccess: () => then?.() });
  const press = (event: { pointerType: string }) => {
    if (!isSecondOfDoubleClick(event)) mutate();
  };
  return { press, isPending };
}

/** What each press at a door asks of the hub. */
export const atDoor: Readonly<Record<Press, (view: DoorView) => Promise<void>>> = {
  'walk-in': ({ door }) => live.walkIn(door.doorId),
  knock: ({ door }) => live.knock(door.doorId),
  wait: ({ door }) => live.waitInLine(door.doorId),
  'leave-line': async ({ visit }) => {
    if (visit) await live.leaveLine(visit.visitId);
  },
};
