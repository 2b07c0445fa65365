import type { EncounterId } from '@ajar/shared';
import { Suspense, useEffect } from 'react';
import { useMe } from '../api/index.ts';
import { live, useLive } from '../live/index.ts';
import { RoundBar } from '../rounds/index.ts';
import { CallScreen } from './call-screen.ts';
import { NotFound } from './NotFound.tsx';
import { isSignedOut, Stranger } from './SignedIn.tsx';

/**
 * How long a page opened at a call's address waits before it connects to the hub, in ms: the call comes first, and the
 * corridor's news would be read while its first picture is on the way. Who comes from the corridor is connected already.
 */
const hubAfter = 1_000;

/** The call does not wait to hear who is signed in: its own way in is refused to anybody else. */
export function CallRoute({ encounterId }: { encounterId: EncounterId | null }) {
  const { data: me, error } = useMe();
  if (!encounterId) return <NotFound />;
  const known = me?.membership != null;
  if (isSignedOut(error) || (me && !known)) return <Stranger me={me} error={error} />;
  return <AtCall encounterId={encounterId} isMember={known} />;
}

function AtCall({ encounterId, isMember }: { encounterId: EncounterId; isMember: boolean }) {
  useEffect(() => live.isAtCall(encounterId), [encounterId]);
  useEffect(() => {
    if (!isMember) return undefined;
    const timer = setTimeout(live.open, hubAfter);
    return () => clearTimeout(timer);
  }, [isMember]);
  const inRound = useLive((state) => state.round?.part === 'here');
  return (
    <>
      <CallScreen encounterId={encounterId} />
      {inRound && (
        <Suspense>
          <RoundBar />
        </Suspense>
      )}
    </>
  );
}
