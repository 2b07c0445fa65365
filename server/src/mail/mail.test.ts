import { AjarError } from '@ajar/shared';
import { expect, onTestFinished, test } from 'vitest';
import { createTestDatabase } from '../database/testing.ts';
import { createLog } from '../log/index.ts';
import { createMailer, sendOnce } from './mail.ts';
import { startMailServer } from './testing.ts';

const letter = { to: 'dana@example.org', subject: 'A door', text: 'It is open.', name: 'one-letter' };

async function mailing() {
  const { db, close } = await createTestDatabase(createLog({ level: 'silent' }));
  onTestFinished(close);
  const server = await startMailServer();
  const through = (smtpUrl: string) => {
    const mailer = createMailer(db, { smtpUrl, mailFrom: 'Ajar <ajar@mail.example.org>' });
    onTestFinished(() => mailer.close());
    return mailer;
  };
  return { server, through };
}

const outcome = async (work: Promise<unknown>) =>
  work.then(
    () => 'sent',
    (thrown) => (thrown instanceof AjarError ? thrown.code : String(thrown)),
  );

test('a letter carries the name it was given, so that the same one sent twice is known as one', async () => {
  const { server, through } = await mailing();
  await through(server.url).send(letter);
  expect(server.taken[0]).toContain('Message-ID: <one-letter@mail.example.org>');
});

test('a claim is given back only for a letter that the mail server has certainly not taken', async () => {
  const { server, through } = await mailing();
  const givenBack: string[] = [];
  const sent = (url: string, what: string) =>
    outcome(sendOnce(through(url), letter, async () => void givenBack.push(what)));
  expect(await sent(server.url, 'taken')).toBe('sent');
  server.manner.now = 'refuses';
  expect(await sent(server.url, 'refused')).toBe('mail-failed');
  expect(await sent('smtp://127.0.0.1:1', 'nobody there')).toBe('mail-failed');
  expect(server.taken).toHaveLength(1);
  server.manner.now = 'hangs up';
  expect(await sent(server.url, 'perhaps')).toBe('mail-unsure');
  // It was taken, once: nothing sends it again by itself.
  expect(server.taken).toHaveLength(2);
  expect(givenBack).toEqual(['refused', 'nobody there']);
});
