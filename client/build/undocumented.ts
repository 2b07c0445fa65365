import type { Plugin } from 'vite';

const summary = /\bsummary:\s*(['"])(?:(?!\1).)*\1,\s*/g;
const meta = /\s*\.meta\(\{[^{}]*\}\)/g;

/** Leaves the words of the API's documentation out of the pages: only the server prints them. */
export function undocumented(folder: string): Plugin {
  return {
    name: 'ajar:undocumented',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(folder)) return null;
      return { code: code.replace(summary, '').replace(meta, ''), map: null };
    },
  };
}
