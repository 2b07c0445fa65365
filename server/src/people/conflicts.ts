import { assertUnreachable, type EncounterKind, type MemberId } from '@ajar/shared';

/** One of two people did something about the other: who is who does not matter here. */
export type Edge = readonly [MemberId, MemberId];

/** Who must not be brought together among a set of people. Made by `conflictsOf`, or by `conflictGraph` from edges. */
export type ConflictGraph = {
  readonly blocked: ReadonlySet<string>;
  readonly supervised: ReadonlySet<string>;
};

export function conflictGraph(blocks: readonly Edge[], supervisions: readonly Edge[]): ConflictGraph {
  return { blocked: new Set(blocks.map(pairOf)), supervised: new Set(supervisions.map(pairOf)) };
}

/**
 * The one rule of who may meet whom, the same in both directions: a block forbids every kind of meeting;
 * a supervisor and the person they supervise are not paired by chance; nobody meets themselves.
 */
export function mayMeet(graph: ConflictGraph, a: MemberId, b: MemberId, kind: EncounterKind): boolean {
  const pair = pairOf([a, b]);
  if (a === b || graph.blocked.has(pair)) return false;
  switch (kind) {
    case 'door':
    case 'lounge':
      return true;
    case 'coffee':
    case 'round':
    case 'passing':
      return !graph.supervised.has(pair);
    default:
      return assertUnreachable(kind);
  }
}

function pairOf([a, b]: Edge): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
