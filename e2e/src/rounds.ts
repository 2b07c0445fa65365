import type { Page } from '@playwright/test';

type Change = { startsAt: string; gatheringSeconds: number; sittingSeconds: number; betweenSeconds: number };

/** A time a few seconds from now, and short lengths, all in s. */
export function roundSoon(soon: { inSeconds: number; gathering: number; sitting: number; between: number }): Change {
  const startsAt = new Date(Date.now() + soon.inSeconds * 1000).toISOString().slice(0, 19);
  const { gathering, sitting, between } = soon;
  return { startsAt, gatheringSeconds: gathering, sittingSeconds: sitting, betweenSeconds: between };
}

/** Changes a round as staff may, over REST: the form asks for whole minutes. */
export async function keptRound(page: Page, name: string, change: Change): Promise<void> {
  await page.evaluate(
    async ({ name, change }) => {
      const { rounds } = await (await fetch('/api/kept-rounds')).json();
      const round = rounds.find((one: { name: string }) => one.name === name);
      const body = JSON.stringify({ ...round, rule: 'FREQ=DAILY', timeZone: 'UTC', ...change });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/api/kept-rounds/${round.roundId}`, { method: 'PUT', body, headers });
      if (!answer.ok) throw new Error(await answer.text());
    },
    { name, change },
  );
}

/** Makes a round for everybody as staff may, over REST: every day at noon, from tomorrow. */
export async function madeRound(page: Page, name: string, change: Partial<Change> = {}): Promise<void> {
  const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10);
  await page.evaluate(
    async (round) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/kept-rounds', { method: 'POST', body: JSON.stringify(round), headers });
      if (!answer.ok) throw new Error(await answer.text());
    },
    {
      name,
      invited: null,
      rule: 'FREQ=DAILY',
      startsAt: `${tomorrow}T12:00`,
      timeZone: 'UTC',
      sittings: 2,
      sittingSeconds: 900,
      preset: null,
      repeatWindowDays: null,
      ...change,
    },
  );
}
