import { addWords, type WordsOf } from '../../words/index.ts';

const fr: WordsOf<'effects'> = {
  noise: 'Le bruit autour de vous',
  noises: {
    off: 'Le laisser',
    browser: 'Laisser le navigateur le réduire',
    strong: 'Le réduire fortement',
  },
  noiseHint: {
    off: 'Convient à la musique et à une pièce calme.',
    browser: 'Convient à la plupart des pièces.',
    strong:
      'Pour une pièce bruyante. Votre voix s’entend environ deux centièmes de seconde plus tard, et tout se passe sur cet appareil.',
  },
  background: 'Derrière vous',
  backgrounds: { none: 'Votre pièce', blur: 'Floue', paper: 'Papier chaud', dusk: 'Soir', garden: 'Jardin' },
  backgroundHint: 'Dessiné sur cet appareil ; rien de votre image ne part ailleurs pour cela.',
  cannotBackground:
    'Ce navigateur ne peut pas changer ce qui est derrière vous. Une version récente de Chrome, Edge, Firefox ou Safari le peut.',
  cannotNoise: 'Ce navigateur ne peut pas réduire le bruit au-delà de ses propres moyens.',
  givenUp: {
    noise: {
      cannot:
        'Ce navigateur ne peut pas réduire fortement le bruit, il le fait donc à sa manière. On vous entend comme avant.',
      slow: 'Cet appareil n’arrivait pas à réduire fortement le bruit. Le navigateur s’en charge, et on vous entend.',
      failed:
        'La réduction forte du bruit n’a pas fonctionné ici. Le navigateur le réduit à sa manière, et on vous entend.',
    },
    background: {
      cannot: 'Ce navigateur ne peut pas changer ce qui est derrière vous. Votre pièce se voit telle qu’elle est.',
      slow: 'Cet appareil n’arrivait pas à suivre, l’arrière-plan est donc retiré. Votre pièce se voit telle qu’elle est.',
      failed: 'L’arrière-plan n’a pas pu être dessiné, il est donc retiré. Votre pièce se voit telle qu’elle est.',
    },
  },
};

addWords('effects', fr, 'fr');
