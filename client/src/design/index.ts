import './design.css';

export { Button, type ButtonProps } from './Button.tsx';
export { Wordmark } from './Wordmark.tsx';
