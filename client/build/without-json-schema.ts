import type { Plugin } from 'vite';

const makers = /\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/;
const exported = /^export (?:const|function) (\w+)/gm;

/**
 * Leaves out of the pages what makes JSON Schema of zod's schemas: every schema carries it, and only the server's OpenAPI
 * document asks for it. Four kilobytes of the first load, compressed.
 */
export function withoutJsonSchema(): Plugin {
  return {
    name: 'ajar:without-json-schema',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!makers.test(id)) return null;
      const names = [...code.matchAll(exported)].map(([, name]) => name);
      // Some are called when a schema is made or looked at; nobody here reads what comes of it.
      return { code: names.map((name) => `export const ${name} = () => ({});`).join('\n'), map: null };
    },
  };
}
