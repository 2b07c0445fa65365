import { addWords, type WordsOf } from '../words/index.ts';

const fr: WordsOf<'session'> = {
  noConnection: 'Ajar n’a pas pu être joint. Vérifiez la connexion et réessayez.',
  tooMany: 'Cela a été essayé trop souvent. Attendez une minute et réessayez.',
  failed: 'Cela n’a pas marché. Rien n’a été changé ; réessayez, ou utilisez un autre moyen de vous connecter.',
  passkeyAdded: 'La clé d’accès est ajoutée. La prochaine fois, elle suffit pour vous connecter.',
  passkeyCancelled: 'Aucune clé d’accès n’a servi. Réessayez, ou utilisez un autre moyen de vous connecter.',
  passkeyNotAdded: 'Aucune clé d’accès n’a été ajoutée. Votre compte est tel qu’il était.',
  passkeyAlready: 'Cet appareil a déjà une clé d’accès pour votre compte.',
};

addWords('session', fr, 'fr');
