import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'bringing'> = {
  bring: 'اصطحاب أحد',
  hint: 'تنتظران بمكان واحد وتدخلان معًا.',
  nobody: 'لا أحد هنا الآن يمكنه مرافقتك.',
  who: 'من تود اصطحابه إلى {{mentor}}؟',
  choose: 'اختر أحدًا',
  ask: 'السؤال بهدوء',
  never: 'لا داعي',
  asked: 'سألت {{name}} أن يرافقك. إن لم يأت رد خلال دقيقتين فيمكنك سؤال غيره.',
  together: 'لك ولـ{{name}} مكان واحد عند باب {{mentor}}. تُناديان معًا.',
  question: 'سؤال عن المرافقة',
  wouldLike: 'ينتظر {{name}} {{mentor}} ويود أن ترافقه.',
  quiet: 'تنتظران بمكان واحد وتدخلان معًا. لا يُخبر {{name}} إن كنت لا تفضل ذلك.',
  yes: 'نعم، أرافقه',
  no: 'ليس الآن',
  inside: '{{name}} مع {{mentor}}، ويمكنك اللحاق به.',
  follow: 'اللحاق',
};

addWords('bringing', ar, 'ar');
