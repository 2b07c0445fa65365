import { addWords, type WordsOf } from '../../words/index.ts';

const es: WordsOf<'effects'> = {
  noise: 'El ruido alrededor',
  noises: {
    off: 'Dejarlo',
    browser: 'Que el navegador lo reduzca',
    strong: 'Reducirlo mucho',
  },
  noiseHint: {
    off: 'Adecuado para la música y para una sala tranquila.',
    browser: 'Adecuado para la mayoría de las salas.',
    strong:
      'Para una sala ruidosa. La voz se oye unas dos centésimas de segundo más tarde, y todo ocurre en este equipo.',
  },
  background: 'Lo que se ve detrás',
  backgrounds: { none: 'La sala', blur: 'Desenfocada', paper: 'Papel cálido', dusk: 'Atardecer', garden: 'Jardín' },
  backgroundHint: 'Se dibuja en este equipo; nada de la imagen sale de él para esto.',
  cannotBackground:
    'Este navegador no puede cambiar lo que se ve detrás. Una versión reciente de Chrome, Edge, Firefox o Safari puede.',
  cannotNoise: 'Este navegador no puede reducir el ruido más allá de sus propios medios.',
  givenUp: {
    noise: {
      cannot: 'Este navegador no puede reducir mucho el ruido, así que lo hace a su manera. La voz se oye como antes.',
      slow: 'Este equipo no lograba reducir mucho el ruido. Ahora lo hace el navegador, y la voz se oye.',
      failed: 'Reducir mucho el ruido no funcionó aquí. El navegador lo hace a su manera, y la voz se oye.',
    },
    background: {
      cannot: 'Este navegador no puede cambiar lo que se ve detrás. La sala se ve tal como es.',
      slow: 'Este equipo no lograba seguir el ritmo, así que se quitó el fondo. La sala se ve tal como es.',
      failed: 'No se pudo dibujar el fondo, así que se quitó. La sala se ve tal como es.',
    },
  },
};

addWords('effects', es, 'es');
