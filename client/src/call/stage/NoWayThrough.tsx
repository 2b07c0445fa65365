import { Suspense, useEffect, useState } from 'react';
import { CallBlocked } from '../../connection-check/index.ts';
import type { CallFlow } from '../call-flow.ts';
import type { Call } from '../media-client/index.ts';
import { useStore } from '../use-store.ts';

interface NoWayThroughProps {
  flow: CallFlow;
  call: Call;
  /** Whether it says here that nothing gets through. */
  onSays: (blocked: boolean) => void;
}

/** While the call does not get through: why, and what can be done. Gone as soon as it does, or when it is put away. */
export function NoWayThrough({ flow, call, onSays }: NoWayThroughProps) {
  const mediaUrl = useStore(flow.state, ({ admission }) => admission?.mediaUrl);
  const isStuck = useStore(
    call.state,
    ({ trouble, phase }) => trouble === 'media-blocked' || (trouble === 'unreachable' && phase === 'joining'),
  );
  const [putAway, setPutAway] = useState(false);
  useEffect(() => {
    if (!isStuck) setPutAway(false);
  }, [isStuck]);
  if (!isStuck || putAway) return null;
  return (
    <Suspense>
      <CallBlocked
        mediaUrl={mediaUrl}
        onSays={onSays}
        onKeep={() => setPutAway(true)}
        onAgain={() => call.tryAgain()}
      />
    </Suspense>
  );
}
