/** Does this when the browser has nothing else to do. Call the result to let it be. */
export function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const idle = window.requestIdleCallback(work, { timeout: 4_000 });
    return () => window.cancelIdleCallback(idle);
  }
  const timer = setTimeout(work, 1_000);
  return () => clearTimeout(timer);
}
