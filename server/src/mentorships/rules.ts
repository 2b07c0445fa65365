import type { MentorshipState } from '@ajar/shared';

/** What is known of two people when one thinks of asking the other to be their mentor. */
export type Asking = {
  /** The other supervises this person at work. */
  supervised: boolean;
  blocked: boolean;
  /** What came of asking them before, if it was. */
  before: MentorshipState | null;
};

/** A supervisor is never offered as formal mentor, and nobody is asked twice. */
export function mayAsk({ supervised, blocked, before }: Asking): boolean {
  return !supervised && !blocked && before === null;
}
