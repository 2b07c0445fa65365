import { addWords } from '../../words/index.ts';

const en = {
  title: 'Connection',
  save: 'Save data',
  saveHint:
    'Sound and shared screens only: your camera stays off, and the cameras of the others do not come. This machine remembers it.',
  you: 'You',
  quality: {
    good: 'Good',
    uneven: 'Uneven',
    weak: 'Weak connection',
    reconnecting: 'Reconnecting',
    unknown: 'Not known yet',
  },
  advice: {
    uneven: 'A word may get lost now and then. There is nothing to do.',
    weak: 'Words get lost on your side. Moving closer to the Wi-Fi, or Save data, may help.',
  },
  figures: 'Figures',
  route: 'Route',
  routes: { udp: 'direct, UDP', tcp: 'direct, TCP', relay: 'through a relay (TURN)' },
  roundTrip: 'There and back',
  sound: 'Sound',
  picture: 'Picture',
  screen: 'Screen',
  ms: '{{value}} ms',
  sent: '{{bitrate}} kbit/s, {{loss}} % lost',
  heard: '{{bitrate}} kbit/s, {{loss}} % lost, {{concealed}} % filled in',
  size: '{{width}} × {{height}} at {{rate}}/s',
  close: 'Close',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    connectionSheet: typeof en;
  }
}

addWords('connectionSheet', en);
