import { addWords, type WordsOf } from '../words/index.ts';

const es: WordsOf<'session'> = {
  noConnection: 'No se ha podido llegar a Ajar. Compruebe la conexión e inténtelo de nuevo.',
  tooMany: 'Se ha intentado demasiadas veces. Espere un minuto e inténtelo de nuevo.',
  failed: 'No ha funcionado. Nada ha cambiado; inténtelo de nuevo, o use otra forma de entrar.',
  passkeyAdded: 'La clave de acceso está añadida. La próxima vez puede entrar con ella.',
  passkeyCancelled: 'No se ha usado ninguna clave de acceso. Inténtelo de nuevo, o use otra forma de entrar.',
  passkeyNotAdded: 'No se ha añadido ninguna clave de acceso. Su cuenta sigue como estaba.',
  passkeyAlready: 'Este dispositivo ya tiene una clave de acceso para su cuenta.',
};

addWords('session', es, 'es');
