import { addWords } from '../words/index.ts';

const en = {
  noConnection: 'Ajar could not be reached. Check the connection and try again.',
  tooMany: 'That was tried too often. Wait a minute and try again.',
  failed: 'That did not work. Nothing was changed; try again, or use another way to sign in.',
  passkeyAdded: 'The passkey is added. Next time you can sign in with it.',
  passkeyCancelled: 'No passkey was used. Try again, or use another way to sign in.',
  passkeyNotAdded: 'No passkey was added. Your account is as it was.',
  passkeyAlready: 'This device already has a passkey for your account.',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    session: typeof en;
  }
}

addWords('session', en);
