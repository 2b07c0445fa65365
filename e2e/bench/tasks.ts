import { constants, setPriority } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';
import { inCrowdedCall } from './crowded-call.ts';
import { atMost, ms, type Row } from './row.ts';

const tiles = 4;
/** How long a call of that size is let settle, and then looked at, in ms. */
const settling = 12_000;
const looking = 40_000;
/** From how many ms on a task is long (W3C Long Tasks API, section 1). */
const long = 50;

/**
 * Whether anything keeps the page of a call from answering a press: the longest tasks of its main thread while four people are in
 * it, each speaks in turn, and nobody does anything. By the thread's own CPU time, and by the clock, which also counts
 * while the thread has to wait for a core. The other people would be on machines of their own: the page's main thread
 * comes before theirs (as root only).
 */
export function measureTasks(): Promise<Row[]> {
  return inCrowdedCall(async ({ page, devTools, growTo }) => {
    await growTo(tiles);
    const before = await comesFirst(devTools.browser);
    await wait(settling);
    await page.evaluate(() => {
      window.longTasks = [];
      const observer = new PerformanceObserver((list) => {
        window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
      });
      observer.observe({ type: 'longtask' });
    });
    const tasks = await traced(devTools.page, looking);
    const told = await page.evaluate(() => window.longTasks);
    const longest = (of: (task: Task) => number) => tasks.toSorted((a, b) => of(b) - of(a)).slice(0, 3);
    const goal = (of: (task: Task) => number) => atMost(Math.round(Math.max(0, ...longest(of).map(of))), long, ' ms');
    const spell = (of: (task: Task) => number) =>
      longest(of)
        .map((task) => ms(of(task)))
        .join(', ');
    return [
      {
        what: `longest tasks in ${looking / 1_000} s of a call of ${tiles}, of the thread’s own time`,
        value: `${spell(({ cpu }) => cpu)} (of ${tasks.length})`,
        goal: goal(({ cpu }) => cpu),
      },
      {
        what: `  by the clock, ${before ? 'before' : 'beside'} the other people`,
        value: spell(({ clock }) => clock),
        goal: goal(({ clock }) => clock),
      },
      {
        what: `  over ${long} ms by the clock, as the page itself is told`,
        value: `${told.length} (${told.map(ms).join(', ')})`,
      },
    ];
  });
}

declare global {
  interface Window {
    longTasks: number[];
  }
}

/** @returns whether it could be had: the main threads of this browser's pages come before all others. */
async function comesFirst(browser: CDPSession): Promise<boolean> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  try {
    // The kernel keeps a priority for each thread, and a main thread has the number of its process (setpriority(2)).
    for (const { type, id } of processInfo)
      if (type === 'renderer') setPriority(id, constants.priority.PRIORITY_HIGHEST);
    return true;
  } catch {
    return false;
  }
}

/** One task of a main thread, in ms. */
interface Task {
  clock: number;
  cpu: number;
}

/** One event of a trace, durations in µs (Trace Event Format: `dur` by the clock, `tdur` the thread's own). */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** Every task that the main thread of this page runs in so many ms. */
async function traced(session: CDPSession, period: number): Promise<Task[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  const includedCategories = ['disabled-by-default-devtools.timeline', '__metadata'];
  await session.send('Tracing.start', { traceConfig: { includedCategories }, transferMode: 'ReportEvents' });
  await wait(period);
  await session.send('Tracing.end');
  await complete;
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const main = new Set(mains.map(({ pid, tid }) => `${pid} ${tid}`));
  return events
    .filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && main.has(`${pid} ${tid}`))
    .map(({ dur = 0, tdur = dur }) => ({ clock: dur / 1_000, cpu: tdur / 1_000 }));
}
