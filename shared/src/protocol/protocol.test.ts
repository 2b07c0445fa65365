import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { AjarError } from '../errors.ts';
import { defineProtocol, listen, push, request, serve } from './protocol.ts';

const protocol = defineProtocol({
  requests: {
    double: { data: z.object({ n: z.number().int() }), reply: z.object({ n: z.number() }) },
    refuse: { data: z.object({}), reply: z.object({}) },
    break: { data: z.object({}), reply: z.object({}) },
  },
  pushes: { told: z.object({ word: z.string() }) },
});

/** Two ends of a wire: what one emits, the other hears; the last argument is the way back. */
function wire() {
  const server = new EventEmitter();
  const asking = {
    timeout: (ms: number) => ({
      emitWithAck: (event: string, data: unknown) =>
        new Promise<unknown>((resolve, reject) => {
          const timer = setTimeout(() => reject(new Error('timeout')), ms);
          const heard = server.emit(event, data, (answer: unknown) => {
            clearTimeout(timer);
            resolve(structuredClone(answer));
          });
          if (!heard) server.emit('unheard', event);
        }),
    }),
  };
  return { server, asking };
}

function served(handled: string[] = []) {
  const { server, asking } = wire();
  serve(server, protocol, {
    double: ({ n }) => {
      handled.push('double');
      return { n: 2 * n };
    },
    refuse: () => {
      throw new AjarError('conflict', 'door-closed', 'The door is closed.');
    },
    break: () => {
      throw new Error('secret detail');
    },
  });
  return { server, asking };
}

test('a request is answered with its reply', async () => {
  await expect(request(served().asking, protocol, 'double', { n: 21 })).resolves.toEqual({ n: 42 });
});

test('a payload that does not parse reaches no handler and is refused with the field named', async () => {
  const handled: string[] = [];
  const { asking } = served(handled);
  for (const bad of [undefined, null, 7, 'n', [], {}, { n: '1' }, { n: 1.5 }]) {
    const answer = await asking.timeout(1_000).emitWithAck('double', bad);
    expect(answer).toMatchObject({ ok: false, error: { category: 'bad-input' } });
  }
  expect(handled).toEqual([]);
});

test('what a handler refuses arrives as the same error', async () => {
  await expect(request(served().asking, protocol, 'refuse', {})).rejects.toMatchObject({
    category: 'conflict',
    code: 'door-closed',
    message: 'The door is closed.',
  });
});

test('what breaks inside arrives as an internal error without its details', async () => {
  const failure = request(served().asking, protocol, 'break', {});
  await expect(failure).rejects.toMatchObject({ category: 'internal' });
  await expect(failure).rejects.not.toThrow(/secret/);
});

test('no answer in time is said to be that', async () => {
  const { asking } = wire();
  const failure = request(asking, protocol, 'double', { n: 1 }, { timeout: 5 });
  await expect(failure).rejects.toMatchObject({ category: 'unavailable', code: 'no-answer' });
});

test('a reply that is not what the protocol says is not passed on', async () => {
  const { server, asking } = wire();
  server.on('double', (_: unknown, answer: (ack: unknown) => void) => answer({ ok: true, reply: { n: 'many' } }));
  await expect(request(asking, protocol, 'double', { n: 1 })).rejects.toThrow();
});

test('a message without an ack does no harm', () => {
  const { server } = served();
  expect(() => server.emit('double', { n: 1 })).not.toThrow();
  expect(() => server.emit('double')).not.toThrow();
});

test('pushes are parsed by who hears them; one that does not parse is reported and dropped', () => {
  const socket = new EventEmitter();
  const words: string[] = [];
  const bad: string[] = [];
  listen(socket, protocol, { told: ({ word }) => words.push(word) }, (name) => bad.push(name));
  push(socket, protocol, 'told', { word: 'hello' });
  socket.emit('told', { word: 3 });
  socket.emit('told');
  expect(words).toEqual(['hello']);
  expect(bad).toEqual(['told', 'told']);
});
