import { AjarError } from '@ajar/shared';
import { errors } from 'mediasoup';

/** What a method of a closed object throws. The name says which object: `room-closed`, `peer-closed`, … */
export class ClosedError extends AjarError {
  constructor(what: 'node' | 'worker-pool' | 'room' | 'peer') {
    super('unavailable', `${what}-closed`, 'This call is no longer here. Please join again.');
    this.name = 'ClosedError';
  }
}

/** What was asked for is of a call that went on meanwhile. */
export function notFound(what: 'transport' | 'producer' | 'consumer'): AjarError {
  return new AjarError('not-found', `no-such-${what}`, `This ${what} is not (or no longer) part of the call.`);
}

/** What mediasoup threw, in our error family: wrong parameters are the sender's, a dead worker is nobody's. */
function fromMediasoup(thrown: unknown): unknown {
  if (thrown instanceof errors.WorkerClosedError) {
    return new AjarError('unavailable', 'worker-died', 'The call is moving to another place. Please join again.', {
      cause: thrown,
    });
  }
  if (thrown instanceof errors.NotFoundError) {
    return new AjarError('not-found', 'not-found', 'This part of the call is no longer here.', { cause: thrown });
  }
  if (thrown instanceof TypeError || thrown instanceof errors.UnsupportedError) {
    return new AjarError('bad-input', 'bad-media-parameters', `The media parameters are wrong: ${thrown.message}.`, {
      cause: thrown,
    });
  }
  return thrown;
}

/** Runs calls into mediasoup and translates what they throw. */
export async function mediasoup<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    throw fromMediasoup(thrown);
  }
}
