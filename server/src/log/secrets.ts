/** The word that stands in a log where a secret or somebody's personal data would have been. */
export const hidden = '[hidden]';

const secretKeys = [
  'authorization',
  'clientSecret',
  'cookie',
  'cookies',
  'email',
  'password',
  'secret',
  'session',
  'set-cookie',
  'token',
];

/** Where pino looks for secrets: each key at the top, one and two levels down. */
export const secretPaths: string[] = secretKeys.flatMap((key) => {
  const step = key.includes('-') ? `["${key}"]` : `.${key}`;
  return [step.replace(/^\./, ''), `*${step}`, `*.*${step}`];
});

const disguises: readonly [RegExp, string][] = [
  // A signed JWT (RFC 7519): three base64url parts, of which the first two are JSON objects.
  [/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/g, hidden],
  // The user and password of a URL: postgres://user:password@host.
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"\\]*:[^\s/@"\\]*@/gi, `$1${hidden}@`],
  // A secret in a query string: magic links carry one.
  [/([?&](?:token|code|secret|key|state)=)[^&\s"\\]+/gi, `$1${hidden}`],
  [/Bearer [\w.~+/=-]+/gi, `Bearer ${hidden}`],
  // Somebody's address (RFC 5321 mailbox, as people write them). A line break before it is written `\n` in JSON,
  // whose letter is not part of the address.
  [/(\\[bfnrt"\\/]|\\u[0-9a-f]{4})?[\w.%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi, `$1${hidden}`],
];

/**
 * Hides what looks like a token, a password or an e-mail address anywhere in a finished log line.
 * The key list catches what we name; this catches what libraries put into messages and stacks.
 */
export function hideSecrets(line: string): string {
  return disguises.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
}
