import { expectMeeting, meet } from '../src/call.ts';
import { connectionsOf, received } from '../src/probe.ts';
import { workersOf } from '../src/processes.ts';
import { expect, test } from '../src/test.ts';

test('a call comes back by itself when its media worker is killed', async ({ as, ajar }, info) => {
  const amara = await as('Amara Osei');
  const chidi = await as('Chidi Mensah');
  await meet(amara, chidi, 'Amara Osei');
  await expectMeeting(amara, chidi);

  const [worker] = workersOf(ajar.program.pid);
  expect(worker, 'the server has a media worker').toBeDefined();
  const connections = await Promise.all([amara, chidi].map(connectionsOf));
  ajar.expected = /SIGKILL/;
  const before = performance.now();
  for (const { pid } of workersOf(ajar.program.pid)) process.kill(pid, 'SIGKILL');
  await Promise.all(
    [amara, chidi].map((page, at) =>
      expect.poll(async () => (await received(page, connections[at])).frames).toBeGreaterThan(0),
    ),
  );
  info.annotations.push({ type: 'pictures again', description: `${Math.round(performance.now() - before)} ms` });
  await expectMeeting(amara, chidi);
});
