import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDoor } from '../../live/fixtures.ts';
import { isEveryDoor, matcher, named, topicsOf } from './find.ts';

const doors = [
  aDoor({ name: 'José Álvarez', place: 'Nephrology · Lima', talksAbout: 'teaching, saying no' }),
  aDoor({ name: 'Amara Osei', place: 'Clinician scientist · Toronto', talksAbout: 'Teaching; grants' }),
  aDoor({ name: 'Bea Sørensen', place: 'Lund', talksAbout: 'grants, teaching' }),
];
const found = (words: string, topics: string[] = []) =>
  doors.filter(matcher({ words, topics: new Set(topics) })).map(({ name }) => name);

test('every word is somewhere on the name plate, whatever its capitals and accents', () => {
  expect(found('jose lima')).toEqual(['José Álvarez']);
  expect(found('ÁLVAREZ')).toEqual(['José Álvarez']);
  expect(found('sorensen')).toEqual(['Bea Sørensen']);
  expect(found('Sørensen')).toEqual(['Bea Sørensen']);
  expect(found('toronto teach')).toEqual(['Amara Osei']);
  expect(found('lima grants')).toEqual([]);
});

test('of topics one is enough, however it is spelled, and with words both are meant', () => {
  expect(found('', ['saying no'])).toEqual(['José Álvarez']);
  expect(found('', ['Grants', 'saying no'])).toEqual(['José Álvarez', 'Amara Osei', 'Bea Sørensen']);
  expect(found('lund', ['grants'])).toEqual(['Bea Sørensen']);
  expect(found('lund', ['saying no'])).toEqual([]);
});

test('a topic is the whole of what is said, not a part of a word', () => {
  expect(found('', ['grant'])).toEqual([]);
});

test('blanks look for nothing, and so everything is found', () => {
  expect(isEveryDoor({ words: '  ', topics: new Set() })).toBe(true);
  expect(isEveryDoor({ words: '', topics: new Set(['grants']) })).toBe(false);
  expect(found('  ')).toHaveLength(doors.length);
});

test('topics are offered that more than one door has, the commonest first and as most of them spell it', () => {
  expect(topicsOf(doors)).toEqual(['teaching', 'grants']);
});

test('people are found by name alone', () => {
  expect(doors.filter(named('alvarez')).map(({ name }) => name)).toEqual(['José Álvarez']);
  expect(doors.filter(named('lund'))).toEqual([]);
});

test('each further word finds no door that was not found before', () => {
  const word = fc.constantFrom('a', 'jo', 'grants', 'lund', 'x', 'osei', 'É');
  fc.assert(
    fc.property(fc.array(word), word, (words, more) => {
      const before = found(words.join(' '));
      for (const name of found([...words, more].join(' '))) expect(before).toContain(name);
    }),
  );
});
