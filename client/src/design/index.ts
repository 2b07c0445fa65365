import './design.css';

export { Button, type ButtonProps } from './Button.tsx';
export { Doorway } from './Doorway.tsx';
export { type DoorColour, doorColours } from './door-colours.ts';
export { isSecondOfDoubleClick } from './double-click.ts';
export { QuietPage } from './QuietPage.tsx';
export { Wordmark } from './Wordmark.tsx';
