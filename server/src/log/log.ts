import { type DestinationStream, type Logger, pino } from 'pino';
import { readableLine } from './readable.ts';
import { currentRequestId } from './request.ts';
import { hidden, hideSecrets, secretPaths } from './secrets.ts';

/** Where events are written: one line each. Hand it on, or a `child` of it with a `part`. */
export type Log = Logger;

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type LogOptions = {
  /** The least level that is written. Default: `info`. */
  level?: LogLevel;
  /** Short lines for a person instead of JSON. Default: whether standard output is a terminal. */
  readable?: boolean;
  /** Where lines go. Default: standard output, synchronously, so that the last words of a dying process arrive. */
  to?: DestinationStream;
};

/**
 * Makes the log: JSON, one line an event, each with the request id it belongs to. Tokens, cookies, passwords
 * and e-mail addresses are replaced by `[hidden]`, by key and by their looks.
 */
export function createLog({ level = 'info', readable = process.stdout.isTTY, to }: LogOptions = {}): Log {
  const destination = to ?? pino.destination({ dest: 1, sync: true });
  return pino(
    {
      level,
      base: null,
      serializers: { err: lean },
      redact: { paths: secretPaths, censor: hidden },
      mixin: requestFields,
      hooks: { streamWrite: hideSecrets },
    },
    readable ? { write: (line: string) => destination.write(readableLine(line)) } : destination,
  );
}

/**
 * What is worth keeping of an error: its words, its code, where it came from and why. Database clients hang their whole
 * connection on the errors they throw.
 */
function lean(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  const { name, message, stack, cause } = thrown;
  const code = 'code' in thrown ? { code: String(thrown.code) } : {};
  return { name, message, ...code, stack, ...(cause === undefined ? {} : { cause: lean(cause) }) };
}

function requestFields(): { requestId?: string } {
  const requestId = currentRequestId();
  return requestId === undefined ? {} : { requestId };
}
