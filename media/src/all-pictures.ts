import { setTimeout as wait } from 'node:timers/promises';
import type { types } from 'mediasoup';

/** How long a picture flows before it is looked at, and looked at again, in ms. */
const every = 250;
/** How often at most: after that it is the network that has no room for more. */
const looks = 4;

/** What of it decides over its layers. */
export type Layered = Pick<
  types.Consumer,
  'closed' | 'currentLayers' | 'preferredLayers' | 'setPreferredLayers' | 'on'
>;

/**
 * Of a picture that begins mediasoup forwards the lowest temporal layer alone, one picture in four, since it has not
 * measured the others yet; it looks at them again when its estimate of the network changes, seconds later. It looks at once
 * when other layers are asked for: so that is done, until all pictures flow.
 * @param spatialLayer the largest layer its receiver wants, at any time.
 */
export function forwardAllPictures(consumer: Layered, spatialLayer: () => number): void {
  let flows = consumer.currentLayers !== undefined;
  let looking = false;
  consumer.on('layerschange', (layers) => {
    const begins = layers !== undefined && !flows;
    flows = layers !== undefined;
    if (!begins || looking) return;
    looking = true;
    look(consumer, spatialLayer)
      // A consumer that ends meanwhile has nothing to be forwarded.
      .catch(() => undefined)
      .finally(() => {
        looking = false;
      });
  });
}

async function look(consumer: Layered, spatialLayer: () => number): Promise<void> {
  for (let n = 0; n < looks; n += 1) {
    await wait(every, undefined, { ref: false });
    const { closed, currentLayers: current, preferredLayers: preferred } = consumer;
    if (closed || !current || !preferred) return;
    const lowest = 0;
    const most = preferred.temporalLayer ?? lowest;
    if ((current.temporalLayer ?? lowest) >= most) return;
    await consumer.setPreferredLayers({ spatialLayer: spatialLayer(), temporalLayer: lowest });
    await consumer.setPreferredLayers({ spatialLayer: spatialLayer(), temporalLayer: most });
  }
}
