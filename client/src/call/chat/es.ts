import { addWords, type WordsOf } from '../../words/index.ts';

const es: WordsOf<'chat'> = {
  title: 'Mensajes',
  hint: 'Los ven quienes están aquí ahora. Desaparecen al terminar esta llamada.',
  close: 'Cerrar los mensajes',
  messages: 'Mensajes escritos',
  empty: 'Todavía no se ha escrito nada.',
  field: 'Escribir a todos aquí',
  send: 'Enviar',
  you: 'Usted',
  attach: 'Ofrecer un archivo de hasta 10 MB',
  file: {
    mine: 'A disposición de todos aquí, mientras usted esté.',
    take: 'Tomar {{name}}',
    coming: '{{name}} está llegando',
    cancel: 'Parar',
    save: 'Guardar {{name}}',
    failed: 'No ha llegado entero, y no se ha guardado nada.',
    again: 'Tomar {{name}} de nuevo',
    gone: 'Ya no está disponible.',
  },
};

addWords('chat', es, 'es');
