// @ts-check
import { requireNode, requireSystem } from './machine.mjs';
import { installPackages, provideNode } from './packages.mjs';
import { endChildrenOnSignals } from './run.mjs';
import { provideWorker } from './worker.mjs';

/**
 * Brings this machine to where Ajar can be built and run. Every step looks first whether there is anything to do, says
 * nothing then, and can be cut off at any moment: the next run does it again.
 *
 * @returns {Promise<{ node: string, worker: string }>} The Node to run Ajar with, and the media worker's binary.
 * @throws {import('./problem.mjs').Problem} When the person has to do something first.
 */
export async function prepare() {
  requireNode();
  requireSystem();
  endChildrenOnSignals();
  await installPackages();
  const node = await provideNode();
  const worker = await provideWorker(node);
  return { node, worker };
}
