import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** What Vite wraps every `import()` of the pages in, to fetch its styles first. */
const wrapper = '\0vite/preload-helper.js';
const ours = fileURLToPath(new URL('../src/parts/index.ts', import.meta.url));

/**
 * Puts `fetchPart` in the place of Vite's own wrapper, which gives up at the first failure and takes styles that did not
 * come for styles that are there: with it, a part asked for while the server restarts breaks the page.
 */
export function patientImports(): Plugin {
  let put = false;
  return {
    name: 'ajar:patient-imports',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (id !== wrapper) return null;
      put = true;
      return `export { fetchPart as __vitePreload } from ${JSON.stringify(ours)};`;
    },
    buildEnd(error) {
      if (!put && !error) throw new Error('Vite wraps imports in another way now: see whether fetchPart still does it');
    },
  };
}
