interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/**
 * Names the chunk of everything the first screen loads: all that `entry` reaches by static imports. One file compresses
 * several kilobytes better than the five that sharing with lazily loaded screens would make of it. The routes that no
 * page calls before it is drawn come with the first call of one.
 */
export function firstLoad(entry: string): (id: string, graph: ModuleGraph) => string | null {
  let reached: Set<string> | undefined;
  return (id, graph) => {
    reached ??= staticallyReached(entry, graph);
    return reached.has(id) ? 'first-load' : null;
  };
}

/** The barrel of the contract names them, and nothing of the first load uses them. */
const later =
  /\/shared\/src\/(api|connection-check|figures(-csv)?|media|files|floor|pointer|standby|turn|[\w-]+-(staff|routes))\.ts$/;

function staticallyReached(entry: string, graph: ModuleGraph): Set<string> {
  const reached = new Set<string>();
  const next = [entry];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (reached.has(id)) continue;
    if (later.test(id)) continue;
    reached.add(id);
    next.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}
