const there = new Map<string, Promise<void>>();

/** Resolves once these styles apply. What did not come is asked for anew the next time: the browser itself never would. */
export function stylesThere(file: string): Promise<void> {
  const known = there.get(file);
  if (known) return known;
  // What the page itself begins with.
  if (document.querySelector(`link[rel="stylesheet"][href="/${file}"]`)) return Promise.resolve();
  const coming = new Promise<void>((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `/${file}`;
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      there.delete(file);
      reject(new Error(`The styles ${file} did not come`));
    };
    document.head.append(link);
  });
  there.set(file, coming);
  return coming;
}
