import { api } from '@ajar/shared';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { shippedStarters } from './shipped-starters.ts';
import { openStaffHouse } from './testing.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let house: Awaited<ReturnType<typeof openStaffHouse>>;
beforeEach(async () => {
  house = await openStaffHouse();
});

describe('how a programme pairs', () => {
  test('is seen with every preset, every weight and the reason for it', async () => {
    const seen = await house.policy();
    expect(seen).toMatchObject({
      version: 0,
      policy: { preset: 'Mix across the institution', weights: {} },
      changes: [],
    });
    expect(seen.presets.map(({ name }) => name)).toContain('Pure chance');
    for (const { points } of seen.presets) {
      expect(Object.keys(points).sort()).toEqual(seen.weights.map(({ name }) => name).sort());
    }
    for (const { reason } of seen.weights) expect(reason).toMatch(/^[A-Z].+\.$/);
  });

  test('changes to a new version, which the next receipt names, and who changed what is kept', async () => {
    const changed = await house.change({ preset: 'Near peers', weights: { sharedInterests: 30, nearStage: 40 } });
    expect(changed.status).toBe(200);
    expect((await house.change({ repeatWindowDays: 30, supervisorsMay: true, passingBar: 0.5 })).status).toBe(200);
    const seen = await house.policy();
    expect(seen).toMatchObject({
      version: 2,
      policy: {
        preset: 'Near peers',
        // What is the preset's own is not kept as a change of it.
        weights: { sharedInterests: 30 },
        repeatWindowDays: 30,
        supervisorsMay: true,
        passingBar: 0.5,
      },
      changes: [
        { version: 2, by: 'Farah Haddad', parts: ['repeatWindowDays', 'supervisorsMay', 'passingBar'] },
        { version: 1, by: 'Farah Haddad', parts: ['preset', 'weights'] },
      ],
    });
    expect(await house.explained(await house.draw(house.programId, await house.everybody()))).toMatchObject({
      policy: 2,
      preset: 'Near peers',
    });
  });

  test('stays at its version when nothing is said anew, and when somebody else was quicker', async () => {
    await house.change({ preset: 'Pure chance' });
    const seen = await house.policy();
    expect((await house.change({})).status).toBe(200);
    expect(await house.policy()).toEqual(seen);
    const late = await house.farah.go('/api/coffee/policy', {
      method: 'PUT',
      json: { version: 0, ...seen.policy, preset: 'Near peers' },
    });
    expect([late.status, await late.json()]).toMatchObject([409, { code: 'policy-changed' }]);
    expect(await house.policy()).toEqual(seen);
  });

  test('is told what is wrong, by its name, and changes in nothing', async () => {
    const cases: [said: object, words: RegExp][] = [
      [{ preset: 'Best friends' }, /^preset: .*Best friends.*Near peers/],
      [{ weights: { charm: 3 } }, /^weights\.charm: /],
      [{ weights: { neverMet: -1 } }, /^weights\.neverMet: .*0 to 1000/],
      [{ weights: { neverMet: 1_001 } }, /^weights\.neverMet: /],
      [{ weights: { neverMet: 'much' } }, /^weights\.neverMet: /],
      [{ weights: { leftOverLast: 11 } }, /^weights\.leftOverLast: .*0 to 10\b/],
      [{ weights: { likeness: 2 } }, /^weights\.likeness: /],
      [{ preset: 'Pure chance', weights: { likeness: 1 } }, /^weights\.likeness: /],
      [{ repeatWindowDays: -1 }, /^repeatWindowDays: /],
      [{ repeatWindowDays: 2.5 }, /^repeatWindowDays: /],
      [{ passingBar: 1.5 }, /^passingBar: /],
      [{ supervisorsMay: 'yes' }, /^supervisorsMay: /],
    ];
    const before = await house.policy();
    for (const [said, words] of cases) {
      const answer = await house.change(said);
      expect([said, answer.status]).toEqual([said, 400]);
      expect(await answer.json()).toMatchObject({
        category: 'bad-input',
        message: expect.stringMatching(new RegExp(`${words.source}.*Nothing was changed\\.$`)),
      });
    }
    expect(await house.policy()).toEqual(before);
    expect((await house.change({ weights: { likeness: 0 } })).status).toBe(200);
  });
});

