import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Ajar } from '../src/ajar.ts';
import { childrenOf, workersOf } from '../src/processes.ts';

/** What some processes of one kind take together. */
export interface Usage {
  processes: number;
  /** Resident, in bytes; what several share counts for each of them (proc(5), VmRSS). */
  rss: number;
  /** In bytes; what n of them share counts a share of n for each (proc(5), Pss). */
  pss: number;
  /** Part of one core. */
  cpu: number;
}

/** Clock ticks a second, in which the kernel counts CPU time; 100 on every Linux we run on (sysconf(3), _SC_CLK_TCK). */
const ticks = 100;

/** Looks at a server, its media workers and its database for so many ms. */
export async function usageOf(ajar: Ajar, period: number): Promise<{ server: Usage; workers: Usage; database: Usage }> {
  const { pid } = ajar.program;
  const postmaster = Number(
    readFileSync(path.join(ajar.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n', 1)[0],
  );
  const groups = {
    server: [pid],
    workers: workersOf(pid).map((worker) => worker.pid),
    database: [postmaster, ...childrenOf(postmaster).map((child) => child.pid)],
  };
  const before = { server: cpu(groups.server), workers: cpu(groups.workers), database: cpu(groups.database) };
  const began = performance.now();
  await wait(period);
  const seconds = (performance.now() - began) / 1000;
  const of = (name: keyof typeof groups): Usage => {
    const pids = groups[name];
    return {
      processes: pids.length,
      rss: sum(pids, (process) => kilobytes(`/proc/${process}/status`, 'VmRSS')),
      pss: shareOf(pids),
      cpu: Math.max(0, cpu(pids) - before[name]) / seconds,
    };
  };
  return { server: of('server'), workers: of('workers'), database: of('database') };
}

/** CPU time used so far, in s. A process of the database that has ended meanwhile counts nothing. */
function cpu(pids: readonly number[]): number {
  return sum(pids, (pid) => {
    const text = read(`/proc/${pid}/stat`);
    // The name in parentheses may hold spaces; after it the fields are numbered from 3 (proc(5)): 14 is utime, 15 stime.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticks;
  });
}

/**
 * CPU time these processes have used so far, in ms, to the nanosecond: what their threads have run, those that ended left out
 * (Documentation/scheduler/sched-stats.rst, /proc/<pid>/schedstat).
 */
export function cpuOf(pids: readonly number[]): number {
  return sum(pids, (pid) => {
    const threads = readdirSync(`/proc/${pid}/task`);
    return sum(threads, (thread) => Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ', 1)[0]) / 1e6);
  });
}

/** Memory of these processes, in bytes; what n processes share counts a share of n for each (proc(5), Pss). */
export function shareOf(pids: readonly number[]): number {
  return sum(pids, (pid) => kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss'));
}

function kilobytes(file: string, name: string): number {
  const [, value = '0'] = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(file)) ?? [];
  return Number(value) * 1024;
}

function sum<T>(all: readonly T[], value: (one: T) => number): number {
  return all.reduce((total, one) => total + value(one), 0);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
