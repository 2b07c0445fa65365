import { addWords, type WordsOnTrial } from '../../words/index.ts';

const ar: WordsOnTrial<'connectionSheet'> = {
  title: 'الاتصال',
  save: 'توفير البيانات',
  saveHint: 'الصوت والشاشات المشتركة فقط: تبقى الكاميرا مغلقة، ولا تصل كاميرات الآخرين. يتذكر هذا الجهاز ذلك.',
  you: 'أنت',
  quality: {
    good: 'جيد',
    uneven: 'متقلب',
    weak: 'اتصال ضعيف',
    reconnecting: 'إعادة الاتصال',
    unknown: 'غير معروف بعد',
  },
  advice: {
    uneven: 'قد تضيع كلمة بين حين وآخر. ليس عليك شيء.',
    weak: 'تضيع كلمات من جهتك. قد يفيد الاقتراب من الواي فاي أو توفير البيانات.',
  },
  figures: 'الأرقام',
  route: 'المسار',
  routes: { udp: 'مباشر، UDP', tcp: 'مباشر، TCP', relay: 'عبر وسيط (TURN)' },
  roundTrip: 'ذهابًا وإيابًا',
  sound: 'الصوت',
  picture: 'الصورة',
  screen: 'الشاشة',
  ms: '{{value}} مللي ثانية',
  sent: '{{bitrate}} كيلوبت/ث، ضاع {{loss}} ٪',
  heard: '{{bitrate}} كيلوبت/ث، ضاع {{loss}} ٪، عُوّض {{concealed}} ٪',
  size: '{{width}} × {{height}}، {{rate}}/ث',
  close: 'إغلاق',
};

addWords('connectionSheet', ar, 'ar');
