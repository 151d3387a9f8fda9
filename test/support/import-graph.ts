/** Files of a source tree, each with the files that it imports; paths are relative to the root of the tree. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Folders of `src`, from the ground up. A folder imports what stands before it, and its peers in the same line. */
export const FLOORS: readonly (readonly string[])[] = [
  ['runtime'],
  ['services'],
  ['store'],
  ['engine'],
  ['probes'],
  ['incident'],
  ['channels'],
  ['providers'],
  ['config'],
  ['cli', 'report', 'readiness', 'approval'],
  ['commands'],
  ['main.ts'],
];

/** Relative specifiers of all imports and re-exports of a module, type-only and lazy ones included. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map(([, specifier]) => specifier ?? '');
}

/** Relative specifiers of what a module loads with itself: neither types only, nor what it loads when it needs it. */
export function loadedBy(text: string): string[] {
  const named = [...text.matchAll(/^(?:import|export)(?! type\b)([^;']*?)\bfrom '(\.{1,2}\/[^']+)'/gm)];
  return named.flatMap(([, names = '', specifier = '']) => {
    const only = /^\s*\{([^}]*)\}\s*$/
      .exec(names)?.[1]
      ?.split(',')
      .map((name) => name.trim());
    return only?.every((name) => name === '' || name.startsWith('type ')) === true ? [] : [specifier];
  });
}

/** Everything that is loaded with a file, itself included. */
export function reachedFrom(graph: ImportGraph, file: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(graph.get(next) ?? []));
  }
  return reached;
}

/** Imports that point to a higher floor, to an unknown folder, or from one provider to another; one line each. */
export function upwardArrows(graph: ImportGraph): string[] {
  return [...graph].flatMap(([from, targets]) =>
    targets.filter((to) => !mayImport(from, to)).map((to) => `${from} → ${to}`),
  );
}

function mayImport(from: string, to: string): boolean {
  const [fromFolder = '', fromUnit = ''] = from.split('/');
  const [toFolder = '', toUnit = ''] = to.split('/');
  if (fromFolder !== toFolder) return floorOf(fromFolder) >= floorOf(toFolder) && floorOf(toFolder) >= 0;
  const twoProviders = fromFolder === 'providers' && fromUnit !== toUnit;
  // Files beside the provider folders (the registry) may name each of them.
  return !twoProviders || fromUnit.endsWith('.ts');
}

const floorOf = (folder: string): number => FLOORS.findIndex((folders) => folders.includes(folder));

/** Groups of files that import each other in a circle (strongly connected components), sorted. */
export function cyclesIn(graph: ImportGraph): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file) ?? 0);
    stack.push(file);
    for (const target of graph.get(file) ?? []) {
      if (!index.has(target)) visit(target);
      if (stack.includes(target)) low.set(file, Math.min(low.get(file) ?? 0, low.get(target) ?? 0));
    }
    if (low.get(file) !== index.get(file)) return;
    const component = stack.splice(stack.indexOf(file));
    if (component.length > 1 || (graph.get(file) ?? []).includes(file)) cycles.push(component.sort());
  };
  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return cycles.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''));
}
