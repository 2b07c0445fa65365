import { addWords } from '../words/index.ts';

const en = {
  title: 'In your own calendar',
  under:
    'Your calendar can follow the rounds you take part in and the hours of your door, by an address of your own. Whoever has the address can read them.',
  make: 'Make an address',
  address: 'Address of your calendar',
  copy: 'Copy',
  copied: 'The address is copied. Paste it where your calendar adds one from the internet.',
  renew: 'Make a new one',
  end: 'End this address',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    calendar: typeof en;
  }
}

addWords('calendar', en);
