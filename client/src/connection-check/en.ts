import { addWords } from '../words/index.ts';

const en = {
  checking: 'Seeing whether calls get through from here',
  says: {
    best: 'Calls get through from here at their best, and there is nothing to ask for.',
    tcp: 'Calls work from here over TCP, which falters when the network is busy; to make them better, ask your IT people to allow UDP to {{media}}.',
    relay:
      'Calls work from here by way of a relay, which takes a little longer; to make them better, ask your IT people to allow UDP to {{media}}.',
    blocked:
      'No sound or picture gets through from here: ask your IT people to allow UDP to {{media}}, or else {{relayProtocol}} to {{relay}}, and try another network meanwhile, such as a phone’s hotspot.',
    blockedWithoutRelay:
      'No sound or picture gets through from here: ask your IT people to allow UDP, or else TCP, to {{media}}, and try another network meanwhile, such as a phone’s hotspot.',
    socket:
      'Pages open from here but calls cannot begin: ask your IT people to allow WebSocket connections to {{socket}}, and try another network meanwhile, such as a phone’s hotspot.',
  },
  failed: 'The connection could not be checked just now. {{words}}',
  where_one: '{{host}}, port {{ports}}',
  where_other: '{{host}}, ports {{ports}}',
  need: {
    through: '{{protocol}} to {{where}}: gets through',
    blocked: '{{protocol}} to {{where}}: does not get through',
    untried: '{{protocol}} to {{where}}: not tried',
  },
  details: 'Details',
  intro: 'What calls use, the best way first. One of UDP, TCP and TURN is enough.',
  copy: 'Copy for the IT people',
  copied: 'Copied.',
  again: 'Check again',
  call: {
    label: 'The way through',
    keep: 'Keep trying',
    again: 'Try again',
    check: 'Check connection',
  },
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    connectionCheck: typeof en;
  }
}

addWords('connectionCheck', en);
