import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Program, ProgramOptions } from './program.ts';
import { expect } from './test.ts';

/** What a desk is made of: a screen in memory, and a sound card that plays to nobody. */
const parts = ['Xvfb', 'pulseaudio'];

/** Why there is no desk to be had here; `undefined`: there is. */
export function withoutDesk(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const missing = parts.filter((part) => !folders.some((folder) => existsSync(path.join(folder, part))));
  return missing.length === 0 ? undefined : `there is no ${missing.join(' and no ')} on PATH`;
}

/** What a program needs in its environment to sit at a desk. */
export type Desk = Readonly<Record<string, string>>;

/** Sets up a desk of its own. It leaves nothing behind outside of the folder. */
export async function setDesk(folder: string, run: (options: ProgramOptions) => Program): Promise<Desk> {
  // Both would start a message bus of the desktop's otherwise, which nobody ends.
  const env = { HOME: folder, XDG_RUNTIME_DIR: folder, DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
  const screen = run({
    command: 'Xvfb',
    // It takes the first number that is free, and says which.
    args: ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
    env,
  });
  const socket = path.join(folder, 'sound');
  const sound = run({
    command: 'pulseaudio',
    args: [
      ...['-n', '--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1', '--disable-shm=yes'],
      ...['--realtime=no', '--high-priority=no'],
      '--load=module-null-sink',
      `--load=module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
    ],
    env,
  });
  const [, display = ''] = await screen.said(/^(\d+)\s/);
  await expect.poll(() => existsSync(socket), { message: sound.log }).toBe(true);
  return { ...env, DISPLAY: `:${display}`, PULSE_SERVER: `unix:${socket}` };
}
