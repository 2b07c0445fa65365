import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import {
  type AjarError,
  type CorridorSnapshot,
  type EncounterId,
  type Handlers,
  hubProtocol,
  push,
  serve,
} from '@ajar/shared';
import { Server, type Socket as ServerSocket } from 'socket.io';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { Admissions } from './admissions.ts';
import { aCorridor, aDoor, anAdmission } from './fixtures.ts';
import { Hub, type HubEvents } from './hub.ts';
import { type LiveState, nothingLive } from './store.ts';

const nothing = () => ({});
const refused = () => {
  throw new Error('not part of this test');
};
const handlers: Handlers<typeof hubProtocol> = {
  setDoor: nothing,
  walkIn: refused,
  knock: refused,
  waitInLine: refused,
  leaveLine: nothing,
  letIn: refused,
  notNow: nothing,
  comeIn: refused,
  backInLine: nothing,
  sitDown: nothing,
  leaveTable: nothing,
  atCoffee: nothing,
  starter: nothing,
  stayLonger: nothing,
  showWhatIDo: nothing,
  here: nothing,
  joinPair: nothing,
  letJoin: nothing,
  upForChat: nothing,
  setOffersADay: nothing,
  answerOffer: nothing,
  pauseDoor: nothing,
  closeAfter: nothing,
  moveOn: nothing,
  setRoom: nothing,
  goIn: refused,
  setDuty: nothing,
  takeNext: refused,
  waitTogether: refused,
  whomToBring: refused,
  bringSomeone: refused,
  answerBringing: refused,
  follow: refused,
  carryDoor: nothing,
};

const endings: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A real socket.io server that shows `corridor` to whoever connects, and a hub that is connected to it. */
async function connected(
  corridor: CorridorSnapshot,
  own: Partial<Handlers<typeof hubProtocol>> = {},
  before: (socket: ServerSocket) => void = nothing,
  show = (socket: ServerSocket) => push(socket, hubProtocol, 'snapshot', corridor),
) {
  const http = createServer();
  const server = new Server(http);
  endings.push(() => server.close());
  const sockets: ServerSocket[] = [];
  server.on('connection', (socket) => {
    sockets.push(socket);
    serve(socket, hubProtocol, { ...handlers, ...own });
    before(socket);
    show(socket);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const store = createStore<LiveState>(() => nothingLive);
  const admissions = new Admissions();
  const went: EncounterId[] = [];
  const turnedAway: AjarError[] = [];
  const misunderstood: string[] = [];
  const events: HubEvents = {
    goTo: (encounterId) => went.push(encounterId),
    admitted: vi.fn(),
    declined: vi.fn(),
    tableCalls: vi.fn(),
    after: vi.fn(),
    mine: vi.fn(),
    refused: (error) => turnedAway.push(error),
    notUnderstood: (name) => misunderstood.push(name),
  };
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    autoConnect: false,
    reconnectionDelay: 10,
  });
  const hub = new Hub({ socket, store, admissions, events });
  endings.push(() => hub.close());
  hub.open();
  await expect.poll(() => store.getState().corridor).not.toBeNull();
  const client = () => {
    const last = sockets.at(-1);
    if (!last) throw new Error('nobody connected');
    return last;
  };
  return { hub, store, admissions, events, went, turnedAway, misunderstood, client, server };
}

