import { addWords } from '../words/index.ts';

const en = {
  title: 'Sign in',
  heading: 'Somebody left the door ajar.',
  under: 'A corridor for mentoring. Walk in where the light is on, or sit down for coffee with somebody new.',
  underProgram: 'The corridor of {{program}}. Walk in where the light is on, or sit down for coffee with somebody new.',
  demoTitle: 'Try it as somebody',
  demoUnder: 'This is a demo: nothing here is real, and you need no password. Open a second window to be two people.',
  continueAs: 'Continue as {{name}}',
  linkTitle: 'By email',
  email: 'Your email address',
  send: 'Send me a link',
  sentTitle: 'Look in your mail',
  sent: 'A link is on its way to {{email}}. It signs you in once, for a few minutes. If nothing comes, ask the staff of your programme which address they know.',
  outbox: 'No mail server is set here: read it in the local outbox',
  again: 'Use another address',
  otherTitle: 'Other ways',
  passkey: 'Use a passkey',
  sso: 'Continue with {{name}}',
  linkFailed: 'That link has been used or has run out. Ask for a new one below.',
  tryAgain: 'Try again',
} as const;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    'sign-in': typeof en;
  }
}

addWords('sign-in', en);
