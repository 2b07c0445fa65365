import { z } from 'zod';
import { memberId, programId } from './ids.ts';

export const personName = z.string().trim().min(1).max(80);

/** What the name plate says. Nothing here is asked before people meet. */
export const profile = z.object({
  name: personName,
  place: z
    .string()
    .trim()
    .max(80)
    .meta({ description: 'What they do and where', example: 'Clinician scientist · Toronto' }),
  talksAbout: z.string().trim().max(120).meta({ example: 'teaching, saying no' }),
  firstTimeFine: z.boolean().meta({ description: 'A first visit is welcome here' }),
});
export type Profile = z.infer<typeof profile>;

export const programSummary = z.object({ id: programId, name: z.string() });

export const member = profile.extend({ memberId, staff: z.boolean(), email: z.email() });
export type Member = z.infer<typeof member>;

/** The signed-in person, and the programme they are in (`null`: signed in, but in none yet). */
export const me = z.object({
  email: z.email(),
  demo: z.boolean(),
  membership: z.object({ member, program: programSummary }).nullable(),
});
export type Me = z.infer<typeof me>;
