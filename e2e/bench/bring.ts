import path from 'node:path';
import type { Page } from '@playwright/test';
import { rolldown } from 'rolldown';
import { root } from '../src/folder.ts';

/** Brings a script of media/bench into a page that is open at the address of a server of calls. */
export async function bring(name: 'callers' | 'codecs' | 'voices', page: Page): Promise<void> {
  const input = path.join(root, 'media', 'bench', `${name}.ts`);
  const bundle = await rolldown({ input, platform: 'browser', logLevel: 'warn' });
  const { output } = await bundle.generate({ format: 'iife', comments: false });
  await bundle.close();
  await page.addScriptTag({ content: output[0].code });
}
