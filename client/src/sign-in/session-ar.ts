import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'session'> = {
  noConnection: 'تعذر الوصول إلى Ajar. تحقق من الاتصال وأعد المحاولة.',
  tooMany: 'تكررت المحاولة كثيرًا. انتظر دقيقة وأعد المحاولة.',
  failed: 'لم ينجح ذلك. لم يتغير شيء؛ أعد المحاولة أو استعمل طريقة أخرى للدخول.',
  passkeyAdded: 'أُضيف مفتاح المرور. يمكنك الدخول به في المرة القادمة.',
  passkeyCancelled: 'لم يُستعمل مفتاح مرور. أعد المحاولة أو استعمل طريقة أخرى للدخول.',
  passkeyNotAdded: 'لم يُضف مفتاح مرور. حسابك كما كان.',
  passkeyAlready: 'لهذا الجهاز مفتاح مرور لحسابك من قبل.',
};

addWords('session', ar, 'ar');
