import { AjarError, httpStatus, toAjarError } from '@ajar/shared';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { refusalFor } from '../languages/index.ts';
import type { Log } from '../log/index.ts';

/** Answers an `/api` address that does not exist, in the shape of every other error. */
export function noSuchRoute(): RequestHandler {
  return () => {
    throw new AjarError(
      'not-found',
      'no-such-route',
      'There is nothing at this address. /api/docs lists what there is.',
    );
  };
}

/** The end of every failed request: logged once with its cause, answered in the one shape errors have. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    const error = toAjarError(expressTrouble(thrown) ?? thrown);
    const about = { code: error.code, method: request.method, path: request.path, err: error.cause ?? error };
    if (httpStatus[error.category] >= 500) log.error(about, 'A request failed');
    else log.info({ ...about, err: undefined }, 'A request was refused');
    if (response.headersSent) {
      // Half an answer is out: only closing the connection tells the other side that it is not whole.
      next(thrown);
      return;
    }
    response
      .status(httpStatus[error.category])
      .set('cache-control', 'no-store')
      .json(refusalFor(error.toWire(), request.headers));
  };
}

const bodyTrouble: Readonly<Record<string, [code: string, message: string]>> = {
  'entity.parse.failed': ['bad-json', 'The message is not valid JSON. Nothing was changed.'],
  'entity.too.large': ['too-large', 'The message is too large. Nothing was changed.'],
  'encoding.unsupported': ['bad-encoding', 'The message is encoded in a way Ajar does not read. Nothing was changed.'],
  'charset.unsupported': ['bad-encoding', 'The message is encoded in a way Ajar does not read. Nothing was changed.'],
  'request.aborted': ['aborted', 'The message ended before it was whole. Nothing was changed.'],
  'request.size.invalid': ['aborted', 'The message is not as long as it says. Nothing was changed.'],
};

/** What Express and its body parser throw about a request that cannot be read. */
function expressTrouble(thrown: unknown): AjarError | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const [code, message] = bodyTrouble['type' in thrown ? String(thrown.type) : ''] ?? [];
  if (code && message) return new AjarError('bad-input', code, message, { cause: thrown });
  const status = 'status' in thrown ? Number(thrown.status) : 0;
  if (status < 400 || status >= 500) return undefined;
  return new AjarError('bad-input', 'bad-request', 'The request could not be read.', { cause: thrown });
}
