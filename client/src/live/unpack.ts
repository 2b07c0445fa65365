import { corridorSnapshot } from '@ajar/shared';
import type { z } from 'zod';

const common = corridorSnapshot.pick({ doors: true, around: true, table: true });

/** What is the same for many of a corridor with many doors: JSON, compressed with gzip. */
export async function unpack(packed: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<z.infer<typeof common>> {
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return common.parse(await new Response(plain).json());
}
