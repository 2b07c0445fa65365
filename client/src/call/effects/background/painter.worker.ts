import { Painter } from './painter.ts';
import type { FromPainter, Streams, ToPainter } from './protocol.ts';

interface Scope {
  postMessage(message: FromPainter, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToPainter>) => void): void;
}

const scope = self as unknown as Scope;
let painter: Painter | null = null;

scope.addEventListener('message', ({ data }) => {
  take(data).catch((thrown: unknown) => {
    scope.postMessage({ say: 'failed', cause: thrown instanceof Error ? thrown.message : String(thrown) });
  });
});

async function take(message: ToPainter): Promise<void> {
  switch (message.say) {
    case 'begin':
      painter = new Painter({
        look: message.look,
        rate: message.rate,
        onReady: () => scope.postMessage({ say: 'ready' }),
        onSecond: () => scope.postMessage({ say: 'drawn' }),
        onSlow: () => scope.postMessage({ say: 'slow' }),
      });
      if (message.streams) return await paintAll(painter, message.streams);
      // A thread's clock goes on while nobody looks at the page; that of the page itself does not.
      setInterval(() => scope.postMessage({ say: 'next' }), 1_000 / message.rate);
      return;
    case 'look':
      if (painter) painter.look = message.look;
      return;
    case 'picture': {
      const canvas = await painter?.paint(message.picture);
      message.picture.close();
      const painted = canvas?.transferToImageBitmap();
      if (painted) scope.postMessage({ say: 'painted', picture: painted }, [painted]);
      return;
    }
  }
}

async function paintAll(each: Painter, { readable, writable }: Streams): Promise<void> {
  const reader = readable.getReader();
  const writer = writable.getWriter();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const { value: picture } = next;
    try {
      const canvas = await each.paint(picture);
      await writer.write(new VideoFrame(canvas, { timestamp: picture.timestamp }));
    } finally {
      picture.close();
    }
  }
}
