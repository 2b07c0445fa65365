import { AjarError } from '@ajar/shared';
import { Client, type ClientConfig } from 'pg';

const leastVersion = 15;
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no machine has that name',
  ENOENT: 'there is no such socket',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it',
  '28P01': 'it refuses the user or the password',
  '28000': 'it refuses the user or the password',
  '3D000': 'it has no database of that name',
};

/**
 * Asks the database behind DATABASE_URL who it is, before anything is opened.
 * @throws AjarError `database-unreachable` or `database-version`; the message never holds the password.
 */
export async function checkExternal(connection: ClientConfig): Promise<void> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const answer = await client.query<{ server_version_num: string }>('show server_version_num');
    const major = Math.floor(Number(answer.rows[0]?.server_version_num) / 10_000);
    if (major < leastVersion) {
      const message = `DATABASE_URL: ${place(connection)} runs Postgres ${major}; Ajar needs ${leastVersion} or newer.`;
      throw new AjarError('set-up', 'database-version', message);
    }
  } catch (error) {
    if (error instanceof AjarError) throw error;
    const message = `DATABASE_URL: the database at ${place(connection)} cannot be reached: ${reason(error)}.`;
    throw new AjarError('set-up', 'database-unreachable', message, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function place({ connectionString }: ClientConfig): string {
  const url = new URL(connectionString ?? 'postgres://localhost');
  return `${url.searchParams.get('host') ?? url.hostname}:${url.port || 5432}${url.pathname}`;
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (reasons[code] !== undefined) return reasons[code];
  // pg says a connection timed out by message only.
  if (error instanceof Error && /timeout/i.test(error.message)) return 'it does not answer';
  return code || (error instanceof Error ? error.message : String(error));
}
