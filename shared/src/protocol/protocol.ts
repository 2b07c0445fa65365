import { z } from 'zod';
import { AjarError, toAjarError, type WireError, wireError } from '../errors.ts';

/** A request: what is sent, and what the ack carries when it goes well. */
export interface RequestShape {
  data: z.ZodType;
  reply: z.ZodType;
}

/** One socket namespace: every message there is, by direction. */
export interface Protocol {
  requests: Record<string, RequestShape>;
  pushes: Record<string, z.ZodType>;
}

export function defineProtocol<const P extends Protocol>(protocol: P): P {
  return protocol;
}

/** What an ack carries: the reply, or a typed error. Never both, never neither. */
export type Ack<T = unknown> = { ok: true; reply: T } | { ok: false; error: WireError };

export type RequestName<P extends Protocol> = keyof P['requests'] & string;
export type PushName<P extends Protocol> = keyof P['pushes'] & string;
type Shape<P extends Protocol, N extends RequestName<P>> = P['requests'][N] extends RequestShape
  ? P['requests'][N]
  : never;
export type RequestData<P extends Protocol, N extends RequestName<P>> = z.infer<Shape<P, N>['data']>;
export type ReplyData<P extends Protocol, N extends RequestName<P>> = z.infer<Shape<P, N>['reply']>;
export type PushData<P extends Protocol, N extends PushName<P>> = z.infer<P['pushes'][N]>;

/** One handler for every request of the protocol; leaving one out is a compile error. */
export type Handlers<P extends Protocol> = {
  [N in RequestName<P>]: (data: RequestData<P, N>) => Promise<ReplyData<P, N>> | ReplyData<P, N>;
};

/** One listener for every push of the protocol. */
export type PushListeners<P extends Protocol> = {
  [N in PushName<P>]: (data: PushData<P, N>) => void;
};

/** The part of a socket.io socket (either side) that this file needs. */
export interface Listening {
  // biome-ignore lint/suspicious/noExplicitAny: socket.io types its own listeners this way
  on(event: string, listener: (...args: any[]) => void): unknown;
}

export interface Emitting {
  emit(event: string, ...args: unknown[]): unknown;
}

export interface Asking {
  timeout(ms: number): { emitWithAck(event: string, ...args: unknown[]): Promise<unknown> };
}

export interface ServeOptions {
  /** Wraps each handled request: request ids, logging, rate limits. Default: just runs it. */
  around?: (name: string, run: () => Promise<unknown>) => Promise<unknown>;
  /** Told of every failed request, once, before the ack goes out. Default: nobody. */
  onError?: (name: string, error: AjarError) => void;
  /** How an error is said to whoever asks. Default: as it is. */
  say?: (error: WireError) => WireError;
}

/**
 * Answers the requests of a protocol on one socket. A payload that does not parse gets a `bad-input` ack and reaches no
 * handler; whatever a handler throws becomes a typed error in the ack.
 */
export function serve<P extends Protocol>(
  socket: Listening,
  protocol: P,
  handlers: Handlers<P>,
  options: ServeOptions = {},
): void {
  const around = options.around ?? ((_name, run) => run());
  for (const name of Object.keys(protocol.requests) as RequestName<P>[]) {
    const shape = protocol.requests[name];
    if (!shape) continue;
    const handler = handlers[name] as (data: unknown) => unknown;
    const answer = async (data: unknown): Promise<Ack> => {
      try {
        const parsed = shape.data.parse(data);
        return { ok: true, reply: await around(name, async () => await handler(parsed)) };
      } catch (thrown) {
        const error = toAjarError(thrown);
        options.onError?.(name, error);
        return { ok: false, error: options.say ? options.say(error.toWire()) : error.toWire() };
      }
    };
    socket.on(name, (data: unknown, ack: unknown) => {
      void answer(data).then((result) => {
        if (typeof ack === 'function') ack(result);
      });
    });
  }
}

/** Sends a push. The type checker, not a parse, holds the sender to the schema; the receiver parses. */
export function push<P extends Protocol, N extends PushName<P>>(
  to: Emitting,
  _protocol: P,
  name: N,
  data: PushData<P, N>,
): void {
  to.emit(name, data);
}

/** Listens to every push of the protocol; one that does not parse is reported and dropped. */
export function listen<P extends Protocol>(
  socket: Listening,
  protocol: P,
  listeners: PushListeners<P>,
  onBadPush: (name: string, error: z.ZodError) => void,
): void {
  for (const name of Object.keys(protocol.pushes) as PushName<P>[]) {
    const schema = protocol.pushes[name];
    const listener = listeners[name] as (data: unknown) => void;
    if (!schema) continue;
    socket.on(name, (data: unknown) => {
      const parsed = schema.safeParse(data);
      if (parsed.success) listener(parsed.data);
      else onBadPush(name, parsed.error);
    });
  }
}

const ackSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), reply: z.unknown() }),
  z.object({ ok: z.literal(false), error: wireError }),
]);

/**
 * Sends a request and waits for its ack.
 * @param timeout in ms; default 10,000.
 * @throws AjarError what the other side answered, or `no-answer` (unavailable) when it did not answer in time.
 */
export async function request<P extends Protocol, N extends RequestName<P>>(
  socket: Asking,
  protocol: P,
  name: N,
  data: RequestData<P, N>,
  { timeout = 10_000 }: { timeout?: number } = {},
): Promise<ReplyData<P, N>> {
  let answered: unknown;
  try {
    answered = await socket.timeout(timeout).emitWithAck(name, data);
  } catch (cause) {
    throw new AjarError('unavailable', 'no-answer', 'There was no answer. Check the connection and try again.', {
      cause,
    });
  }
  const ack = ackSchema.parse(answered);
  if (!ack.ok) throw AjarError.fromWire(ack.error);
  return protocol.requests[name]?.reply.parse(ack.reply) as ReplyData<P, N>;
}
