import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TroubleWatch } from './trouble-watch.ts';

const connected = { state: 'connected' } as const;
const connecting = { state: 'connecting' } as const;
const well: Parameters<TroubleWatch['look']>[0] = {
  online: true,
  socket: true,
  triesFailed: 0,
  hasJoined: true,
  session: 'live',
  transports: [connected, connected],
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('TroubleWatch', () => {
  it('says after 8 s, by itself, that media does not connect, and takes it back when it does', () => {
    const onDue = vi.fn();
    const watch = new TroubleWatch(onDue);
    const now = { ...well, transports: [connecting, connecting] };
    expect(watch.look(now)).toBeNull();
    vi.advanceTimersByTime(7_999);
    expect(watch.look(now)).toBeNull();
    expect(onDue).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onDue).toHaveBeenCalledOnce();
    expect(watch.look(now)).toBe('media-blocked');
    // It stays said while the call is made anew, until something connects.
    expect(watch.look({ ...well, transports: [{ state: 'new' }] })).toBe('media-blocked');
    expect(watch.look(well)).toBeNull();
  });

  it('says after 8 s that the node of a call that begins does not answer', () => {
    const watch = new TroubleWatch(() => {});
    const now = { ...well, socket: false, hasJoined: false, session: 'none', transports: [] } as const;
    expect(watch.look(now)).toBeNull();
    vi.advanceTimersByTime(8_000);
    expect(watch.look(now)).toBe('unreachable');
    // Its socket opens, and its media has eight seconds of its own.
    expect(watch.look({ ...now, socket: true })).toBeNull();
  });

  it('believes that the network is gone until the call shows otherwise', () => {
    const onDue = vi.fn();
    const watch = new TroubleWatch(onDue);
    const now = { ...well, online: false };
    watch.networkLost();
    expect(watch.look(now)).toBe('offline');
    vi.advanceTimersByTime(8_000);
    expect(onDue).toHaveBeenCalledOnce();
    expect(watch.look(now)).toBeNull();
    expect(watch.look({ ...now, transports: [connected, { state: 'disconnected' }] })).toBe('offline');
    expect(watch.look({ ...now, socket: false })).toBe('offline');
  });

  it('does not believe it of a machine that has no network by its word from the first', () => {
    const watch = new TroubleWatch(() => {});
    expect(watch.look({ ...well, online: false, hasJoined: false, session: 'none', transports: [] })).toBe('offline');
    expect(watch.look({ ...well, online: false })).toBeNull();
  });

  it('lets nothing come due once it is closed', () => {
    const onDue = vi.fn();
    const watch = new TroubleWatch(onDue);
    watch.networkLost();
    watch.look({ ...well, transports: [connecting] });
    watch.close();
    vi.advanceTimersByTime(60_000);
    expect(onDue).not.toHaveBeenCalled();
  });
});
