import { describe, expect, it } from 'vitest';
import { DeviceMemory, firstTime } from './device-memory.ts';

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

describe('DeviceMemory', () => {
  it('knows nothing before the first call', () => {
    expect(new DeviceMemory(storage()).read()).toBeNull();
  });

  it('keeps the choice for the next time', () => {
    const kept = storage();
    const labels = { camera: 'Front camera' };
    const choice = {
      ...firstTime,
      muted: true,
      cameraId: 'front',
      labels,
      noise: 'strong',
      background: 'blur',
    } as const;
    new DeviceMemory(kept).write(choice);
    expect(new DeviceMemory(kept).read()).toEqual(choice);
  });

  it('reads what was kept before data could be saved', () => {
    const kept = storage();
    const { saving: _later, ...before } = { ...firstTime, muted: true };
    kept.setItem('ajar.call-devices', JSON.stringify(before));
    expect(new DeviceMemory(kept).read()).toEqual({ ...firstTime, muted: true });
  });

  it('still knows what was kept before there were effects', () => {
    const kept = storage();
    kept.setItem('ajar.call-devices', JSON.stringify(firstTime));
    expect(new DeviceMemory(kept).read()).toEqual(firstTime);
  });

  it('counts garbled storage as a first time', () => {
    const kept = storage();
    kept.setItem('ajar.call-devices', '{"muted":"perhaps"');
    expect(new DeviceMemory(kept).read()).toBeNull();
    kept.setItem('ajar.call-devices', '{"muted":"perhaps"}');
    expect(new DeviceMemory(kept).read()).toBeNull();
  });

  it('does without storage where the browser forbids it', () => {
    const forbidden = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const memory = new DeviceMemory({ getItem: forbidden, setItem: forbidden });
    memory.write(firstTime);
    expect(memory.read()).toBeNull();
  });
});
