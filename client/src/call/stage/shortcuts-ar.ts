import { addWords, type WordsOnTrial } from '../../words/index.ts';

const ar: WordsOnTrial<'shortcuts'> = {
  title: 'اختصارات لوحة المفاتيح',
  microphone: 'تشغيل الميكروفون أو إيقافه',
  camera: 'تشغيل الكاميرا أو إيقافها',
  share: 'مشاركة الشاشة أو إيقافها',
  hand: 'رفع يدك أو خفضها',
  chat: 'الرسائل',
  view: 'الجميع بالتساوي، أو المتحدث كبيرًا',
  point: 'الإشارة إلى المعروض أو إيقافها',
  apart: 'صورة داخل صورة، أو العودة',
  leave: 'مغادرة',
  help: 'هذه الاختصارات',
  hold: 'التحدث أثناء الضغط وأنت مكتوم',
  space: 'المسافة',
  close: 'إغلاق',
};

addWords('shortcuts', ar, 'ar');
