import { addWords } from '../../words/index.ts';

const en = {
  title: 'Devices and effects',
  close: 'Close',
  tryAgain: 'I have allowed it: try again',
  replaced: {
    microphone: 'Your microphone is not there any more. Another one is in use.',
    camera: 'Your camera is not there any more. Another one is in use.',
    by: 'Now: {{name}}.',
  },
  speaker: {
    test: 'Test the speaker',
    playing: 'Two soft notes play now.',
    played: 'If you did not hear two soft notes, turn the volume up, or choose another speaker.',
    failed: 'The test could not be played there. Choose another speaker and try again.',
    system: 'This browser plays where your machine plays everything else; choose it in the settings of the machine.',
  },
  help: {
    microphone: 'How to allow the microphone',
    camera: 'How to allow the camera',
    both: 'How to allow microphone and camera',
    back: 'Come back here and press the button below.',
    reload: 'Come back here; the page may load again.',
    chrome: {
      desktop: {
        where: 'Press the icon with two sliders, or the crossed-out camera, beside the address of this page.',
        allow: 'Turn Microphone and Camera on.',
      },
      android: {
        where: 'Press the icon with two sliders beside the address of this page, then Permissions.',
        allow: 'Allow Microphone and Camera.',
      },
      ios: {
        where: 'Open the Settings of the phone, then Apps, then Chrome.',
        allow: 'Turn Microphone and Camera on.',
      },
    },
    edge: {
      desktop: {
        where: 'Press the lock beside the address of this page, then Permissions for this site.',
        allow: 'Set Microphone and Camera to Allow.',
      },
      android: {
        where: 'Press the lock beside the address of this page, then Permissions.',
        allow: 'Allow Microphone and Camera.',
      },
      ios: {
        where: 'Open the Settings of the phone, then Apps, then Edge.',
        allow: 'Turn Microphone and Camera on.',
      },
    },
    firefox: {
      desktop: {
        where: 'Press the crossed-out microphone or camera at the start of the address of this page.',
        allow: 'Press the cross beside each Blocked, so that Firefox asks again.',
      },
      android: {
        where: 'Press the lock beside the address of this page.',
        allow: 'Press Microphone and Camera until they say Allowed.',
      },
      ios: {
        where: 'Open the Settings of the phone, then Apps, then Firefox.',
        allow: 'Turn Microphone and Camera on.',
      },
    },
    safari: {
      desktop: {
        where: 'In the menu Safari, choose Settings for this website.',
        allow: 'Set Camera and Microphone to Allow.',
      },
      ios: {
        where: 'Press the page icon at the end of the address bar, then the three dots, then Website Settings.',
        allow: 'Set Camera and Microphone to Allow.',
      },
    },
    other: {
      desktop: {
        where: 'Press the icon beside the address of this page.',
        allow: 'Allow Microphone and Camera for this site.',
      },
      android: {
        where: 'Press the icon beside the address of this page, then Permissions.',
        allow: 'Allow Microphone and Camera.',
      },
      ios: {
        where: 'Open the Settings of the phone, then Apps, then this browser.',
        allow: 'Turn Microphone and Camera on.',
      },
    },
    machine: {
      desktop:
        'Allowed there already? Then the machine itself may hold it back: look under Privacy in its settings, at Microphone and Camera.',
      android:
        'Allowed there already? Then look in the Settings of the phone, under Apps, at this browser’s permissions.',
      ios: 'Allowed there already? Then look in the Settings of the phone, under Privacy & Security.',
    },
  },
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    devices: typeof en;
  }
}

addWords('devices', en);
