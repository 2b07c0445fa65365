import type { Plugin } from 'vite';

const library = /\/i18next\/dist\/esm\/i18next\.js$/;

/** What fetches words, and what writes numbers and dates: `languages/` does the first, `Intl` the second. */
const instead: Readonly<Record<string, string>> = {
  Connector:
    'class Connector {\n  state = {};\n  on() {}\n  init() {}\n  load(languages, namespaces, done) {\n    done();\n  }\n}\n',
  Formatter: 'class Formatter {}\n',
};

/** Leaves out of the pages two parts of i18next that a bundler cannot see are never called. */
export function leanI18next(): Plugin {
  return {
    name: 'ajar:lean-i18next',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!library.test(id)) return null;
      const lean = Object.entries(instead).reduce((rest, [name, less]) => {
        const without = rest.replace(new RegExp(String.raw`^class ${name}\b.*\{\n(?: .*\n|\n)*\}\n`, 'm'), less);
        if (without === rest) throw new Error(`i18next has no class ${name} any more: see what took its place`);
        return without;
      }, code);
      return { code: lean, map: null };
    },
  };
}
