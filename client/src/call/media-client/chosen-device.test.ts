import { describe, expect, it } from 'vitest';
import { ChosenDevice, findChosen, type Listed } from './chosen-device.ts';

const headset: Listed = { kind: 'audioinput', deviceId: 'h1', label: 'Headset' };
const built: Listed = { kind: 'audioinput', deviceId: 'b1', label: 'Built-in' };
const camera: Listed = { kind: 'videoinput', deviceId: 'h1', label: 'Headset' };

describe('findChosen', () => {
  it.each([
    ['by its id', { id: 'h1', label: 'Something else' }, [built, headset], 'h1'],
    ['by its name where the ids have changed', { id: 'old', label: 'Headset' }, [built, headset], 'h1'],
    ['not where it is absent', { id: 'h1', label: 'Headset' }, [built], null],
    ['not one of another kind', { id: 'h1', label: 'Headset' }, [camera], null],
    ['not one the browser does not name yet', { id: 'h1' }, [{ ...headset, deviceId: '', label: '' }], null],
    ['not by a name that is not known', { id: 'old', label: '' }, [{ ...built, label: '' }], null],
  ])('finds it %s', (_how, chosen, devices, found) => {
    expect(findChosen('audioinput', chosen, devices)).toBe(found);
  });
});

describe('ChosenDevice', () => {
  it('is asked for once when it is plugged in again, and once more after another absence', () => {
    const chosen = new ChosenDevice('audioinput', 'h1', 'Headset');
    expect(chosen.isBack('b1', [built])).toBe(false);
    expect(chosen.isBack('b1', [built, headset])).toBe(true);
    expect(chosen.isBack('b1', [built, headset])).toBe(false);
    expect(chosen.isBack('b1', [built])).toBe(false);
    expect(chosen.isBack('b1', [built, headset])).toBe(true);
  });

  it('takes its new id along with its name', () => {
    const chosen = new ChosenDevice('audioinput', 'old', 'Headset');
    expect(chosen.isBack('b1', [built, headset])).toBe(true);
    expect(chosen.id).toBe('h1');
    expect(chosen.isBack('h1', [built, headset])).toBe(false);
  });

  it('leaves the choice to the browser where nothing was chosen, and alone while nothing is in use', () => {
    expect(new ChosenDevice('audioinput', null).isBack('b1', [built, headset])).toBe(false);
    expect(new ChosenDevice('audioinput', 'h1').isBack(undefined, [headset])).toBe(false);
  });
});
