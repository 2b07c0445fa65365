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

const usage = 'npm run -s pair -- round.json [--seed N] [--preset NAME] [--edges]';

function main(): string {
  const { file, seed, preset, edges } = readArguments();
  const input = readRound(file);
  const chosen = preset === undefined ? input : { ...input, preset };
  const { tables, waiting, total, exact, bound, ...drawn } = pairRound(chosen, { seed });
  const plain = tables.map(({ people, weight, reasons }) => ({ people, weight, reasons }));
  const result = { seed: drawn.seed, tables: plain, waiting, total, exact, bound };
  return JSON.stringify(edges ? { ...result, edges: permittedEdges(chosen, drawn.seed) } : result, null, edges ? 0 : 2);
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
  if (read.success) return read.data;
  const said = firstIssue(read.error);
  throw new BadInput(read.error.issues[0]?.path.length ? said : `${file}: ${said}`);
}

function readText(file: string): string {
  try {
    // npm runs a script at the root of the project, wherever it was called from.
    return readFileSync(file === '-' ? 0 : path.resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8');
  } catch (cause) {
    const code = z.object({ code: z.string() }).safeParse(cause).data?.code;
    const why = code === 'ENOENT' ? 'there is no such file.' : `it cannot be read (${code ?? cause}).`;
    throw new BadInput(`${file}: ${why}`, { cause });
  }
}

try {
  process.stdout.write(`${main()}\n`);
} catch (thrown) {
  const known = thrown instanceof BadInput || (thrown instanceof AjarError && thrown.category === 'bad-input');
  if (!known) throw thrown;
  process.stderr.write(`${thrown.message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
  process.exitCode = 2;
}
