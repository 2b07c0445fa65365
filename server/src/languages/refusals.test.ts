import { readdirSync, readFileSync } from 'node:fs';
import { AjarError, type WireError } from '@ajar/shared';
import { parseAst } from 'rolldown/parseAst';
import { expect, test } from 'vitest';
import { checkAttempt } from '../doors/rules.ts';
import { refusalFor } from './index.ts';
import { refusals } from './refusals/index.ts';

/** A node of ESTree, as far as it is looked at here. */
type Node = { type: string } & Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesIn(one);
  else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) yield* nodesIn(child);
  }
}

/** What words an expression can be, as the refusals name them; `?` where only running it would tell. */
function wordsOf(node: unknown, declared: ReadonlyMap<string, Node[]>): string[] {
  if (!isNode(node)) return ['?'];
  if (node.type === 'Literal') return [String(node['value'])];
  if (node.type === 'TemplateLiteral') {
    const parts = (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    return [parts.reduce((text, part, at) => `${text}{${at}}${part}`)];
  }
  if (node.type === 'ConditionalExpression')
    return ['consequent', 'alternate'].flatMap((way) => wordsOf(node[way], declared));
  if (node.type === 'Identifier') {
    // A name may be given to different words in different functions of a file.
    const given = declared.get(String(node['name'])) ?? [];
    return given.length === 0 ? ['?'] : given.flatMap(({ init }) => wordsOf(init, declared));
  }
  if (node.type === 'MemberExpression') return wordsOf(node['object'], declared);
  if (node.type === 'ObjectExpression') {
    return (node['properties'] as Node[]).flatMap((property) => wordsOf(property['value'], declared));
  }
  return ['?'];
}

/** Every refusal in the code of this server that people can meet, and where it stands. */
function refusalsInCode(): { words: string; file: string }[] {
  const folder = new URL('../', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/test|fixtures|dry-run/.test(file))
    .map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
  return files.flatMap(({ file, text }) => {
    const nodes = [...nodesIn(parseAst(text, { lang: 'ts' }).body)];
    const declared = Map.groupBy(
      nodes.filter((node) => node.type === 'VariableDeclarator' && isNode(node['init'])),
      (node) => String((node['id'] as Node)['name']),
    );
    return (
      nodes
        .filter((node) => node.type === 'NewExpression' && (node['callee'] as Node)['name'] === 'AjarError')
        .map((node) => node['arguments'] as Node[])
        // Of what goes wrong inside, people hear one sentence; what is wrong at the start is for whoever starts the server.
        .filter(([category]) => !['set-up', 'internal'].includes(String(category?.['value'])))
        .flatMap(([, , message]) => wordsOf(message, declared).map((words) => ({ words, file })))
    );
  });
}

/** Words that are made of others, each of which is listed by itself; and those of what people never meet. */
const made = [
  'api/errors.ts ?',
  'api/mount.ts {1}. Nothing was changed.',
  'calendar/recurrence.ts {1}: {2}. Nothing was changed.',
  'coffee/policy.ts weights.{1}: This weight is {2}.',
  'coffee/policy.ts {1} Nothing was changed.',
  'database/embedded.ts The database is closed.',
  'queue/queues.ts {1}: {2}',
];

test('every refusal in the code is translated, and none that is not there any more', () => {
  const inCode = refusalsInCode();
  expect(inCode.length).toBeGreaterThan(80);
  const missing = inCode.filter(({ words }) => !(words in refusals));
  expect([...new Set(missing.map(({ file, words }) => `${file} ${words}`))].toSorted()).toEqual(made);
  const couldBe = inCode.map(({ words }) => {
    const literal = words.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${literal.join('.+')}$`, 'u');
  });
  expect(Object.keys(refusals).filter((english) => !couldBe.some((words) => words.test(english)))).toEqual([]);
});

test('each is filled in with the same in every language', () => {
  for (const [english, others] of Object.entries(refusals)) {
    const holes = (text: string) => (text.match(/\{\d\}/g) ?? []).toSorted();
    for (const text of Object.values(others)) expect([text, holes(text)]).toEqual([text, holes(english)]);
    expect(others.fr).not.toMatch(/ [?;:»]|« |\w[?;]|'/);
  }
});

const french = { 'accept-language': 'fr' };
const said = (error: WireError) => refusalFor(error, french).message;

test('what is filled in is the same, and the code and the kind of the error too', () => {
  const refused = () => {
    try {
      checkAttempt('walk-in', 'none', 'Amara {1} Osei');
    } catch (thrown) {
      return (thrown as AjarError).toWire();
    }
    throw new Error('It was allowed');
  };
  expect(refusalFor(refused(), french)).toEqual({
    category: 'conflict',
    code: 'door-closed',
    message: 'Amara {1} Osei\u00a0: la porte n’est pas ouverte en ce moment. Rien n’a été changé.',
  });
  expect(refusalFor(refused(), { 'accept-language': 'de' })).toEqual(refused());
});

test('what nobody has translated is said in general, and never half in English', () => {
  expect(
    said({ category: 'bad-input', code: 'bad-input', message: 'state: Invalid option. Nothing was changed.' }),
  ).toBe('Une indication n’a pas pu être comprise. Rien n’a été changé.');
  const words = 'Something went wrong on our side. Nothing was changed; please try again.';
  expect(said(new AjarError('internal', 'internal', words).toWire())).toMatch(/^Quelque chose n’a pas marché/);
});
