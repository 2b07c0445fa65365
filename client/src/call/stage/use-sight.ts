import type { MediaSource, MemberId } from '@ajar/shared';
import { type RefCallback, useCallback } from 'react';
import type { Call } from '../media-client/index.ts';

/** For the element in which a picture is drawn: it is received no larger than that, and not at all off screen. */
export function useSight(call: Call, memberId: MemberId, source: MediaSource): RefCallback<HTMLElement> {
  return useCallback(
    (element) => (element ? call.sight.look(memberId, source, element) : undefined),
    [call, memberId, source],
  );
}
