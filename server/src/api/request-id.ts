import type { RequestHandler } from 'express';
import { newRequestId, withRequestId } from '../log/index.ts';

const header = 'x-request-id';
const sane = /^[\w.:-]{8,100}$/;

/** Gives every request an id, or keeps a sane one that came with it, for the log, the jobs it starts and the answer. */
export function requestIds(): RequestHandler {
  return (request, response, next) => {
    const given = request.get(header);
    const id = given !== undefined && sane.test(given) ? given : newRequestId();
    response.setHeader(header, id);
    withRequestId(id, next);
  };
}
