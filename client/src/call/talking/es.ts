import { addWords, type WordsOf } from '../../words/index.ts';

const es: WordsOf<'talking'> = {
  title: 'Mi tiempo de palabra',
  early: 'Todavía es pronto para decirlo.',
  share: 'Cerca del {{share}} de la conversación ha sido suyo.',
  since: 'Contado aquí desde las {{time}}, solo para usted. No se guarda.',
  close: 'Retirar',
};

addWords('talking', es, 'es');
