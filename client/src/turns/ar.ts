import { addWords, type WordsOnTrial } from '../words/index.ts';

const ar: WordsOnTrial<'turns'> = {
  label: 'دورك',
  now: 'حان دورك عند {{name}}. ادخل متى شئت.',
  left: 'بقي {{left}}. بعدها تعود مكانًا واحدًا إلى الخلف، وهو محفوظ لك.',
  comeIn: 'دخول',
  missed: 'نودي عليك عند باب {{name}} ولم تكن هنا. عدت مكانًا واحدًا إلى الخلف، وتُنادى ثانية.',
  here: 'أنا هنا',
};

addWords('turns', ar, 'ar');
