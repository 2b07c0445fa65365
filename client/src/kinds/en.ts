import { addWords } from '../words/index.ts';

const en = {
  room: {
    some: 'Shared room, {{count}} of {{seats}} inside',
    someAjar: 'Shared room, {{count}} of {{seats}} inside, knock first',
    none: 'Shared room for up to {{seats}}, come in',
    noneAjar: 'Shared room for up to {{seats}}, knock first',
    full: 'Shared room, full just now',
    inside: 'Inside: {{names}}',
  },
  desk: {
    here_one: '{{names}} is here, come in',
    here_other: '{{names}} are here, come in',
    ajar_one: '{{names}} is here, knock first',
    ajar_other: '{{names}} are here, knock first',
    busy_one: '{{names}} is here, in a conversation',
    busy_other: '{{names}} are here, in conversation',
    nobody: 'Nobody is here just now',
  },
  wait_one: '{{count}} waits',
  wait_other: '{{count}} wait',
  listen: 'Just listen',
  own: {
    summary: 'Who may come in: {{kind}}',
    single: 'one at a time',
    shared: 'a room for {{seats}}',
    kind: 'My door is for',
    kinds: { single: 'one visitor at a time', shared: 'several people, in a shared room' },
    seats: 'Seats, yours included',
    inUse: 'Somebody is behind your door. You can change its kind when they have left.',
    goIn: 'Go in and wait',
    inside: '{{count}} of {{seats}} inside: {{names}}',
  },
  duty: {
    on: '{{title}}: you are on duty.',
    off: '{{title}}: you are off duty.',
    waiting_one: '{{count}} person waits.',
    waiting_other: '{{count}} people wait.',
    goOn: 'Go on duty',
    goOff: 'Go off duty',
    take: 'Take the next person',
  },
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    kinds: typeof en;
  }
}

addWords('kinds', en);
