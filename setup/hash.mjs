// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * @param {string} folder
 * @returns {string[]} Every file below it, as sorted paths relative to it with `/` between folders.
 */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/**
 * @param {string} folder
 * @returns {string} A hash of the names and the content of every file below it.
 */
export function hashOfFolder(folder) {
  return hashOf(...filesBelow(folder).flatMap((file) => [file, readFileSync(path.join(folder, file))]));
}

/**
 * @param {...(string | Buffer)} parts
 * @returns {string} SHA-256 in hex. Lengths are hashed with the parts, so that `('ab', 'c')` and `('a', 'bc')` differ.
 */
export function hashOf(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest('hex');
}
