import type {
  DrawingExplained,
  DrawingId,
  EncounterId,
  Me,
  MemberId,
  NodeId,
  PolicySeen,
  ProgramId,
} from '@ajar/shared';
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { type Browser, openHouse } from '../accounts/testing.ts';
import { encounters } from '../encounters/tables.ts';
import { newId } from '../ids/index.ts';
import { members, programs } from '../programs/tables.ts';
import { keepDrawing } from './keep-drawing.ts';
import { roundOf } from './load-round.ts';
import { pairRound } from './pairing/index.ts';

/** The demo programme as its staff see it over REST, and drawings kept as the coffee table keeps them. */
export async function openStaffHouse() {
  const house = await openHouse({ pool: { pair: async (round, options) => pairRound(round, options) } });
  const { db } = house.database;
  const come = async (name: string): Promise<Browser> => {
    const browser = house.browser();
    await browser.go('/api/demo/sign-in', { json: { email: `${name}@demo.ajar.invalid` } });
    return browser;
  };
  const [farah, chidi] = [await come('farah.haddad'), await come('chidi.mensah')];
  const { membership } = await farah.read<Me>('/api/me');
  const programId = membership?.program.id ?? expect.fail('no programme');

  const policy = () => farah.read<PolicySeen>('/api/coffee/policy');
  const change = async (said: object): Promise<Response> => {
    const { version, policy: kept } = await policy();
    return farah.go('/api/coffee/policy', { method: 'PUT', json: { version, ...kept, ...said } });
  };

  const everybody = async (): Promise<MemberId[]> => {
    const rows = await db.select({ id: members.id }).from(members).where(eq(members.programId, programId));
    return rows.map(({ id }) => id);
  };

  /** Another programme of so many people, whose ids are in the order in which they are listed. */
  const programOf = async (size: number): Promise<{ program: ProgramId; ids: MemberId[] }> => {
    const program = newId<ProgramId>();
    await db.insert(programs).values({ id: program, name: 'Another' });
    const ids = Array.from({ length: size }, (_, n) => newId<MemberId>(1_700_000_000_000 + n));
    await db
      .insert(members)
      .values(ids.map((id, n) => ({ id, programId: program, email: `${id}@example.org`, name: `Person ${n}` })));
    return { program, ids };
  };

  /** Farah is staff of this programme from here on. */
  const farahTo = async (program: ProgramId): Promise<void> => {
    await db.update(members).set({ programId: program }).where(eq(members.name, 'Farah Haddad'));
  };

  /** Draws these people and keeps the receipt. */
  const draw = async (program: ProgramId, memberIds: readonly MemberId[]): Promise<DrawingId> => {
    const round = await roundOf(db, { programId: program, memberIds, on: '2026-11-22' });
    const pairing = pairRound(round, { seed: 7, salt: 11 });
    return db.transaction(async (tx) => {
      const opened = new Map<(typeof pairing.tables)[number], EncounterId>();
      for (const table of pairing.tables) {
        const id = newId<EncounterId>();
        await tx.insert(encounters).values({ id, programId: program, kind: 'coffee', nodeId: 'own' as NodeId });
        opened.set(table, id);
      }
      const kept = await keepDrawing(tx, { programId: program, round, pairing, encounters: opened, fairness: false });
      return kept ?? expect.fail('nothing was drawn');
    });
  };

  const explained = (id: DrawingId) => farah.read<DrawingExplained>(`/api/coffee/drawings/${id}`);
  return { db, farah, chidi, programId, policy, change, everybody, programOf, farahTo, draw, explained };
}
