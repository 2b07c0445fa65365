import { AjarError } from '@ajar/shared';

/** Nobody new comes in just now; who tried knocks. */
export function roomLocked(): AjarError {
  return new AjarError(
    'conflict',
    'room-locked',
    'This room takes nobody new just now. Its host sees that you are here.',
  );
}

export function isLocked(thrown: unknown): boolean {
  return thrown instanceof AjarError && thrown.code === 'room-locked';
}
