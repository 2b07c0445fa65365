import { type MemberId, memberId } from '@ajar/shared';
import { expect, test } from 'vitest';
import type { DoorView } from '../doors/index.ts';
import { hidesAt } from './telling.ts';

test('a door goes by itself to whoever must not see somebody inside, on duty, or with hours there', () => {
  const [inside, onDuty, withHours, viewer] = [id(), id(), id(), id()];
  const view: Pick<DoorView, 'memberId' | 'inside' | 'onDuty' | 'shifts'> = {
    memberId: null,
    inside: [{ memberId: inside, name: 'Inside' }],
    onDuty: [{ memberId: onDuty, name: 'On duty', free: true }],
    shifts: [
      {
        memberId: withHours,
        startsAt: new Date(0),
        endsAt: new Date(1),
        phase: 'announced',
        rule: null,
        stands: false,
      },
    ],
  };
  for (const hidden of [inside, onDuty, withHours]) {
    expect(hidesAt(view as DoorView, new Map([[hidden, new Set([viewer])]]))).toEqual(
      new Map([[viewer, new Set([hidden])]]),
    );
  }
  expect(hidesAt(view as DoorView, new Map([[viewer, new Set([inside])]]))).toEqual(new Map());
});

function id(): MemberId {
  return memberId.parse(crypto.randomUUID());
}
