export { DialogBox } from './DialogBox.tsx';
