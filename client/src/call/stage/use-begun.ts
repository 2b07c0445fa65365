import { useEffect, useState } from 'react';

/** How long the first picture is waited for, in ms. */
const patience = 700;

/**
 * Whether the call has begun for the eye: somebody is seen, or a while has gone by. Drawing all the presses takes as long as
 * the first picture's last steps, and comes after them; to mute, hide and leave are there from the first moment.
 */
export function useBegun(seen: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return seen || late;
}
