const names: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: '',
  40: 'warning',
  50: 'error',
  60: 'fatal',
};
/** The fields of a pino event that a person is shown apart from the rest. */
type Event = { time?: number; level?: number; msg?: string; err?: { message?: string; stack?: string } };

const quiet = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'err', 'requestId']);

/** Turns one JSON log line into one short line for a person at a terminal: `14:02:11 warning Mail waits (attempt=2)`. */
export function readableLine(line: string): string {
  const event = parse(line);
  if (!event) return line;
  const { time, level, msg, err } = event;
  const details = Object.entries(event)
    .filter(([key]) => !quiet.has(key))
    .map(([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
  const parts = [
    time === undefined ? '' : new Date(time).toTimeString().slice(0, 8),
    names[level ?? 0] ?? '',
    [msg, reason(err)].filter(Boolean).join(': '),
    details.length > 0 ? `(${details.join(' ')})` : '',
  ];
  return `${parts.filter(Boolean).join(' ')}\n`;
}

function reason(err: Event['err']): string {
  return err?.stack ?? err?.message ?? '';
}

function parse(line: string): Event | undefined {
  try {
    return JSON.parse(line) as Event;
  } catch {
    return undefined;
  }
}
