import { addWords, type WordsOf } from '../../words/index.ts';

const allow = 'Autorisez le microphone et la caméra.';
const switchesOn = 'Activez le microphone et la caméra.';

const fr: WordsOf<'devices'> = {
  title: 'Appareils et effets',
  close: 'Fermer',
  tryAgain: 'C’est autorisé : réessayer',
  replaced: {
    microphone: 'Votre microphone n’est plus là. Un autre est utilisé.',
    camera: 'Votre caméra n’est plus là. Une autre est utilisée.',
    by: 'Maintenant : {{name}}.',
  },
  speaker: {
    test: 'Essayer le haut-parleur',
    playing: 'Deux notes douces se jouent maintenant.',
    played: 'Si vous n’avez pas entendu deux notes douces, montez le volume ou choisissez un autre haut-parleur.',
    failed: 'L’essai n’a pas pu être joué là. Choisissez un autre haut-parleur et réessayez.',
    system: 'Ce navigateur joue le son là où votre appareil joue tout le reste ; cela se choisit dans ses réglages.',
  },
  help: {
    microphone: 'Comment autoriser le microphone',
    camera: 'Comment autoriser la caméra',
    both: 'Comment autoriser le microphone et la caméra',
    back: 'Revenez ici et appuyez sur le bouton ci-dessous.',
    reload: 'Revenez ici ; la page se recharge peut-être.',
    chrome: {
      desktop: {
        where: 'Appuyez sur l’icône aux deux curseurs, ou sur la caméra barrée, à côté de l’adresse de cette page.',
        allow: switchesOn,
      },
      android: {
        where: 'Appuyez sur l’icône aux deux curseurs à côté de l’adresse de cette page, puis sur Autorisations.',
        allow,
      },
      ios: { where: 'Ouvrez les Réglages du téléphone, puis Apps, puis Chrome.', allow: switchesOn },
    },
    edge: {
      desktop: {
        where: 'Appuyez sur le cadenas à côté de l’adresse de cette page, puis sur Autorisations pour ce site.',
        allow: 'Réglez le microphone et la caméra sur Autoriser.',
      },
      android: {
        where: 'Appuyez sur le cadenas à côté de l’adresse de cette page, puis sur Autorisations.',
        allow,
      },
      ios: { where: 'Ouvrez les Réglages du téléphone, puis Apps, puis Edge.', allow: switchesOn },
    },
    firefox: {
      desktop: {
        where: 'Appuyez sur le microphone ou la caméra barrés, au début de l’adresse de cette page.',
        allow: 'Appuyez sur la croix à côté de chaque Bloqué, pour que Firefox demande de nouveau.',
      },
      android: {
        where: 'Appuyez sur le cadenas à côté de l’adresse de cette page.',
        allow: 'Appuyez sur Microphone et Appareil photo jusqu’à lire Autorisé.',
      },
      ios: { where: 'Ouvrez les Réglages du téléphone, puis Apps, puis Firefox.', allow: switchesOn },
    },
    safari: {
      desktop: {
        where: 'Dans le menu Safari, choisissez Réglages pour ce site web.',
        allow: 'Réglez la caméra et le microphone sur Autoriser.',
      },
      ios: {
        where:
          'Appuyez sur l’icône de page au bout de la barre d’adresse, puis sur les trois points, puis sur Réglages du site web.',
        allow: 'Réglez la caméra et le microphone sur Autoriser.',
      },
    },
    other: {
      desktop: {
        where: 'Appuyez sur l’icône à côté de l’adresse de cette page.',
        allow: 'Autorisez le microphone et la caméra pour ce site.',
      },
      android: {
        where: 'Appuyez sur l’icône à côté de l’adresse de cette page, puis sur Autorisations.',
        allow,
      },
      ios: { where: 'Ouvrez les Réglages du téléphone, puis Apps, puis ce navigateur.', allow: switchesOn },
    },
    machine: {
      desktop:
        'Déjà autorisé là ? L’ordinateur lui-même s’y oppose peut-être : regardez sous Confidentialité dans ses réglages, à Microphone et à Caméra.',
      android:
        'Déjà autorisé là ? Regardez alors dans les Paramètres du téléphone, sous Applications, les autorisations de ce navigateur.',
      ios: 'Déjà autorisé là ? Regardez alors dans les Réglages du téléphone, sous Confidentialité et sécurité.',
    },
  },
};

addWords('devices', fr, 'fr');
