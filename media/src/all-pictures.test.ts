import { setTimeout as wait } from 'node:timers/promises';
import type { types } from 'mediasoup';
import { expect, test } from 'vitest';
import { forwardAllPictures, type Layered } from './all-pictures.ts';

type Layers = types.ConsumerLayers;

/** A consumer that forwards what `forwards` says once other layers are asked for. */
function consumerThat(forwards: (asked: Layers, times: number) => Layers) {
  const asked: Layers[] = [];
  let tell: (layers?: Layers) => void = () => undefined;
  const consumer = {
    closed: false,
    currentLayers: undefined as Layers | undefined,
    preferredLayers: { spatialLayer: 2, temporalLayer: 2 } as Layers,
    on: (_name: string, listener: typeof tell) => {
      tell = listener;
      return consumer;
    },
    setPreferredLayers: async (layers: Layers) => {
      asked.push(layers);
      consumer.preferredLayers = layers;
      move(forwards(layers, asked.length));
    },
  };
  function move(layers: Layers | undefined): void {
    consumer.currentLayers = layers;
    tell(layers);
  }
  return { consumer: consumer as unknown as Layered, asked, move };
}

const lowest: Layers = { spatialLayer: 2, temporalLayer: 0 };
/** Longer than it is looked at. */
const aWhile = () => wait(1_500);

test('a picture that begins with one in four is asked for anew until all of it flows, and then left alone', async () => {
  const { consumer, asked, move } = consumerThat((layers, times) => (times < 4 ? lowest : layers));
  forwardAllPictures(consumer, () => 2);
  move(lowest);
  await aWhile();
  expect(asked.map(({ temporalLayer }) => temporalLayer)).toEqual([0, 2, 0, 2]);
  expect(consumer.currentLayers).toEqual({ spatialLayer: 2, temporalLayer: 2 });
});

test('a network without room for more is asked no more than four times, and what is asked for last is all', async () => {
  const { consumer, asked, move } = consumerThat(() => lowest);
  forwardAllPictures(consumer, () => 2);
  move(lowest);
  await aWhile();
  expect(asked).toHaveLength(8);
  expect(consumer.preferredLayers).toEqual({ spatialLayer: 2, temporalLayer: 2 });
});

test('what its receiver wants of it stands', async () => {
  const { consumer, asked, move } = consumerThat((layers) => layers);
  forwardAllPictures(consumer, () => 1);
  move(lowest);
  await aWhile();
  expect(asked.map(({ spatialLayer }) => spatialLayer)).toEqual([1, 1]);
});

test('a picture that flows whole from the first, or has stopped, is asked nothing', async () => {
  const whole = consumerThat((layers) => layers);
  forwardAllPictures(whole.consumer, () => 2);
  whole.move({ spatialLayer: 2, temporalLayer: 2 });
  const stopped = consumerThat((layers) => layers);
  forwardAllPictures(stopped.consumer, () => 2);
  stopped.move(lowest);
  stopped.move(undefined);
  await aWhile();
  expect([whole.asked, stopped.asked]).toEqual([[], []]);
});
