import { describe, expect, it } from 'vitest';
import { backoff, type Condition, nextRepair } from './repair.ts';
import { callMoves, mayMoveCall } from './state.ts';
import { type Circumstances, getsThrough, troubleOf } from './trouble.ts';

const well: Condition = {
  socket: true,
  session: 'live',
  suspect: false,
  transports: [
    { id: 'send', state: 'connected', restarted: false },
    { id: 'recv', state: 'connected', restarted: false },
  ],
};

const [send, recv] = well.transports;

describe('nextRepair', () => {
  it('leaves alone what works', () => {
    expect(nextRepair(well)).toEqual({ do: 'nothing' });
  });

  it('waits for the socket before anything else', () => {
    expect(nextRepair({ ...well, socket: false, session: 'stale' })).toEqual({ do: 'wait-for-socket' });
  });

  it.each(['none', 'stale'] as const)('joins when the session is %s', (session) => {
    expect(nextRepair({ ...well, session })).toEqual({ do: 'join' });
  });

  it.each(['failed', 'disconnected'] as const)('restarts ICE where a transport is %s', (state) => {
    const transports = [{ id: 'send', state, restarted: false }, ...(recv ? [recv] : [])];
    expect(nextRepair({ ...well, transports })).toEqual({ do: 'restart-ice', transportIds: ['send'] });
  });

  it('joins anew when a restart did not help, rather than restarting for ever', () => {
    const transports = [{ id: 'send', state: 'failed' as const, restarted: true }];
    expect(nextRepair({ ...well, transports })).toEqual({ do: 'join' });
  });

  it('restarts ICE everywhere when the network has changed', () => {
    expect(nextRepair({ ...well, suspect: true })).toEqual({
      do: 'restart-ice',
      transportIds: [send?.id, recv?.id],
    });
  });
});

describe('backoff', () => {
  it('begins at once and never grows beyond 8 s', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 60].map(backoff)).toEqual([0, 500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  });
});

describe('troubleOf', () => {
  const fine: Circumstances = {
    online: true,
    socket: true,
    triesFailed: 0,
    hasJoined: true,
    session: 'live',
    transports: well.transports,
    mediaLate: false,
  };

  it.each<[string, Partial<Circumstances>, string | null]>([
    ['nothing', {}, null],
    ['no network', { online: false, socket: false }, 'offline'],
    ['a node that does not answer', { socket: false, triesFailed: 2 }, 'unreachable'],
    ['a dropped socket', { socket: false }, 'reconnecting'],
    ['a session being made anew', { session: 'stale' }, 'reconnecting'],
    ['a first join under way', { hasJoined: false, session: 'none' }, null],
    [
      'a socket that does not open',
      { mediaLate: true, socket: false, hasJoined: false, session: 'none' },
      'unreachable',
    ],
    ['media that does not get through', { mediaLate: true, transports: [{ state: 'connecting' }] }, 'media-blocked'],
    ['the same while joining anew', { mediaLate: true, session: 'stale' }, 'media-blocked'],
    ['media that stopped', { transports: [{ state: 'disconnected' }] }, 'reconnecting'],
  ])('tells of %s', (_what, change, trouble) => {
    expect(troubleOf({ ...fine, ...change })).toBe(trouble);
  });
});

describe('getsThrough', () => {
  const connected = { state: 'connected' } as const;

  it.each<[string, Parameters<typeof getsThrough>[0], boolean]>([
    ['all is connected', { socket: true, transports: [connected, { state: 'new' }] }, true],
    ['the socket is gone', { socket: false, transports: [connected] }, false],
    ['one way is silent', { socket: true, transports: [connected, { state: 'disconnected' }] }, false],
    ['nothing has connected yet', { socket: true, transports: [{ state: 'new' }] }, false],
    ['there is no session', { socket: true, transports: [] }, false],
  ])('where %s: %s', (_what, now, through) => {
    expect(getsThrough(now)).toBe(through);
  });
});

describe('the life of a call', () => {
  it('ends for good', () => {
    expect(callMoves.over).toEqual([]);
    expect(callMoves.failed).toEqual([]);
  });

  it('comes back from reconnecting, and never joins twice', () => {
    expect(mayMoveCall('reconnecting', 'joined')).toBe(true);
    expect(mayMoveCall('joined', 'joining')).toBe(false);
  });
});
