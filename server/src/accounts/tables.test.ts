import { passkey } from '@better-auth/passkey';
import { getAuthTables } from 'better-auth/db';
import { magicLink } from 'better-auth/plugins/magic-link';
import { getTableColumns } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { accounts, passkeys, sessions, users, verifications } from './tables.ts';

const ours: Record<string, Record<string, { notNull: boolean }>> = {
  user: getTableColumns(users),
  session: getTableColumns(sessions),
  account: getTableColumns(accounts),
  verification: getTableColumns(verifications),
  passkey: getTableColumns(passkeys),
};

test('the tables have every field that better-auth writes, and demand none that it leaves out', () => {
  const theirs = getAuthTables({ plugins: [passkey(), magicLink({ sendMagicLink: () => undefined })] });
  expect(Object.keys(theirs).sort()).toEqual(Object.keys(ours).sort());
  for (const [name, { fields }] of Object.entries(theirs)) {
    const columns = ours[name] ?? {};
    expect(Object.keys(columns).sort(), name).toEqual(['id', ...Object.keys(fields)].sort());
    const demanded = Object.keys(fields).filter((field) => columns[field]?.notNull);
    for (const field of demanded) expect(fields[field]?.required, `${name}.${field}`).toBe(true);
  }
});
