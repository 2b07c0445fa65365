export { App } from './App.tsx';
export { hurryToCall } from './call-screen.ts';
