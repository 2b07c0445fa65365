export { CallScreen } from './CallScreen.tsx';
