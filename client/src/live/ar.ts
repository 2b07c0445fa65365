import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'live'> = {
  knocking: '{{name}} يطرق الباب',
  inLine: '{{name}} ينتظر عند بابك',
  atDesk: '{{title}}: أحدهم ينتظر',
  admitted: {
    'let-in': 'تفضل بالدخول: {{names}}',
    'your-turn': 'دورك مع {{names}}',
    visitor: 'دخل {{names}}',
    coffee: 'قهوة مع {{names}}',
    passing: 'خمس دقائق مع {{names}}',
  },
  passing: '{{name}} يمر من هنا. خمس دقائق؟',
  declined: {
    'not-now': 'لا يستطيع {{name}} الحديث الآن. ليس هذا ردًا عليك؛ اطرق مرة أخرى لاحقًا.',
    closed: 'أغلق {{name}} الباب حتى حين. ليس هذا ردًا عليك؛ سيُفتح في وقت آخر.',
    away: 'لم يتمكن {{name}} من العودة في الوقت، فانتهى الصف عند هذا الباب. شكرًا على الانتظار.',
    closing: 'اضطر {{name}} إلى التوقف بعد آخر زيارة، فلم يأت دورك اليوم. شكرًا على الانتظار.',
  },
  tableCalls: 'جلس أحدهم إلى القهوة كما أردت أن تُخبر. اجلس أنت أيضًا فتلتقيان.',
  signedOut: 'تم تسجيل خروجك. لم يضع شيء؛ سجّل الدخول للمتابعة.',
  notUnderstood: 'وصل شيء لا تفهمه هذه الصفحة. حمّل الصفحة من جديد؛ ربما جرى تحديثها.',
};

addWords('live', ar, 'ar');
