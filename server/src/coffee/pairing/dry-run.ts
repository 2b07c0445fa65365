import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { AjarError, firstIssue } from '@ajar/shared';
import { z } from 'zod';
import { pairRound } from './pair-round.ts';
import { permittedEdges } from './permitted-edges.ts';
import { round } from './round.ts';

// `npm run -s pair -- round.json [--seed N] [--preset NAME] [--edges]`: what a round would do, printed as JSON. `-` reads
// the round from standard input. Bad input: exit code 2, one line on standard error that names the field, nothing else.

/** A reason to stop that the person at the keyboard can mend. */
class BadInput extends Error {}

/** How much is printed at once, in characters. All pairs of thousands are longer than a text can be. */
const longPiece = 1_000_000;

const usage = 'npm run -s pair -- round.json [--seed N] [--preset NAME] [--edges]';

/** Everything that can go wrong goes wrong before the first piece, but for reading the pairs once more. */
function* pieces(): Generator<string> {
  const { file, seed, preset, edges } = readArguments();
  const input = readRound(file);
  const chosen = preset === undefined ? input : { ...input, preset };
  const { tables, waiting, total, exact, bound, ...drawn } = pairRound(chosen, { seed });
  const plain = tables.map(({ people, weight, reasons }) => ({ people, weight, reasons }));
  const result = { seed: drawn.seed, tables: plain, waiting, total, exact, bound };
  if (!edges) return yield `${JSON.stringify(result, null, 2)}\n`;
  yield `${JSON.stringify(result).slice(0, -1)},"edges":[`;
  let [piece, before] = ['', ''];
  for (const edge of permittedEdges(chosen, drawn.seed)) {
    piece += before + JSON.stringify(edge);
    before = ',';
    if (piece.length < longPiece) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}]}\n`;
}

function readArguments() {
  const { values, positionals } = parsed();
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new BadInput(`round.json: name one file. ${usage}`);
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  const wrong = seed !== undefined && !(/^\d+$/.test(values.seed ?? '') && seed <= 0x7fffffff);
  if (wrong) throw new BadInput('--seed: a seed is a whole number from 0 to 2147483647.');
  return { file, seed, preset: values.preset, edges: values.edges };
}

function parsed() {
  const options = {
    seed: { type: 'string' },
    preset: { type: 'string' },
    edges: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (cause) {
    const [said] = (cause instanceof Error ? cause.message : String(cause)).split(/\. /);
    throw new BadInput(`${said}. ${usage}`, { cause });
  }
}

function readRound(file: string) {
  const text = readText(file);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new BadInput(`${file}: this is not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  const read = round.safeParse(json);
  if (read.success) {
    const unknown = unknownField(json, read.data);
    if (unknown) process.stderr.write(`${unknown}: there is no such field, so it changes nothing.\n`);
    return read.data;
  }
  const said = firstIssue(read.error);
  throw new BadInput(read.error.issues[0]?.path.length ? said : `${file}: ${said}`);
}

/** The first field that was given and is none of a round's: a misspelt one would else be missed in silence. */
function unknownField(given: unknown, read: unknown, path = ''): string | undefined {
  if (!isRecord(given) || !isRecord(read)) return undefined;
  for (const [key, value] of Object.entries(given)) {
    const name = `${path}${path && '.'}${key}`;
    const unknown = Object.hasOwn(read, key) ? unknownField(value, read[key], name) : name;
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function readText(file: string): string {
  try {
    // npm runs a script at the root of the project, wherever it was called from.
    return readFileSync(file === '-' ? 0 : path.resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8').replace(
      /^\uFEFF/,
      '',
    );
  } catch (cause) {
    const code = z.object({ code: z.string() }).safeParse(cause).data?.code;
    const why = code === 'ENOENT' ? 'there is no such file.' : `it cannot be read (${code ?? cause}).`;
    throw new BadInput(`${file}: ${why}`, { cause });
  }
}

try {
  for (const piece of pieces()) process.stdout.write(piece);
} catch (thrown) {
  const known = thrown instanceof BadInput || (thrown instanceof AjarError && thrown.category === 'bad-input');
  if (!known) throw thrown;
  process.stderr.write(`${thrown.message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
  process.exitCode = 2;
}
