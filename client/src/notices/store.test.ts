import { beforeEach, describe, expect, test } from 'vitest';
import { dismiss, dismissAll, noticeStore, tell } from './store.ts';

const texts = () => noticeStore.getState().notices.map((notice) => notice.text);

describe('notices', () => {
  beforeEach(dismissAll);

  test('stand in the order they were told', () => {
    tell('error', 'one');
    tell('info', 'two');
    expect(texts()).toEqual(['one', 'two']);
  });

  test('the same words are shown once, as the newest', () => {
    tell('error', 'one');
    tell('error', 'two');
    tell('error', 'one');
    expect(texts()).toEqual(['two', 'one']);
  });

  test('the oldest makes room for a fourth', () => {
    for (const text of ['one', 'two', 'three', 'four']) tell('info', text);
    expect(texts()).toEqual(['two', 'three', 'four']);
  });

  test('dismissing one leaves the others', () => {
    tell('error', 'one');
    tell('error', 'two');
    const [first] = noticeStore.getState().notices;
    dismiss(first?.id ?? 0);
    expect(texts()).toEqual(['two']);
  });
});
