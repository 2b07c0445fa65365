import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

type Manner = 'takes' | 'refuses' | 'hangs up';

/** A mail server on loopback, and the mail it took, each as it came over the line. */
export async function startMailServer() {
  const taken: string[] = [];
  const manner: { now: Manner } = { now: 'takes' };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let text = '';
      stream.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      stream.on('end', () => {
        if (manner.now === 'refuses') return done(Object.assign(new Error('not today'), { responseCode: 451 }));
        taken.push(text);
        if (manner.now === 'takes') return done();
        // It has taken the letter, and the line breaks before it says so.
        for (const connection of server.connections) if (connection.id === session.id) connection.close();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => new Promise<void>((done) => server.close(done)));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, taken, manner };
}
