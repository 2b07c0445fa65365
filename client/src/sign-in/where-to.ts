/**
 * Where a person wanted to go before signing in, from the sign-in page's `?to=`. Only a path of this origin: anything
 * else could be somebody's trap, and becomes the corridor.
 */
export function whereTo(search: string, origin: string): string {
  const wanted = new URLSearchParams(search).get('to') ?? '/';
  if (!wanted.startsWith('/') || !URL.canParse(wanted, origin)) return '/';
  const url = new URL(wanted, origin);
  if (url.origin !== origin || url.pathname === '/sign-in') return '/';
  return url.pathname + url.search + url.hash;
}

/** The sign-in page's address that leads back to `path` afterwards. */
export function signInPath(path: string): string {
  return path === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ to: path })}`;
}
