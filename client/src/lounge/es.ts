import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'lounge'> = {
  while: 'Mientras espera',
  nobody: 'Otras personas también esperan a {{mentor}}. Si quiere, pueden esperar juntas.',
  inside_one: '{{names}} también espera a {{mentor}}, y prefiere no esperar a solas.',
  inside_other: '{{names}} esperan juntos a {{mentor}}.',
  inOne: 'Espera en compañía.',
  step: 'Esperar en compañía',
  hint: 'Una llamada con quienes en esta fila prefieren no esperar a solas. Conserva su lugar.',
  back: 'Volver a la sala de espera',
  label: 'Su lugar en la fila',
  next: 'El próximo turno con {{name}} es suyo. Se le llama desde aquí.',
  before_one: 'Hay {{count}} persona antes con {{name}}. Se le llama desde aquí.',
  before_other: 'Hay {{count}} personas antes con {{name}}. Se le llama desde aquí.',
};

addWords('lounge', es, 'es');
