import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'turns'> = {
  label: 'Votre tour',
  now: 'C’est votre tour avec {{name}}. Entrez quand vous êtes prêt.',
  left: 'Il reste {{left}}. Ensuite vous reculez d’une place, et la gardez.',
  comeIn: 'Entrer',
  missed:
    'On vous a appelé chez {{name}}, et vous n’étiez pas là. Vous êtes une place plus loin, et l’on vous rappellera.',
  here: 'Je suis là',
};

addWords('turns', fr, 'fr');
