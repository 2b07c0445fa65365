import type { Plugin } from 'vite';

/**
 * Sees to it that a page in French or Spanish has the words of all that it draws at first: the build fails where the
 * first load brings English words whose translation is in none of the chunks that `languages/` begins with.
 */
export function firstWords(languages: readonly string[]): Plugin {
  return {
    name: 'ajar:first-words',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const english = chunks
        .filter(({ name }) => name === 'first-load')
        .flatMap(({ moduleIds }) => moduleIds.filter((id) => /[/-]en\.ts$/.test(id)));
      if (english.length === 0) throw new Error('No English words in the first load: see where they went');
      for (const language of languages) {
        const there = new Set(
          chunks
            .filter(({ facadeModuleId }) => facadeModuleId?.endsWith(`/languages/${language}.ts`))
            .flatMap(({ moduleIds }) => moduleIds),
        );
        const missing = english.map((id) => id.replace(/en\.ts$/, `${language}.ts`)).filter((id) => !there.has(id));
        if (missing.length > 0) throw new Error(`src/languages/${language}.ts lacks ${missing.join(', ')}`);
      }
    },
  };
}
