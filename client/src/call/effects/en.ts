import { addWords } from '../../words/index.ts';

const en = {
  noise: 'Noise around you',
  noises: {
    off: 'Leave it in',
    browser: 'Let the browser lower it',
    strong: 'Lower it strongly',
  },
  noiseHint: {
    off: 'Right for music, and for a quiet room.',
    browser: 'Right for most rooms.',
    strong:
      'For a loud room. Your voice is heard about two hundredths of a second later, and everything happens on this machine.',
  },
  background: 'Behind you',
  backgrounds: {
    none: 'Your room',
    blur: 'Blurred',
    paper: 'Warm paper',
    dusk: 'Evening',
    garden: 'Garden',
  },
  backgroundHint: 'Drawn on this machine; nothing of your picture goes anywhere for it.',
  cannotBackground: 'This browser cannot change what is behind you. A current Chrome, Edge, Firefox or Safari can.',
  cannotNoise: 'This browser cannot lower noise by more than its own means.',
  givenUp: {
    noise: {
      cannot: 'This browser cannot lower noise strongly, so it does so in its own way. You are heard as before.',
      slow: 'This machine could not keep up with lowering noise strongly. The browser does it now, and you are heard.',
      failed: 'Lowering noise strongly did not work here. The browser does it in its own way, and you are heard.',
    },
    background: {
      cannot: 'This browser cannot change what is behind you. Your room is seen as it is.',
      slow: 'This machine could not keep up with the background, so it is off. Your room is seen as it is.',
      failed: 'The background could not be drawn, so it is off. Your room is seen as it is.',
    },
  },
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    effects: typeof en;
  }
}

addWords('effects', en);
