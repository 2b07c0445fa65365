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

/** How far along somebody is, in the order of a career. */
export const careerStage = z.enum(['student', 'trainee', 'early', 'mid', 'late']);
export type CareerStage = z.infer<typeof careerStage>;

/** How many one likes to sit with: one other, three or four in all, or whichever. */
export const tableSize = z.enum(['pair', 'small', 'either']);
export type TableSize = z.infer<typeof tableSize>;

const words = z.array(z.string().trim().min(1).max(60)).max(20);

/** What chance meetings go by. All of it optional, none of it shown as a title. Empty: not said. */
export const particulars = z.object({
  division: z.string().trim().max(80),
  site: z.string().trim().max(80),
  profession: z.string().trim().max(80),
  stage: careerStage.nullable(),
  offers: words.meta({ description: 'Domains they like to be asked about' }),
  wants: words.meta({ description: 'Domains they would like to ask about' }),
  interests: words,
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .min(1)
    .max(10)
    .meta({ description: 'ISO 639 codes' }),
  tableSize,
});
export type Particulars = z.infer<typeof particulars>;

/** Somebody's own identity attribute: seen by nobody else, used only where `wanted`. */
export const likeness = z.object({
  attribute: z.string().trim().min(1).max(60),
  value: z.string().trim().min(1).max(60),
  wanted: z.boolean(),
});
export type Likeness = z.infer<typeof likeness>;

/** What one has said for chance meetings. The likeness is seen by its owner alone; `null`: none. */
export const ownParticulars = z.object({ particulars, likeness: likeness.nullable() });
export type OwnParticulars = z.infer<typeof ownParticulars>;

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
