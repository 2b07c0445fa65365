import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type CheckState, ConnectionCheck } from './check.ts';

/**
 * A check that begins when it is first shown and ends when it is not shown any more.
 * @param mediaUrl the node of a call. Default: whichever a new call would be on.
 */
export function useCheck(mediaUrl?: string): { state: CheckState; again: () => void } {
  const [check] = useState(() => new ConnectionCheck(mediaUrl));
  useEffect(() => {
    void check.run();
    return () => check.close();
  }, [check]);
  return { state: useStore(check.state), again: () => void check.run() };
}
