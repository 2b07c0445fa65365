import { useEffect, useState } from 'react';

/** How long the first picture is waited for, in ms. */
const patience = 700;

/** How long the first picture has the page to itself, in ms; nobody presses anything of the rest sooner. */
const rest = 300;

/**
 * Whether the call has begun for the eye: somebody is seen, or a while has gone by. Drawing all the presses takes as long as
 * the first picture's last steps, and comes after them; to mute, hide and leave are there from the first moment.
 */
export function useBegun(seen: boolean): boolean {
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setBegun(true), seen ? rest : patience);
    return () => clearTimeout(timer);
  }, [seen]);
  return begun;
}
