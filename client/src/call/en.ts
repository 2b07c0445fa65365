import { addWords } from '../words/index.ts';

const en = {
  kind: {
    coffee: 'Coffee',
    passing: 'Five minutes with {{names}}',
    door: 'A visit with {{names}}',
    doorAlone: 'A visit',
    lounge: 'Waiting together',
  },
  coffeeWith: 'Coffee with {{names}}',
  private: { two: 'Only the two of you. Nothing is kept.', many: 'Only the people here. Nothing is kept.' },
  coffee: {
    starter: 'Something to talk about',
    another: 'Another',
    away: 'Put it away',
    suggest: 'Suggest something to talk about',
    bell: 'About two minutes are left.',
    stay: 'Stay longer',
    staying: 'You would like to stay longer. It goes on if everybody here would.',
    longer: 'You all stay: ten more minutes.',
    show: 'Show what I do',
    shown: 'You have shown what you do, for this coffee alone.',
    stages: {
      student: 'Student',
      trainee: 'In training',
      early: 'Early in the career',
      mid: 'Midway in the career',
      late: 'Late in the career',
    },
    does: '{{name}}: {{what}}',
  },
  stageLabel: 'People in this call',
  controls: 'Call controls',
  press: {
    join: 'Join',
    mute: 'Mute microphone',
    unmute: 'Unmute microphone',
    cameraOff: 'Turn camera off',
    cameraOn: 'Turn camera on',
    share: 'Share screen',
    stopSharing: 'Stop sharing',
    leave: 'Leave',
    raiseHand: 'Raise hand',
    lowerHand: 'Lower hand',
    react: 'React',
    chat: 'Chat',
    devices: 'Devices and effects',
    shortcuts: 'Keyboard shortcuts',
    view: 'View',
    pin: 'Pin {{name}}',
    soundOn: 'Turn sound on',
    tryAgain: 'Try again',
    joinHere: 'Join here instead',
    corridor: 'Back to the corridor',
  },
  shortcut: 'Shortcut: {{key}}',
  unread_one: 'One new message',
  unread_other: '{{count}} new messages',
  reactions: {
    title: 'Reactions',
    agree: 'Agree',
    thanks: 'Thank you',
    smile: 'Smile',
    'well-done': 'Well done',
    slower: 'Slower, please',
  },
  hands: {
    title: 'Hands up',
    you: 'You',
    raised_one: '{{names}} has raised a hand.',
    raised_other: '{{names}} have raised a hand.',
    reacted: '{{name}}: {{reaction}}.',
    wrote: 'There is something new in the chat, from {{names}}.',
  },
  tile: {
    you: 'you',
    speaking: 'speaking',
    muted: 'muted',
    hand: 'hand up',
    listening: 'listening',
    reconnecting: 'reconnecting',
    screen: 'The screen of {{name}}',
    ownScreen: 'Your screen, as the others see it',
  },
  pin: { off: 'See it large. Only you do.', on: 'Let it go' },
  status: {
    joining: 'Joining',
    waiting: 'You are in. {{names}} will be here in a moment.',
    knocking_one: 'The room takes nobody new just now. {{names}} sees that you are at the door.',
    knocking_other: 'The room takes nobody new just now. Its host sees that you are at the door.',
    alone: 'You are in. Nobody else is here yet.',
    came_one: '{{names}} has come in.',
    came_other: '{{names}} have come in.',
    cameToListen_one: '{{names}} has come in, just to listen.',
    cameToListen_other: '{{names}} have come in, just to listen.',
    gone_one: '{{names}} has left.',
    gone_other: '{{names}} have left.',
    soundBlocked: 'The browser keeps the sound off until you ask for it.',
  },
  news: {
    'asked-to-mute': '{{name}} asks you to turn your microphone off.',
    muted: '{{name}} turned your microphone off. Turn it on when you like.',
    'share-stopped': '{{name}} stopped what you shared. Nobody sees it any more.',
    'hand-lowered': '{{name}} has seen your hand and lowered it.',
  },
  trouble: {
    offline: 'This machine has no network. The call comes back by itself as soon as there is one.',
    unreachable: 'The call server does not answer. Trying again; your place is kept for a while.',
    reconnecting: 'The connection faltered. It is coming back by itself; there is nothing to do.',
    'media-blocked': 'No sound or picture gets through yet. Ajar keeps trying; another network may help.',
  },
  device: {
    microphone: {
      denied:
        'The browser does not let Ajar use the microphone, so nobody hears you; you hear everybody. Allow it beside the address, then press Unmute microphone.',
      absent:
        'No microphone was found, so nobody hears you; you hear everybody. Plug one in, then press Unmute microphone.',
      busy: 'The microphone is in use by another program. Close that program, then press Unmute microphone.',
      insecure: 'Microphone and camera only work on a secure address (https). You can listen and watch.',
    },
    camera: {
      denied:
        'The browser does not let Ajar use the camera. People hear you all the same. Allow it beside the address, then press Turn camera on.',
      absent: 'No camera was found. People hear you all the same.',
      busy: 'The camera is in use by another program. Close that program, then press Turn camera on.',
      insecure: 'Microphone and camera only work on a secure address (https). You can listen and watch.',
    },
    screen: {
      failed:
        'The browser could show nothing of this screen. The call goes on. Let it record the screen in the system’s settings, or choose another window.',
    },
  },
  preview: {
    title: 'Before you go in',
    hint: 'Asked once. Next time you are in with one press.',
    microphone: 'Microphone',
    camera: 'Camera',
    speaker: 'Speaker',
    level: 'Microphone level',
    cameraIsOff: 'Your camera is off',
    cameraStarts: 'Looking for your camera',
    speakUp: 'Say something: the bar moves when you are heard.',
    youAreMuted: 'You are muted.',
    unnamed: '{{kind}} {{number}}',
    more: 'Background, noise and a speaker test',
    listen: 'Join without microphone and camera',
  },
  empty: {
    title: 'The empty room',
    hint: 'Nobody is told that you are here, and nobody sees or hears you.',
    how: 'A visit looks like this, with one more face beside yours. You can mute yourself, turn your camera off or leave with one press, at any time.',
    keep: 'Keep these and go back',
  },
  ended: {
    firstVisit: 'That was your first visit here. It was good that you came; come again whenever a door stands open.',
    movedOn: {
      title: '{{name}} has to move on',
      text: 'It was good that you came. Come by again when the door stands open; nothing of this was kept.',
    },
    left: { title: 'You have left', text: 'The corridor is where you left it.' },
    elsewhere: {
      title: 'You are in this call in another window',
      text: 'A person is in a call once, so this window has left it. Nothing else changed.',
    },
    'room-closed': { title: 'This conversation is over', text: 'It has ended for everybody. Nothing of it was kept.' },
    'time-is-up': {
      title: 'Your time for coffee is over',
      text: 'It ended for everybody here, as you all had chosen. Nothing of it was kept.',
    },
    'shown-out': {
      title: '{{name}} asks you to step out for now',
      text: 'It was good that you came. You may come back when the door stands open; nothing of this was kept.',
    },
    barred: {
      title: '{{name}} has said goodbye',
      text: 'This conversation goes on without you. It is no judgement of you, nothing of it was kept, and the other doors in the corridor are as open as ever.',
    },
    'not-now': {
      title: '{{name}} cannot take anybody in just now',
      text: 'The room is busy with those inside; it says nothing about you. Come by again later, or see who else is there.',
    },
    'nobody-there': {
      title: 'Nobody came to the door',
      text: 'The room takes nobody new just now. Come by again later, or see who else is there.',
    },
    failed: { title: 'The call did not come about' },
    over: { title: 'The call has ended' },
    'media-unreachable':
      'The call server does not answer from this network. Try again in a moment; if it stays so, try another network, such as a phone’s hotspot, or ask IT to allow this address.',
  },
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    call: typeof en;
  }
}

addWords('call', en);
