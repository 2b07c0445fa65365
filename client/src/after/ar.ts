import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'after'> = {
  dialog: {
    title: 'إبلاغ عن {{name}} أو حظره',
    titleWhom: 'إبلاغ أو حظر',
    whom: 'عمّن؟',
    blockTitle: 'حظر',
    blockWords:
      'لا تظهر أنت و{{name}} أحدكما للآخر بعد الآن، هنا أو إلى الطاولة، ولا تُجمعان أبدًا. إن كنتما في مكالمة معًا فإنك تغادرها فورًا. لا يُخبر {{name}}.',
    blockUndo: 'يمكنك رفعه لاحقًا من «لوحة اسمي».',
    block: 'حظر {{name}}',
    reportTitle: 'إبلاغ',
    reportWords: 'يقرؤه فريق برنامجك ويرى أنه منك. لا يُخبر {{name}} ولا يراه.',
    reason: 'عن أي شيء؟',
    reasons: {
      harassment: 'مضايقة أو تهديد',
      discrimination: 'تمييز أو كلمات كراهية',
      uncomfortable: 'أزعجني',
      pretending: 'ليس من يدّعي أنه هو',
      misuse: 'بيع، أو استعمال البرنامج لغرض آخر',
      other: 'شيء آخر',
    },
    words: 'بكلماتك، إن شئت',
    blockToo: 'حظر {{name}} أيضًا',
    send: 'إرسال البلاغ',
    cancel: 'إلغاء',
  },
  notes: {
    title: 'بعد أحاديثك',
    again: 'لقاء {{name}} مرة أخرى؟',
    private: 'يُسأل كل منكما على انفراد. لا يعلم {{name}} بردّك إلا إن قلتما نعم معًا.',
    yes: 'نعم، لقاء آخر',
    no: 'لا، شكرًا',
    worth: 'هل استحق الوقت؟',
    worthSeen: 'إن شئت. لا يرى الفريق إلا عدد من قال ذلك، ولا يقل أبدًا عن خمسة.',
    spark: 'تريدان أنت و{{name}} اللقاء مرة أخرى.',
    sparkUnder: 'تريان كيف يصل أحدكما إلى الآخر، ويمكنكما الكتابة لترتيبه.',
    more: 'هناك جديد بينك وبين {{name}}.',
    write: 'الكتابة إلى {{name}}',
  },
  worth: { yes: 'نعم', somewhat: 'إلى حد ما', no: 'لا' },
  blocked: 'حظرت {{name}}. لم يعد أحدكما يظهر للآخر.',
  reported: 'بلاغك لدى فريق برنامجك. شكرًا على إخبارهم.',
};

addWords('after', ar, 'ar');
