import type { Plugin } from 'vite';

/** Preloads the fonts whose file names match, so that the first words are drawn in them rather than redrawn. */
export function preloadedFonts(wanted: RegExp): Plugin {
  return {
    name: 'ajar:preloaded-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => file.endsWith('.woff2') && wanted.test(file))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
          })),
    },
  };
}
