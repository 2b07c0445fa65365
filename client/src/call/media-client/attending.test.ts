import type { ReadyConsumer } from '@ajar/shared';
import { describe, expect, it, vi } from 'vitest';
import { Attending } from './attending.ts';
import type { Ask } from './signalling.ts';

function consumer(consumerId: string, source: ReadyConsumer['source'], waits: boolean): ReadyConsumer {
  const kind = source === 'camera' || source === 'screen' ? 'video' : 'audio';
  return { consumerId, source, kind, producerPaused: false, waits } as ReadyConsumer;
}

function attending(layers: Record<string, number | null>) {
  const asked: unknown[] = [];
  let answer: () => Promise<unknown> = async () => ({});
  const ask = ((name: string, data: unknown) => {
    asked.push([name, data]);
    return answer();
  }) as Ask;
  const subject = new Attending({
    ask,
    wanted: ({ consumerId }) => layers[consumerId] ?? null,
    onError: () => undefined,
  });
  const settled = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    return asked.splice(0);
  };
  const fail = () => {
    answer = () => Promise.reject(new Error('the socket is gone'));
  };
  return { subject, layers, settled, fail };
}

describe('what the node is asked to send', () => {
  it('is what is seen, at the size it is drawn, and every voice', async () => {
    const { subject, settled } = attending({ face: 0, far: null, whole: 2 });
    for (const [id, source] of [
      ['voice', 'microphone'],
      ['face', 'camera'],
      ['far', 'camera'],
      ['whole', 'camera'],
    ] as const) {
      subject.add(consumer(id, source, true));
      subject.received(id);
    }
    expect(await settled()).toEqual([
      ['setPreferredLayers', { consumerId: 'face', spatialLayer: 0 }],
      ['resumeConsumers', { consumerIds: ['voice', 'face', 'whole'] }],
    ]);
  });

  it('pauses what is seen no more and resumes it, and says nothing twice', async () => {
    const { subject, layers, settled } = attending({ face: 2 });
    subject.add(consumer('face', 'camera', false));
    subject.received('face');
    expect(await settled()).toEqual([]);
    layers['face'] = null;
    subject.attend();
    subject.attend();
    expect(await settled()).toEqual([['pauseConsumers', { consumerIds: ['face'] }]]);
    layers['face'] = 1;
    subject.attend();
    expect(await settled()).toEqual([
      ['setPreferredLayers', { consumerId: 'face', spatialLayer: 1 }],
      ['resumeConsumers', { consumerIds: ['face'] }],
    ]);
  });

  it('waits for the browser, and asks again for what got no answer', async () => {
    const { subject, settled, fail } = attending({ screen: 2 });
    subject.add(consumer('screen', 'screen', true));
    subject.attend();
    expect(await settled()).toEqual([]);
    fail();
    subject.received('screen');
    await vi.waitFor(async () => expect(await settled()).toHaveLength(1));
    subject.attend();
    expect(await settled()).toEqual([['resumeConsumers', { consumerIds: ['screen'] }]]);
  });
});
