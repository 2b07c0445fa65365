import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'follow'> = {
  tell: 'أخبرني حين يُفتح هذا الباب',
  once: 'تُخبر حين يُفتح.',
  always: 'تُخبر كلما فُتح.',
  everyTime: 'كل مرة',
  stop: 'لا تخبرني',
  asked: 'تُخبر مرة واحدة حين يُفتح باب {{name}}. لك أن تختار الطريقة في «المتابَعة».',
};

addWords('follow', ar, 'ar');
