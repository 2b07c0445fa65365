import { stylesThere } from './styles.ts';

/** Milliseconds between two questions whether the server is back. */
const again = 1_000;
/** How often a part may fail to come from a server that answers: more than once, since it may be starting or stopping. */
const tries = 3;

/**
 * Fetches a part of the page that comes when it is needed, its styles before it is drawn; every `import()` of the built
 * pages goes through here (`build/patient-imports.ts`). While the server cannot be reached it waits, so that nobody loses
 * the page, or the call, for a part of it. Rejects only if the server answers and the part still does not come, as after
 * an upgrade, or if the part breaks when it is run.
 *
 * @param load the `import()` itself
 * @param files what the part is made of besides, as paths from the root: styles, and scripts that it imports
 */
export async function fetchPart<Part>(load: () => Promise<Part>, files: readonly string[] = []): Promise<Part> {
  preloadScripts(files.filter((file) => !file.endsWith('.css')));
  const styles = files.filter((file) => file.endsWith('.css'));
  for (let refused = 0; ; ) {
    try {
      await Promise.all(styles.map(stylesThere));
      const part = await load();
      await fetchPart.words?.();
      return part;
    } catch (error) {
      if (await serverAnswers()) refused += 1;
      if (refused === tries) throw error;
      do await new Promise((resume) => setTimeout(resume, again));
      while (!(await serverAnswers()));
    }
  }
}

/** What every part waits for besides: the words of the page's language, where they did not come with the page. */
fetchPart.words = undefined as (() => Promise<void>) | undefined;

const serverAnswers = () =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

const preloaded = new Set<string>();

/** So that a part and what it imports come side by side, not one after the other. */
function preloadScripts(files: readonly string[]): void {
  for (const file of files) {
    if (preloaded.has(file)) continue;
    preloaded.add(file);
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = `/${file}`;
    document.head.append(link);
  }
}
