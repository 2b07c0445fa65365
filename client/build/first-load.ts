interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/**
 * Names the chunk of everything the first screen loads: all that `entry` reaches by static imports. One file compresses
 * several kilobytes better than the five that sharing with lazily loaded screens would make of it. What only the pages of
 * programme staff use of the contract comes with them.
 */
export function firstLoad(entry: string): (id: string, graph: ModuleGraph) => string | null {
  let reached: Set<string> | undefined;
  return (id, graph) => {
    reached ??= staticallyReached(entry, graph);
    return reached.has(id) ? 'first-load' : null;
  };
}

/** The barrel of the contract names them, and nothing of the first load uses them. */
const ofStaff = /\/shared\/src\/[\w-]+-staff(-routes)?\.ts$/;

function staticallyReached(entry: string, graph: ModuleGraph): Set<string> {
  const reached = new Set<string>();
  const next = [entry];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (reached.has(id)) continue;
    if (ofStaff.test(id)) continue;
    reached.add(id);
    next.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}
