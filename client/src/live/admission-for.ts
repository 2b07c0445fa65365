import type { Admission, EncounterId } from '@ajar/shared';
import { call } from '../api/index.ts';
import { Admissions } from './admissions.ts';

export const admissions = new Admissions();

/** The way into an encounter's room: one just received over the hub socket, else asked for. @throws AjarError */
export async function admissionFor(encounterId: EncounterId): Promise<Admission> {
  return admissions.fresh(encounterId) ?? (await freshAdmission(encounterId));
}

/** A new admission, always asked for: when the room token has run out or the room has moved. @throws AjarError */
export async function freshAdmission(encounterId: EncounterId): Promise<Admission> {
  const admission = await call('enter', { params: { encounterId } });
  admissions.keep(admission);
  return admission;
}
