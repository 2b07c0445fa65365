import type { DoorId, MemberId, Particulars, ProgramId } from '@ajar/shared';
import type { Transaction } from '../database/index.ts';
import { doors } from '../doors/tables.ts';
import { newId } from '../ids/index.ts';
import { particulars, supervisions } from '../people/tables.ts';
import { members, programs } from './tables.ts';

/** Addresses of demo people. `.invalid` never resolves (RFC 2606), so no mail can ever reach one. */
export const demoDomain = 'demo.ajar.invalid';

export function isDemoAddress(email: string): boolean {
  return email.toLowerCase().endsWith(`@${demoDomain}`);
}

type DemoPerson = {
  name: string;
  place: string;
  talksAbout: string;
  door?: boolean;
  staff?: boolean;
  firstTimeFine?: boolean;
  says: Partial<Particulars>;
};

const demoPeople: readonly DemoPerson[] = [
  {
    name: 'Amara Osei',
    place: 'Clinician scientist · Toronto',
    talksAbout: 'first grants, keeping a clinic and a lab',
    door: true,
    firstTimeFine: true,
    says: {
      division: 'Medicine',
      site: 'Toronto General',
      profession: 'Clinician scientist',
      stage: 'late',
      offers: ['first grants', 'running a lab'],
      wants: ['teaching'],
      interests: ['choir', 'long walks'],
    },
  },
  {
    name: 'Bea Lindqvist',
    place: 'Medical education · Huddinge',
    talksAbout: 'teaching, saying no',
    door: true,
    firstTimeFine: true,
    says: {
      division: 'Medical education',
      site: 'Huddinge',
      profession: 'Educator',
      stage: 'mid',
      offers: ['teaching', 'saying no'],
      wants: ['writing'],
      interests: ['gardening', 'crime novels'],
      languages: ['en', 'sv'],
    },
  },
  {
    name: 'Chidi Mensah',
    place: 'Internal medicine resident · Accra',
    talksAbout: 'night shifts, choosing a field',
    says: {
      division: 'Medicine',
      site: 'Korle Bu',
      profession: 'Physician',
      stage: 'trainee',
      offers: ['night shifts'],
      wants: ['teaching', 'choosing a field'],
      interests: ['football', 'crime novels'],
    },
  },
  {
    name: 'Dana Whitfield',
    place: 'Early-career faculty · Toronto',
    talksAbout: 'a first lab, a first child',
    says: {
      division: 'Surgery',
      site: 'Toronto General',
      profession: 'Physician',
      stage: 'early',
      offers: ['a first child'],
      wants: ['running a lab', 'saying no'],
      interests: ['running', 'gardening'],
    },
  },
  {
    name: 'Eli Nakamura',
    place: 'Cardiology fellow · Osaka',
    talksAbout: 'moving countries, writing in a second language',
    door: true,
    says: {
      division: 'Cardiology',
      site: 'Osaka',
      profession: 'Physician',
      stage: 'trainee',
      offers: ['moving countries', 'writing'],
      wants: ['first grants'],
      interests: ['film', 'long walks'],
      languages: ['en', 'ja'],
    },
  },
  {
    name: 'Farah Haddad',
    place: 'Programme office · Toronto',
    talksAbout: 'how this programme works',
    staff: true,
    says: {
      division: 'Programme office',
      site: 'Toronto General',
      profession: 'Programme staff',
      stage: 'mid',
      offers: ['how this programme works'],
      interests: ['choir', 'cooking'],
      languages: ['en', 'ar'],
    },
  },
];

/** Writes the demo programme and its people: every door closed, Dana supervised by Amara. */
export async function seedDemo(tx: Transaction): Promise<void> {
  const programId = newId<ProgramId>();
  await tx.insert(programs).values({ id: programId, name: 'Faculty of Medicine mentoring' });
  const people = demoPeople.map((person) => ({ ...person, id: newId<MemberId>(), programId, email: emailOf(person) }));
  await tx.insert(members).values(people.map(({ door, says, ...member }) => member));
  await tx.insert(particulars).values(people.map(({ id, says }) => ({ memberId: id, ...says })));
  const withDoors = people.filter((person) => person.door);
  await tx.insert(doors).values(withDoors.map((person) => ({ id: newId<DoorId>(), programId, memberId: person.id })));
  const amara = people.find((person) => person.name === 'Amara Osei');
  const dana = people.find((person) => person.name === 'Dana Whitfield');
  if (amara && dana) await tx.insert(supervisions).values({ supervisorId: amara.id, supervisedId: dana.id });
}

function emailOf({ name }: DemoPerson): string {
  return `${name.toLowerCase().replace(' ', '.')}@${demoDomain}`;
}
