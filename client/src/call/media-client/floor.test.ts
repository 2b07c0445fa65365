import { type MemberId, memberId } from '@ajar/shared';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Chat } from './chat.ts';
import { Floor } from './floor.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const [me, amara, bea] = [1, 2, 3].map((n) => memberId.parse(`00000000-0000-7000-8000-00000000000${n}`)) as [
  MemberId,
  MemberId,
  MemberId,
];
const seen = { locked: false, hands: [], knocking: [], muted: false };

/** A floor, its chat, and what is said of them aloud, each time that anything is. */
function floorOf() {
  const floor = new Floor({ ask: vi.fn(), local: { setMuted: vi.fn(), stopSharing: vi.fn() }, me: () => me });
  const chat = new Chat({ ask: vi.fn(), me: () => me, onUnread: (by) => floor.wrote(by) });
  const said: unknown[] = [];
  floor.state.subscribe(({ heard }, before) => {
    if (heard !== before.heard && Object.values(heard).some((some) => some.length > 0)) said.push(heard);
  });
  const write = (by: MemberId) =>
    chat.said({ id: crypto.randomUUID(), memberId: by, name: 'A', text: 'Hello', at: '' });
  return { floor, chat, said, write };
}

test('what happens within a moment is said together, and what one does oneself is not', () => {
  const { floor, said, write } = floorOf();
  floor.changed({ ...seen, hands: [amara] });
  floor.changed({ ...seen, hands: [amara, me, bea] });
  floor.reacted({ memberId: amara, reaction: 'thanks' });
  floor.reacted({ memberId: amara, reaction: 'agree' });
  floor.reacted({ memberId: me, reaction: 'agree' });
  write(bea);
  vi.advanceTimersByTime(60_000);
  expect(said).toEqual([{ hands: [amara, bea], reactions: [{ memberId: amara, reaction: 'agree' }], writers: [bea] }]);
});

test('the same is said again when it happens again', () => {
  const { floor, said } = floorOf();
  for (let n = 0; n < 3; n += 1) {
    floor.changed({ ...seen, hands: [amara] });
    vi.advanceTimersByTime(10_000);
    expect(floor.state.getState().heard.hands).toEqual([]);
    floor.changed(seen);
  }
  expect(said).toHaveLength(3);
});

test('of what is written the first is told, until it has been looked at; nothing while one reads along', () => {
  const { chat, said, write } = floorOf();
  for (const by of [amara, bea, me]) {
    write(by);
    vi.advanceTimersByTime(10_000);
  }
  expect(said).toEqual([{ hands: [], reactions: [], writers: [amara] }]);
  expect(chat.state.getState().unread).toBe(2);
  chat.setOpen(true);
  write(amara);
  chat.setOpen(false);
  write(bea);
  vi.advanceTimersByTime(10_000);
  expect(said).toHaveLength(2);
});
