import { AjarError, api, firstIssue, type RouteName, type RouteShape } from '@ajar/shared';
import express, { type IRouter, type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import type { Log } from '../log/index.ts';
import type { UnderWay } from '../under-way/index.ts';
import { docsPage } from './docs.ts';
import { answerErrors, noSuchRoute } from './errors.ts';
import { type ApiHandlers, admit } from './handlers.ts';
import { openApiDocument } from './openapi.ts';
import { sameOriginOnly } from './origin.ts';
import type { Viewer } from './viewer.ts';

export type ApiOptions = {
  handlers: ApiHandlers;
  /** Who is asking; may set a renewed session cookie on the response. */
  viewer: (request: Request, response: Response) => Promise<Viewer | null>;
  /** The address people open: writes from pages of other origins are refused. */
  publicUrl: string;
  underWay: UnderWay;
  log: Log;
};

/** Largest body of a request. */
export const bodyLimit = '64kb';

/** Puts every route of the contract on the app, with its documents, and answers for everything else under `/api`. */
export function mountApi(app: IRouter, options: ApiOptions): void {
  app.use('/api', sameOriginOnly(options.publicUrl), fresh);
  app.get('/api/openapi.json', (_request, response) => void response.json(openApiDocument()));
  app.get('/api/docs', (_request, response) => void response.type('html').send(docsPage()));
  const readBody = express.json({ limit: bodyLimit });
  for (const name of Object.keys(api) as RouteName[]) {
    const { method, path } = api[name];
    app[method](path.replace(/\{(\w+)\}/g, ':$1'), readBody, answer(name, options));
  }
  app.use('/api', noSuchRoute());
  app.use(answerErrors(options.log));
}

function answer(name: RouteName, { handlers, viewer: viewerOf, underWay, log }: ApiOptions): RequestHandler {
  const route: RouteShape = api[name];
  // The mapped type ties each handler to its route; a loop over all of them cannot.
  const handle = handlers[name] as (call: object) => unknown;
  const answered = async (request: Request, response: Response) => {
    const started = performance.now();
    const viewer = await viewerOf(request, response);
    admit(route.access, viewer);
    const params = route.params && read(route.params, request.params);
    const body = route.body && read(route.body, request.body ?? {});
    const reply = await handle({ viewer, params, body, request, response });
    response.json(checked(name, route.reply, reply));
    log.debug({ route: name, ms: Math.round(performance.now() - started) }, 'A request was answered');
  };
  return (request, response) => underWay.run(() => answered(request, response));
}

function read(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AjarError('bad-input', 'bad-input', `${firstIssue(parsed.error)}. Nothing was changed.`, {
    cause: parsed.error,
  });
}

/** A reply that is not what the contract says never leaves the house; fields it does not name stay in. */
function checked(name: RouteName, schema: z.ZodType, reply: unknown): unknown {
  const parsed = schema.safeParse(reply);
  if (parsed.success) return parsed.data;
  throw new AjarError(
    'internal',
    'bad-reply',
    'Something went wrong on our side. Please tell whoever runs this Ajar.',
    {
      cause: new Error(`The reply of ${name} is not what its contract says`, { cause: parsed.error }),
    },
  );
}

const fresh: RequestHandler = (_request, response, next) => {
  response.setHeader('cache-control', 'no-store');
  next();
};
