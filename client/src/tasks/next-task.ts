let due: (() => void)[] = [];
let channel: MessageChannel | null = null;

/**
 * Does this after what is under way and all its promises, before the browser's next frame: what goes out over the network
 * goes first, and drawing, which holds everything else up, comes after it. A timer would wait 4 ms and longer.
 */
export function nextTask(work: () => void): void {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = doAll;
  }
  if (due.length === 0) channel.port2.postMessage(null);
  due.push(work);
}

function doAll(): void {
  const all = due;
  due = [];
  for (const work of all) work();
}
