import { AjarError, memberId } from '@ajar/shared';
import { describe, expect, it } from 'vitest';
import { newCallState } from './media-client/state.ts';
import { deviceTrouble, endWords, heading, initials, meeting, status } from './messages.ts';

const bea = { memberId: memberId.parse('0199aaaa-0000-7000-8000-000000000001'), name: 'Bea Lindqvist' };
const chidi = { ...bea, name: 'Chidi Mensah' };

describe('heading and meeting', () => {
  it('says what kind of meeting it is', () => {
    expect(heading({ kind: 'coffee', with: [bea] })).toBe('Coffee');
    expect(heading({ kind: 'door', with: [bea] })).toBe('A visit with Bea');
    expect(heading({ kind: 'round', with: [bea] })).toBe('Coffee');
    expect(meeting({ kind: 'round', with: [bea] })).toBe('Coffee with Bea');
    expect(meeting({ kind: 'coffee', with: [bea] })).toBe('Coffee with Bea');
    expect(meeting({ kind: 'passing', with: [bea] })).toBe('Five minutes with Bea');
    expect(meeting({ kind: 'door', with: [] })).toBe('A visit');
  });
});

describe('status', () => {
  const joined = { ...newCallState, phase: 'joined' as const };

  it('says nothing while people talk', () => {
    const participants = [{ ...bea, peerId: '' as never, reconnecting: false, tracks: {} }];
    expect(status({ ...joined, participants }, [bea])).toBeNull();
  });

  it('says who is expected, and who has left', () => {
    expect(status(joined, [bea])).toBe('You are in. Bea will be here in a moment.');
    expect(status({ ...joined, gone: ['Chidi Mensah'] }, [chidi])).toBe('Chidi has left.');
    expect(status({ ...joined, gone: ['Bea Lindqvist', 'Chidi Mensah'] }, [])).toBe('Bea and Chidi have left.');
  });

  it('says what is wrong before anything else', () => {
    expect(status({ ...joined, trouble: 'media-blocked' }, [bea])).toContain('another');
  });
});

describe('deviceTrouble', () => {
  it('says nothing of devices that work or are off', () => {
    expect(deviceTrouble({ microphone: 'ready', camera: 'off', cameraWanted: true, screen: 'off' })).toBeNull();
    expect(deviceTrouble({ microphone: 'asking', camera: 'denied', cameraWanted: false, screen: 'on' })).toBeNull();
  });

  it('speaks of the microphone first, then of the camera, then of a screen', () => {
    const trouble = { microphone: 'denied', camera: 'denied', cameraWanted: true, screen: 'failed' } as const;
    expect(deviceTrouble(trouble)).toContain('microphone');
    expect(deviceTrouble({ ...trouble, microphone: 'ready' })).toContain('camera');
    expect(deviceTrouble({ ...trouble, microphone: 'ready', camera: 'ready' })).toContain('screen');
  });
});

describe('endWords', () => {
  it('offers another try only where it can help', () => {
    const gone = new AjarError('not-found', 'encounter-over', 'This conversation is over.');
    expect(endWords({ reason: 'error', error: gone }, 'failed')).toMatchObject({ text: gone.message, again: null });
    const silent = new AjarError('unavailable', 'media-unreachable', 'No answer.');
    expect(endWords({ reason: 'error', error: silent }, 'failed').again).toBe('Try again');
    expect(endWords({ reason: 'elsewhere' }, 'over').again).toBe('Join here instead');
    expect(endWords({ reason: 'room-closed' }, 'over').again).toBeNull();
  });
});

describe('initials', () => {
  it.each([
    ['Amara Osei', 'AO'],
    ['bea', 'B'],
    ['Ana María de la Cruz', 'AC'],
    ['李雷', '李'],
  ])('%s: %s', (name, letters) => expect(initials(name)).toBe(letters));
});