describe('the hub socket', () => {
  test('keeps what was told while the corridor was being read, at the first connection and at each later one', async () => {
    const door = aDoor({ state: 'closed' });
    const corridor = aCorridor({ doors: [door] });
    const { store, client } = await connected(corridor, {}, (socket) => {
      push(socket, hubProtocol, 'changed', { type: 'door', door: { ...door, state: 'open' } });
      push(socket, hubProtocol, 'mine', { ...corridor.mine, doorState: 'ajar' });
    });
    const seen = () => [store.getState().corridor?.doors[0]?.state, store.getState().corridor?.mine.doorState];
    expect(seen()).toEqual(['open', 'ajar']);
    const first = client();
    push(first, hubProtocol, 'changed', { type: 'door', door });
    push(first, hubProtocol, 'mine', corridor.mine);
    await expect.poll(seen, { timeout: 10_000 }).toEqual(['closed', 'closed']);
    first.conn.close();
    await expect.poll(seen, { timeout: 10_000 }).toEqual(['open', 'ajar']);
    expect(client()).not.toBe(first);
  });

  test('reads a corridor that came packed, with what was told before it and while it was being unpacked', async () => {
    const [first, second] = [aDoor({ state: 'closed' }), aDoor({ state: 'closed' })];
    const { doors, around, table, ...own } = aCorridor({ doors: [first, second] });
    const common = new Uint8Array(gzipSync(JSON.stringify({ doors, around, table })));
    const { store, events } = await connected(
      { ...own, doors, around, table },
      {},
      (socket) => push(socket, hubProtocol, 'changed', { type: 'door', door: { ...first, state: 'open' } }),
      (socket) => {
        push(socket, hubProtocol, 'packed', { ...own, common });
        push(socket, hubProtocol, 'changed', { type: 'door', door: { ...second, state: 'ajar' } });
      },
    );
    const states = () => store.getState().corridor?.doors.map((door) => door.state);
    await expect.poll(states, { timeout: 10_000 }).toEqual(['open', 'ajar']);
    expect(store.getState().corridor?.memberId).toBe(own.memberId);
    expect(events.mine).toHaveBeenCalledOnce();
  });

  test('keeps the corridor up to date', async () => {
    const door = aDoor({ state: 'closed' });
    const { store, client } = await connected(aCorridor({ doors: [door] }));
    expect(store.getState().connection).toBe('connected');
    push(client(), hubProtocol, 'changed', { type: 'door', door: { ...door, state: 'open' } });
    await expect.poll(() => store.getState().corridor?.doors[0]?.state).toBe('open');
  });

  test('lets what others do wait while a call begins, and then shows all of it', async () => {
    const door = aDoor({ state: 'closed' });
    const corridor = aCorridor({ doors: [door] });
    const { hub, store, client } = await connected(corridor);
    hub.holdChanges(300);
    push(client(), hubProtocol, 'changed', { type: 'door', door: { ...door, state: 'ajar' } });
    push(client(), hubProtocol, 'changed', { type: 'door', door: { ...door, state: 'open' } });
    push(client(), hubProtocol, 'mine', { ...corridor.mine, doorState: 'open' });
    const states: unknown[] = [];
    store.subscribe((now) => states.push(now.corridor?.doors[0]?.state));
    await expect.poll(() => store.getState().corridor?.mine.doorState).toBe('open');
    await expect.poll(() => store.getState().corridor?.doors[0]?.state).toBe('open');
    expect(states).not.toContain('ajar');
  });

  test('tells what is mine, with what it was before', async () => {
    const corridor = aCorridor({});
    const { events, client } = await connected(corridor);
    expect(events.mine).toHaveBeenCalledWith(null, corridor.mine);
    const after = { ...corridor.mine, doorState: 'ajar' as const };
    push(client(), hubProtocol, 'mine', after);
    await expect.poll(() => events.mine).toHaveBeenCalledWith(corridor.mine, after);
  });

  test('goes where it is admitted, and hands the admission over', async () => {
    const { admissions, events, went, client } = await connected(aCorridor({}));
    const admission = anAdmission();
    push(client(), hubProtocol, 'admitted', { admission, why: 'coffee' });
    await expect.poll(() => went).toEqual([admission.encounterId]);
    expect(admissions.fresh(admission.encounterId)).toEqual(admission);
    expect(events.admitted).toHaveBeenCalledOnce();
  });

  test('follows no call while the door is at another window, until something is pressed here', async () => {
    const { hub, store, events, went, client } = await connected(aCorridor({}));
    push(client(), hubProtocol, 'doorElsewhere', {});
    await expect.poll(() => store.getState().door).toBe('elsewhere');
    push(client(), hubProtocol, 'admitted', { admission: anAdmission(), why: 'visitor' });
    push(client(), hubProtocol, 'tableCalls', {});
    await expect.poll(() => events.tableCalls).toHaveBeenCalledOnce();
    expect(went).toEqual([]);
    await hub.ask('carryDoor', {});
    expect(store.getState().door).toBe('here');
    const admission = anAdmission();
    push(client(), hubProtocol, 'admitted', { admission, why: 'visitor' });
    await expect.poll(() => went).toEqual([admission.encounterId]);
  });

  test('goes to a conversation one is expected in, and only once', async () => {
    const { encounterId } = anAdmission();
    const encounter = {
      encounterId,
      kind: 'door' as const,
      with: [],
      joined: false,
      atMyDoor: false,
      firstVisit: false,
    };
    const corridor = aCorridor({ mine: { encounter } });
    const { store, went, client } = await connected(corridor);
    expect(went).toEqual([encounterId]);
    push(client(), hubProtocol, 'mine', { ...corridor.mine, doorState: 'open' });
    await expect.poll(() => store.getState().corridor?.mine.doorState).toBe('open');
    expect(went).toEqual([encounterId]);
  });

  test('does not drag anybody into a conversation they have been in', async () => {
    const { encounterId } = anAdmission();
    const { went } = await connected(
      aCorridor({
        mine: { encounter: { encounterId, kind: 'door', with: [], joined: true, atMyDoor: false, firstVisit: false } },
      }),
    );
    expect(went).toEqual([]);
  });

  test('a refused request is the error the server answered', async () => {
    const { hub } = await connected(aCorridor({}));
    await expect(hub.ask('walkIn', { doorId: aDoor({}).doorId })).rejects.toMatchObject({ category: 'internal' });
  });

  test('a push that does not parse changes nothing', async () => {
    const { store, misunderstood, client } = await connected(aCorridor({}));
    const before = store.getState().corridor;
    client().emit('changed', { type: 'explosion' });
    await expect.poll(() => misunderstood).toEqual(['changed']);
    expect(store.getState().corridor).toBe(before);
  });

  test('keeps the last corridor while reconnecting, and comes back by itself', async () => {
    const { store, client } = await connected(aCorridor({}));
    const seen: LiveState[] = [];
    endings.push(store.subscribe((state) => seen.push(state)));
    client().conn.close();
    await expect.poll(() => seen.map((state) => state.connection)).toContain('reconnecting');
    await expect.poll(() => store.getState().connection).toBe('connected');
    expect(seen.every((state) => state.corridor)).toBe(true);
  });

  test('says so when the server turns it away', async () => {
    const { turnedAway, client } = await connected(aCorridor({}));
    client().disconnect(true);
    await expect.poll(() => turnedAway).toHaveLength(1);
  });

  test('closing forgets everything', async () => {
    const { hub, store, admissions, client } = await connected(aCorridor({}));
    const admission = anAdmission();
    push(client(), hubProtocol, 'admitted', { admission, why: 'let-in' });
    await expect.poll(() => admissions.fresh(admission.encounterId)).toBeDefined();
    hub.close();
    expect(store.getState()).toEqual(nothingLive);
    expect(admissions.fresh(admission.encounterId)).toBeUndefined();
  });
});
