import { readdirSync, readFileSync } from 'node:fs';

/** A process of this machine, from /proc. */
export interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** Every process there is; one that ends meanwhile is left out. */
function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return [{ pid: Number(name), parent: Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0), command }];
      } catch {
        return [];
      }
    });
}

/** The processes this one has started, and theirs. */
export function childrenOf(pid: number): Process[] {
  const all = processes();
  const below = (parent: number): Process[] =>
    all.filter((child) => child.parent === parent).flatMap((child) => [child, ...below(child.pid)]);
  return below(pid);
}

/** The media workers of a server. */
export function workersOf(pid: number): Process[] {
  return childrenOf(pid).filter(({ command }) => command.includes('mediasoup-worker'));
}

export function isAlive(pid: number): boolean {
  return processes().some((process) => process.pid === pid && process.command !== '');
}
