import { ownParticulars } from '@ajar/shared';
import { expect, test } from 'vitest';
import { particularsFrom, wordsIn } from './particulars-form.ts';

const before = ownParticulars.parse({
  particulars: {
    division: 'Medicine',
    site: '',
    profession: '',
    stage: 'mid',
    offers: [],
    wants: [],
    interests: [],
    languages: ['en'],
    tableSize: 'small',
  },
  likeness: { attribute: 'first in my family', value: 'yes', wanted: true },
});

const form = (said: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(said)) data.set(name, value);
  return data;
};

test('what is said is what is sent, and how one likes to sit stays as it was', () => {
  const said = particularsFrom(
    form({ division: ' Surgery ', stage: 'late', offers: 'teaching, saying no,, teaching', languages: 'EN, sv' }),
    before,
  );
  expect(ownParticulars.parse(said)).toEqual(said);
  expect(said.particulars).toMatchObject({
    division: 'Surgery',
    stage: 'late',
    offers: ['teaching', 'saying no'],
    languages: ['en', 'sv'],
    tableSize: 'small',
  });
});

test('an emptied likeness is forgotten, and no language said is English', () => {
  const said = particularsFrom(form({ likenessAttribute: '', likenessValue: 'yes', languages: ' ' }), before);
  expect(said.likeness).toBeNull();
  expect(said.particulars).toMatchObject({ languages: ['en'], stage: null, division: '' });
});

test('words are what stands between commas', () => {
  expect(wordsIn(' a,b , ,a,')).toEqual(['a', 'b']);
});
