import {
  AjarError,
  firstRoutes,
  pathOf,
  type RouteBody,
  type RouteName,
  type RouteParams,
  type RouteReply,
  type RouteShape,
  wireError,
} from '@ajar/shared';

type Part<Key extends string, Value> = Value extends undefined ? { [K in Key]?: undefined } : { [K in Key]: Value };

type Routes = Partial<Record<RouteName, RouteShape>>;

/** Most routes come with the first call of one of them: their schemas are no part of the first load. */
async function routeOf(name: RouteName): Promise<RouteShape> {
  const known = (firstRoutes as Routes)[name] ?? (await laterRoutes())[name];
  if (!known) throw oddAnswer(new Error(`No route is called ${name}`));
  return known;
}

async function laterRoutes(): Promise<Routes> {
  try {
    return (await import('./more-routes.ts')).moreRoutes;
  } catch (cause) {
    throw noConnection(cause);
  }
}

/** What a route wants: `params` and `body` only where it has them. */
export type CallInput<N extends RouteName> = Part<'params', RouteParams<N>> & Part<'body', RouteBody<N>>;

type Sendable = { params?: Record<string, string>; body?: unknown };

/**
 * Calls one REST route and parses its reply.
 * @throws AjarError what the server answered; `no-connection` (unavailable) when it could not be reached;
 * `odd-answer` (internal) when the answer is not what the contract says.
 * @param options `keepalive`: it is sent even where the page goes away. Default: false.
 */
export async function call<N extends RouteName>(
  name: N,
  input: CallInput<N>,
  { signal, keepalive = false }: { signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<RouteReply<N>> {
  const route = await routeOf(name);
  const { params, body } = input as Sendable;
  const response = await reach(pathOf(route.path, params), {
    method: route.method.toUpperCase(),
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
    ...(keepalive ? { keepalive } : {}),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw errorFrom(response, answer);
  const parsed = route.reply.safeParse(answer);
  if (!parsed.success) throw oddAnswer(parsed.error);
  return parsed.data as RouteReply<N>;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw noConnection(cause);
  }
}

function noConnection(cause: unknown): AjarError {
  return new AjarError(
    'unavailable',
    'no-connection',
    'Ajar could not be reached. Nothing was changed. Check the connection and try again.',
    { cause },
  );
}

function errorFrom(response: Response, answer: unknown): AjarError {
  const wire = wireError.safeParse(answer);
  if (wire.success) return AjarError.fromWire(wire.data);
  return response.status >= 502 && response.status <= 504
    ? new AjarError('unavailable', 'starting', 'Ajar is not answering just now. Wait a moment and try again.')
    : oddAnswer(new Error(`HTTP ${response.status}`));
}

function oddAnswer(cause: unknown): AjarError {
  return new AjarError(
    'internal',
    'odd-answer',
    'Ajar gave an answer this page does not understand. Load the page again; it may have been updated.',
    { cause },
  );
}
