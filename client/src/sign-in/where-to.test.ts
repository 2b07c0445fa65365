import { describe, expect, test } from 'vitest';
import { signInPath, whereTo } from './where-to.ts';

const origin = 'https://ajar.example';

describe('where to go after signing in', () => {
  test('a path of this origin, with its query and fragment', () => {
    expect(whereTo('?to=%2Fcall%2F1%3Fa%3Db%23c', origin)).toBe('/call/1?a=b#c');
  });

  test('nothing wanted leads to the corridor', () => {
    expect(whereTo('', origin)).toBe('/');
  });

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
    'people',
    '/sign-in?to=/people',
    '//',
  ])('%j leads to the corridor', (wanted) => {
    expect(whereTo(`?${new URLSearchParams({ to: wanted })}`, origin)).toBe('/');
  });

  test('the sign-in path brings back what was wanted', () => {
    const path = signInPath('/call/1?a=b');
    expect(whereTo(new URL(path, origin).search, origin)).toBe('/call/1?a=b');
    expect(signInPath('/')).toBe('/sign-in');
  });
});
