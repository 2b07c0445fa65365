export { Choice, Text } from './fields.tsx';
