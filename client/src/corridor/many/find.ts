import type { CorridorDoor } from '@ajar/shared';

type Plate = Pick<CorridorDoor, 'name' | 'place' | 'talksAbout'>;

/** What is looked for: words anywhere on the name plate, and topics of which a door has at least one. */
export interface Wanted {
  words: string;
  topics: ReadonlySet<string>;
}

export const everyDoor: Wanted = { words: '', topics: new Set() };

export const isEveryDoor = ({ words, topics }: Wanted): boolean => words.trim() === '' && topics.size === 0;

/** So many topics are offered to press: a line or two. */
const mostTopics = 10;
/** A topic of one door is no filter: its name finds it. */
const fewestDoors = 2;

/**
 * The commonest topics of these name plates, as they are spelled most often. What people offer for pairing is not among
 * them: it is shown to nobody.
 */
export function topicsOf(doors: readonly Plate[]): string[] {
  const spelled = new Map<string, Map<string, number>>();
  for (const door of doors) {
    for (const [key, topic] of topicsAt(door)) {
      const ways = spelled.get(key) ?? new Map<string, number>();
      spelled.set(key, ways.set(topic, (ways.get(topic) ?? 0) + 1));
    }
  }
  const counted = [...spelled].map(([key, ways]) => {
    const [[topic] = [key]] = [...ways].sort(most);
    return [topic, [...ways.values()].reduce((sum, count) => sum + count, 0)] as const;
  });
  return counted
    .filter(([, count]) => count >= fewestDoors)
    .sort(most)
    .slice(0, mostTopics)
    .map(([topic]) => topic);
}

/** The most frequent first, and by the alphabet where two are as frequent. */
function most([a, countA]: readonly [string, number], [b, countB]: readonly [string, number]): number {
  return countB - countA || (a < b ? -1 : 1);
}

/** Whether a door answers to what is looked for, as a question to ask of many. */
export function matcher({ words, topics }: Wanted): (door: Plate) => boolean {
  const parts = partsOf(words);
  const wanted = new Set([...topics].map(folded));
  return (door) => {
    const text = textOf(door);
    if (!parts.every((part) => text.includes(part))) return false;
    return wanted.size === 0 || [...topicsAt(door).keys()].some((key) => wanted.has(key));
  };
}

/** Whether every one of these words is somewhere in a name. */
export function named(words: string): (person: { name: string }) => boolean {
  const parts = partsOf(words);
  return ({ name }) => {
    const text = folded(name);
    return parts.every((part) => text.includes(part));
  };
}

const partsOf = (words: string): string[] => folded(words).split(/\s+/).filter(Boolean);

/* Kept for each door: a corridor of thousands is searched at every key. */
const texts = new WeakMap<Plate, string>();
const topics = new WeakMap<Plate, ReadonlyMap<string, string>>();

function textOf(door: Plate): string {
  return kept(texts, door, () => folded(`${door.name} ${door.place} ${door.talksAbout}`));
}

/** What this plate says of itself, item by item: how it is compared, and how it is spelled. */
function topicsAt(door: Plate): ReadonlyMap<string, string> {
  return kept(topics, door, () => {
    const items = door.talksAbout.split(/[,;·]/).map((item) => item.trim());
    return new Map(items.filter(Boolean).map((item) => [folded(item), item]));
  });
}

function kept<T extends object, V>(known: WeakMap<T, V>, key: T, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** Without capitals and accents: `José` is found by `jose`. Letters that are no letter with a mark are spelled out. */
function folded(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[øłđßæœ]/g, (letter) => spelledOut[letter] ?? letter);
}

const spelledOut: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };
