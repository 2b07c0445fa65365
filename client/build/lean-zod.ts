import type { Plugin } from 'vite';

const schemas = /\/zod\/v4\/classic\/schemas\.js$/;
const core = /\/zod\/v4\/core\/schemas\.js$/;

/*
 * Methods of schemas that bring parts along which nothing of Ajar uses: the string formats zod itself deprecates as
 * methods (`z.email()` has taken their place), and what changes a value rather than checks it.
 */
const unused = [
  ...['email', 'url', 'jwt', 'emoji', 'guid', 'uuid', 'uuidv4', 'uuidv6', 'uuidv7', 'nanoid', 'cuid', 'cuid2', 'ulid'],
  ...['base64', 'base64url', 'xid', 'ksuid', 'ipv4', 'ipv6', 'cidrv4', 'cidrv6', 'e164'],
  ...['datetime', 'date', 'time', 'duration', 'includes', 'startsWith', 'endsWith', 'lowercase', 'uppercase'],
  ...['normalize', 'toLowerCase', 'toUpperCase', 'slugify', 'multipleOf', 'step'],
  ...['superRefine', 'exactOptional', 'nonoptional', 'and', 'or', 'transform', 'catch', 'pipe', 'readonly'],
];

/** What it says of a bad value in English. Pages show words of their own; reports of errors name what is wrong by its code. */
const sentences = /\/zod\/v4\/locales\/en\.js$/;

/** Called whenever a container is parsed, to tell values that hold themselves. What came as JSON cannot. */
const memoizer = 'core.config({ memoizer: core.memoizer() });';

/**
 * Whether objects are checked by code that zod writes while it runs. The pages' content security policy forbids that, and
 * zod finds out by trying: each page would begin with a violation of it, which Firefox shows as an error.
 */
const writesCode = 'const jit = !core.globalConfig.jitless;';

/**
 * Leaves out of the pages what a bundler cannot see that they do not need, because every schema carries it: five
 * kilobytes of the first load, compressed. A schema that comes to use one of these methods fails as soon as it is made.
 */
export function leanZod(): Plugin {
  return {
    name: 'ajar:lean-zod',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (sentences.test(id)) return { code: 'export default () => ({ localeError: ({ code }) => code });', map: null };
      if (core.test(id)) {
        if (!code.includes(writesCode)) throw new Error('zod decides in another way now whether it writes code');
        return { code: code.replace(writesCode, 'const jit = false;'), map: null };
      }
      if (!schemas.test(id)) return null;
      const lean = unused.reduce((rest, name) => {
        const without = rest.replace(new RegExp(String.raw`^ {4}${name}\(.*\) \{\n(?: {8}.*\n)* {4}\},\n`, 'm'), '');
        if (without === rest) throw new Error(`zod's schemas have no method ${name} any more: take it off the list`);
        return without;
      }, code);
      if (!lean.includes(memoizer))
        throw new Error('zod sets its memoizer in another way now: see whether pages need it');
      return { code: lean.replace(memoizer, 'return;'), map: null };
    },
  };
}