test('nobody but staff sees or steers any of it', async () => {
  const id = await house.draw(house.programId, await house.everybody());
  const seen = await house.policy();
  const routes = [
    'coffeePolicy',
    'setCoffeePolicy',
    'drawings',
    'earlierDrawings',
    'drawing',
    'replayDrawing',
  ] as const;
  for (const name of [...routes, 'starters', 'setStarters', 'shippedStarters'] as const) {
    const { method, path, access } = api[name];
    expect([name, access]).toEqual([name, 'staff']);
    const sent = method === 'get' ? {} : { method: method.toUpperCase(), json: { version: 0, ...seen.policy } };
    const answer = await house.chidi.go(path.replace('{drawingId}', id), sent);
    expect([name, answer.status]).toEqual([name, 403]);
    expect(await answer.json()).toMatchObject({ code: 'staff-only' });
  }
  expect(await house.policy()).toEqual(seen);
});

describe('starters', () => {
  type Starters = { starters: string[]; shipped: boolean; version: string };
  const see = () => house.farah.read<Starters>('/api/coffee/starters');
  const starters = async () => {
    const { version, ...set } = await see();
    return set;
  };
  const putOver = (version: string, set: unknown) =>
    house.farah.go('/api/coffee/starters', { method: 'PUT', json: { starters: set, version } });
  const put = async (set: unknown) => putOver((await see()).version, set);
  const goBackOver = (version: string) =>
    house.farah.go('/api/coffee/starters', { method: 'DELETE', json: { version } });

  test('those that ship are there until the programme has its own, and again when it goes back', async () => {
    expect(await starters()).toEqual({ starters: shippedStarters, shipped: true });
    const own = { starters: ['What is in your bag?', 'Tea or coffee?'], shipped: false };
    const kept = await put([' What is in your bag? ', 'Tea or coffee?', 'What is in your bag?']);
    expect([kept.status, await kept.json()]).toMatchObject([200, own]);
    expect(await starters()).toEqual(own);
    const back = await goBackOver((await see()).version);
    expect([back.status, await back.json()]).toMatchObject([200, { starters: shippedStarters, shipped: true }]);
    expect(await starters()).toEqual({ starters: shippedStarters, shipped: true });
  });

  test('whoever saves over a change they have not seen is told so, and nothing of either is lost', async () => {
    const { version } = await see();
    const [first, second] = [['Tea or coffee?'], ['What is in your bag?']];
    // Two people of the staff at once, and each again with what they saw then.
    const answers = await Promise.all([putOver(version, first), putOver(version, second)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const [won, lost] = answers[0].status === 200 ? [first, second] : [second, first];
    const refused = await putOver(version, lost);
    expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'starters-changed' }]);
    expect((await goBackOver(version)).status).toBe(409);
    expect(await starters()).toEqual({ starters: won, shipped: false });
    // The same as is there already is no change, whatever was seen.
    expect((await putOver(version, won)).status).toBe(200);
    expect((await put([...won, ...lost])).status).toBe(200);
    expect(await starters()).toEqual({ starters: [...won, ...lost], shipped: false });
  });

  test('none, an empty one, one too long and too many are refused by name, and nothing changes', async () => {
    await put(['Tea or coffee?']);
    const cases: [set: unknown, words: RegExp][] = [
      [[], /^starters: /],
      [['Tea?', '  '], /^starters\.1: /],
      [['x'.repeat(201)], /^starters\.0: /],
      [Array.from({ length: 201 }, (_, n) => `Question ${n}?`), /^starters: /],
      ['Tea?', /^starters: /],
    ];
    for (const [set, words] of cases) {
      const answer = await put(set);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ message: expect.stringMatching(words) });
    }
    expect(await starters()).toEqual({ starters: ['Tea or coffee?'], shipped: false });
  });
});
