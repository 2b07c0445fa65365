import { useMutation } from '@tanstack/react-query';

/** A press that asks the hub, at most once at a time; its failure is told by the query client. */
export function useAsk(ask: () => Promise<void>): { isPending: boolean; onPress: () => void } {
  const { mutate, isPending } = useMutation({ mutationFn: ask });
  return { isPending, onPress: () => mutate() };
}
