import { parseArgs } from 'node:util';
import { measureCodecs } from './codecs.ts';
import { measureCoffee } from './coffee.ts';
import { measureCorridor } from './corridor.ts';
import { measureForwarded } from './forwarded.ts';
import { measureImpaired } from './impaired.ts';
import { measureJoin } from './join.ts';
import { measureLayers } from './layers.ts';
import { measureMemory } from './memory.ts';
import { measureOpus } from './opus.ts';
import { measurePairing } from './pairing.ts';
import { print, type Row } from './row.ts';
import { measureSize } from './size.ts';
import { measureStart } from './start.ts';
import { measureTasks } from './tasks.ts';
import { measureTiles } from './tiles.ts';
import { measureWaiting } from './waiting.ts';

// `start`, `join`, `coffee`, `memory`, `size`, `pairing`, `waiting`, `impaired`, `layers`, `forwarded`, `tiles`, `tasks`, `opus`, `codecs`: only these parts. `--rounds 5`: a quicker, rougher look at joining.
const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '20' } },
});

const parts: Readonly<Record<string, () => Promise<Row[]>>> = {
  start: measureStart,
  join: () => measureJoin(Number(values.rounds)),
  coffee: measureCoffee,
  memory: measureMemory,
  size: measureSize,
  pairing: measurePairing,
  corridor: measureCorridor,
  waiting: measureWaiting,
  impaired: measureImpaired,
  layers: measureLayers,
  forwarded: measureForwarded,
  tiles: measureTiles,
  tasks: measureTasks,
  opus: measureOpus,
  codecs: measureCodecs,
};

const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(`There is no part called ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.\n`);
  process.exit(1);
}
const rows: Row[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`Measuring ${name}…\n`);
  rows.push(...(await measure()));
}
print(rows);
