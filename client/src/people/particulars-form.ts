import type { CareerStage, OwnParticulars } from '@ajar/shared';

/** What the form says, as the contract wants it. Fields that are not in it stay as they were. */
export function particularsFrom(form: Pick<FormData, 'get'>, before: OwnParticulars): OwnParticulars {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const [attribute, value] = [text('likenessAttribute'), text('likenessValue')];
  const languages = wordsIn(text('languages').toLowerCase());
  return {
    particulars: {
      ...before.particulars,
      division: text('division'),
      site: text('site'),
      profession: text('profession'),
      stage: (text('stage') || null) as CareerStage | null,
      offers: wordsIn(text('offers')),
      wants: wordsIn(text('wants')),
      interests: wordsIn(text('interests')),
      languages: languages.length > 0 ? languages : ['en'],
    },
    likeness: attribute && value ? { attribute, value, wanted: form.get('likenessWanted') === 'on' } : null,
  };
}

/** Words with commas between them, each once. */
export function wordsIn(text: string): string[] {
  const words = text.split(',').map((word) => word.trim());
  return [...new Set(words.filter(Boolean))];
}
