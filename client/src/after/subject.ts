import type { EncounterId, PersonSeen } from '@ajar/shared';
import { create } from 'zustand';

/** Whom one may be about to report or block. */
export interface Subject {
  /** At least one; of several the person chooses. */
  people: readonly PersonSeen[];
  /** The call it is asked from, if it is asked from one. */
  encounterId?: EncounterId | null;
  /** Somebody was blocked. */
  onBlocked?: () => void;
}

/** Outside any page: the dialog stays while what it is about goes from the screen beneath. */
export const useSubject = create<{ subject: Subject | null }>(() => ({ subject: null }));

export const reportOrBlock = (subject: Subject): void => useSubject.setState({ subject });
export const closeReportOrBlock = (): void => useSubject.setState({ subject: null });
