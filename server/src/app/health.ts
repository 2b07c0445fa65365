import { type Router, Router as router } from 'express';

/** One part the server cannot do without: resolves when it answers. */
export type Part = () => Promise<void>;

/** `/healthz`: the process is up. `/readyz`: every part answers; which do not is named. */
export function health(parts: Readonly<Record<string, Part>>): Router {
  const routes = router();
  routes.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  routes.get('/readyz', async (_request, response) => {
    const names = Object.keys(parts);
    const answers = await Promise.allSettled(names.map((name) => parts[name]?.()));
    const state = Object.fromEntries(names.map((name, n) => [name, answers[n]?.status === 'fulfilled']));
    const ready = Object.values(state).every(Boolean);
    response.status(ready ? 200 : 503).json({ ready, ...state });
  });
  return routes;
}
