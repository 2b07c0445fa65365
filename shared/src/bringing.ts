import { z } from 'zod';
import { personSeen } from './doors.ts';
import { visitId } from './ids.ts';
import { personName } from './people.ts';

/** Somebody would like this person to come along to a mentor; or, `inside`, they may follow whoever shared their place. */
export const brought = z.object({ visitId, person: personSeen, mentorName: personName, inside: z.boolean() });
