// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from './hash.mjs';
import { ROOT } from './machine.mjs';

/**
 * Which packages each package may import: client → shared ← server → media → shared. The end-to-end tests stand outside
 * and may look at all of them.
 *
 * @type {Record<string, string[]>}
 */
const MAY_IMPORT = {
  shared: [],
  media: ['shared'],
  server: ['media', 'shared'],
  client: ['shared'],
  e2e: ['client', 'media', 'server', 'shared'],
};

/** Folders that are not ours to check. */
const PASSED_OVER = /(^|\/)(node_modules|dist|test-results|\.turbo|\.cache)\//;

/** `from 'x'`, `import 'x'`, `import('x')` and `import type … from 'x'`, each at its specifier. */
const SPECIFIER = /(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)(['"])([^'"\n]+)\1/gm;

/**
 * @typedef {object} Source
 * @property {string} file Its path from the root, with `/` between folders.
 * @property {string} text
 */

/**
 * @param {Source} source
 * @param {(file: string) => boolean} exists Whether there is a file at this path from the root.
 * @returns {string[]} One sentence for each import that goes where it must not.
 */
export function wrongImports({ file, text }, exists) {
  return specifiersIn(text).flatMap((specifier) => {
    const reason = specifier.startsWith('.') ? whyNotRelative(file, specifier, exists) : whyNotPackage(file, specifier);
    return reason ? [`${file} imports '${specifier}': ${reason}`] : [];
  });
}

/**
 * @param {string} text
 * @returns {string[]}
 */
function specifiersIn(text) {
  const withoutComments = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  return [...withoutComments.matchAll(SPECIFIER)].map((match) => match[2] ?? '');
}

/**
 * @param {string} file
 * @param {string} specifier
 * @returns {string | undefined}
 */
function whyNotPackage(file, specifier) {
  const [scope, target, ...deeper] = specifier.split('/');
  if (scope !== '@ajar' || !target) return undefined;
  const own = packageOf(file);
  if (!MAY_IMPORT[own]?.includes(target)) return `${own} may not import ${target}.`;
  return deeper.length > 0 ? `only @ajar/${target} itself is its public face.` : undefined;
}

/**
 * @param {string} file
 * @param {string} specifier
 * @param {(file: string) => boolean} exists
 * @returns {string | undefined}
 */
function whyNotRelative(file, specifier, exists) {
  const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
  const own = packageOf(file);
  const other = packageOf(target);
  if (other !== own && other in MAY_IMPORT) return `it climbs into another package; name it @ajar/${other}.`;
  if (other !== own && file.startsWith(`${own}/src/`) && !isTest(file)) return 'it climbs out of its package.';

  const folder = featureOf(target);
  if (!folder || folder === featureOf(file)) return undefined;
  // Foreign keys join tables of many features, and going through index.ts would make a circle of it.
  if (target === `${folder}/tables.ts`) return undefined;
  // Tests put parts together in ways the program does not.
  if (isTest(file)) return undefined;
  const face = ['index.ts', 'index.tsx'].map((name) => `${folder}/${name}`).find(exists);
  return face && target !== face ? `it reaches past ${face}, that folder's public face.` : undefined;
}

/** @param {string} file */
function packageOf(file) {
  return file.split('/')[0] ?? '';
}

/**
 * @param {string} file
 * @returns {string | undefined} `server/src/doors` for anything in it; nothing for files beside such folders.
 */
function featureOf(file) {
  return /^(?:server|media|client)\/src\/[^/]+(?=\/)/.exec(file)?.[0];
}

/**
 * @param {string} file
 * @returns {boolean} Whether it is a test or only there for tests.
 */
function isTest(file) {
  return /(\.test\.tsx?|\/testing(\.setup)?\.ts)$|\/fixtures\//.test(file);
}

/** @returns {{ checked: number, wrong: string[] }} For the whole repository. */
export function checkImports(root = ROOT) {
  const files = Object.keys(MAY_IMPORT)
    .filter((name) => existsSync(path.join(root, name)))
    .flatMap((name) => filesBelow(path.join(root, name)).map((file) => `${name}/${file}`))
    .filter((file) => /\.(ts|tsx|mts|mjs|js)$/.test(file) && !PASSED_OVER.test(file));
  const there = new Set(files);
  const wrong = files.flatMap((file) =>
    wrongImports({ file, text: readFileSync(path.join(root, file), 'utf8') }, (other) => there.has(other)),
  );
  return { checked: files.length, wrong };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { checked, wrong } = checkImports();
  console.log([...wrong, `${checked} files, ${wrong.length} wrong imports`].join('\n'));
  process.exitCode = wrong.length > 0 || checked === 0 ? 1 : 0;
}
