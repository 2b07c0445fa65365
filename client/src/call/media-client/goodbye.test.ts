import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Admission } from '@ajar/shared';
import { Server, type Socket } from 'socket.io';
import { expect, onTestFinished, test, vi } from 'vitest';
import { sayGoodbye } from './goodbye.ts';
import { Link } from './link.ts';

type Answer = (ack: (answer: unknown) => void, socket: Socket) => void;

/** Somebody connected to a node that takes a goodbye like this. */
async function connected(answer: Answer) {
  const window = new EventTarget();
  vi.stubGlobal('window', window);
  const http = createServer();
  const sockets = new Server(http);
  onTestFinished(() => sockets.close());
  const asked: string[] = [];
  sockets.of('/media').on('connection', (socket) => {
    socket.on('leave', (_data, ack) => {
      asked.push('leave');
      answer(ack, socket);
    });
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const renew = vi.fn<() => Promise<Admission>>();
  const claims = Buffer.from(JSON.stringify({ exp: 4e9 })).toString('base64url');
  const admission = {
    mediaUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    token: `e30.${claims}.signature`,
  } as Admission;
  const link = await new Promise<Link>((resolve) => {
    const onUp = () => resolve(made);
    const nothing = () => undefined;
    const made = new Link({
      ...{ admission, renew, pushes: {} as never, onUp, onDown: nothing },
      onRefused: nothing,
    });
  });
  const unheard = vi.fn<() => void>();
  return { window, sockets: sockets.of('/media').sockets, asked, link, renew, unheard };
}

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 10 });

test('a goodbye that the node has heard is told to nobody else', async () => {
  const { link, sockets, asked, unheard } = await connected((ack) => ack({ ok: true, reply: {} }));
  sayGoodbye({ leave: () => link.leave(), unheard });
  await eventually(() => expect(sockets.size).toBe(0));
  expect(asked).toEqual(['leave']);
  expect(unheard).not.toHaveBeenCalled();
});

test('a goodbye on a connection that is lost under it, or that the node does not take, is told elsewhere', async () => {
  const answers: Answer[] = [
    (_ack, socket) => socket.conn.close(),
    (ack) => ack({ ok: false, error: { category: 'conflict', code: 'not-joined', message: 'Join the call first.' } }),
  ];
  for (const answer of answers) {
    const { link, sockets, renew, unheard } = await connected(answer);
    sayGoodbye({ leave: () => link.leave(), unheard });
    await eventually(() => expect(unheard).toHaveBeenCalledOnce());
    await eventually(() => expect(sockets.size).toBe(0));
    expect(renew, 'nobody asks for a way back in').not.toHaveBeenCalled();
  }
});

test('a goodbye without a connection is told elsewhere at once', async () => {
  const { link, sockets, asked, unheard } = await connected(() => undefined);
  for (const socket of sockets.values()) socket.conn.close();
  await eventually(() => expect(link.connected).toBe(false));
  sayGoodbye({ leave: () => link.leave(), unheard });
  await eventually(() => expect(unheard).toHaveBeenCalledOnce());
  expect(asked).toEqual([]);
});

test('a page that goes away while a node is silent takes no goodbye along', async () => {
  const { window, link, asked, unheard } = await connected(() => undefined);
  let left = false;
  const leave = async () => {
    await link.leave().finally(() => {
      left = true;
    });
  };
  sayGoodbye({ leave, unheard });
  await eventually(() => expect(asked).toEqual(['leave']));
  window.dispatchEvent(new Event('pagehide'));
  expect(unheard).toHaveBeenCalledOnce();
  // The silence itself is found out later, and told once.
  await eventually(() => expect(left).toBe(true));
  window.dispatchEvent(new Event('pagehide'));
  expect(unheard).toHaveBeenCalledOnce();
});
