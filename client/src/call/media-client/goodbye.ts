export interface GoodbyeOptions {
  /** Tells the node, and resolves when it has answered; rejected where it has not heard. */
  leave: () => Promise<void>;
  /** The node has not heard, or nobody knows. Called once at most. */
  unheard: () => void;
}

/**
 * Leaves for good: nobody else is to see a place kept for somebody who has said that they go. What was written to a socket
 * says nothing of what arrived: it may be down without anybody having noticed, and a page that goes away takes it along.
 */
export function sayGoodbye({ leave, unheard }: GoodbyeOptions): void {
  const settled = new AbortController();
  const tell = () => {
    if (settled.signal.aborted) return;
    settled.abort();
    unheard();
  };
  window.addEventListener('pagehide', tell, { signal: settled.signal });
  leave().then(() => settled.abort(), tell);
}
