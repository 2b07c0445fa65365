import type { Admission, EncounterId } from '@ajar/shared';
import { call } from '../api/index.ts';
import { Admissions } from './admissions.ts';

export const admissions = new Admissions();

const asked = new Map<EncounterId, Promise<Admission>>();

/**
 * The way into an encounter's room: one just received over the hub socket, else asked for. Several callers at once
 * share one question, so that the page can ask before the call screen has loaded.
 * @throws AjarError
 */
export async function admissionFor(encounterId: EncounterId): Promise<Admission> {
  return admissions.fresh(encounterId) ?? asked.get(encounterId) ?? freshAdmission(encounterId);
}

/** Whether this person comes just to listen, as the way in that is held says; `null`: none is held. */
export function comesToListen(encounterId: EncounterId): boolean | null {
  const held = admissions.fresh(encounterId);
  return held ? (held.listening ?? false) : null;
}

/** A new admission, always asked for: when the room token has run out or the room has moved. @throws AjarError */
export function freshAdmission(encounterId: EncounterId): Promise<Admission> {
  const answer = call('enter', { params: { encounterId } })
    .then((admission) => {
      admissions.keep(admission);
      return admission;
    })
    .finally(() => asked.delete(encounterId));
  asked.set(encounterId, answer);
  return answer;
}
