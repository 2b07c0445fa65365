import { randomBytes } from 'node:crypto';
import { AjarError } from '@ajar/shared';
import { eq } from 'drizzle-orm';
import type { Db } from '../database/index.ts';
import { secrets } from './tables.ts';

/** As long as the output of SHA-256, which every use of these keys signs with (RFC 2104, section 3). */
const secretBytes = 32;

/**
 * The secret of this name, made on first use. Processes that start together agree on one: whoever inserts first wins,
 * and everybody reads what is there.
 */
export async function secretNamed(db: Db, name: string): Promise<Uint8Array> {
  const known = await read(db, name);
  if (known) return known;
  await db
    .insert(secrets)
    .values({ name, value: randomBytes(secretBytes) })
    .onConflictDoNothing();
  const made = await read(db, name);
  if (!made) throw new AjarError('internal', 'secret-missing', `The database did not keep the secret ${name}.`);
  return made;
}

async function read(db: Db, name: string): Promise<Uint8Array | undefined> {
  const [row] = await db.select({ value: secrets.value }).from(secrets).where(eq(secrets.name, name));
  return row?.value;
}
