/**
 * Registries are written from folders: adding a provider, a command or an adapter is adding a file.
 * The functions only read the folder and return the text of a module.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One entry of a registry: `<id>/` with an index.ts, or `<id>.ts`. */
export interface Unit {
  readonly id: string;
  /** Relative to the registry that lies in the same folder. */
  readonly module: (file?: string) => string;
}

/**
 * The units of a folder, sorted by id.
 *
 * @param except files that are no unit, such as the registry itself; without `.ts`
 */
export function unitsOf(folder: string, except: readonly string[] = []): Unit[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry): Unit[] => {
      if (entry.isDirectory()) {
        if (!existsSync(join(folder, entry.name, 'index.ts'))) return [];
        return [{ id: entry.name, module: (file = 'index') => `./${entry.name}/${file}.js` }];
      }
      const id = entry.name.replace(/\.ts$/, '');
      return id === entry.name || except.includes(id) ? [] : [{ id, module: () => `./${id}.js` }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const HEAD = '// Generated from the folder by "npm run generate". Do not edit.\n';

/** A module that exports one loader for each unit. A unit is loaded when its loader is called. */
export function lazyRegistry(units: readonly Unit[], name: string): string {
  const lines = units.map(({ id, module }) => `  '${id}': () => import('${module()}'),`);
  return `${HEAD}\nexport const ${name} = {\n${lines.join('\n')}\n};\n`;
}

/** A module that imports `symbol` from each unit and exports all of them, as a list or by id. */
export function staticRegistry(
  units: readonly Unit[],
  name: string,
  { symbol, file, as }: { readonly symbol: string; readonly file?: string; readonly as: 'list' | 'record' },
): string {
  const imports = units.map(({ id, module }) => `import { ${symbol} as ${local(id)} } from '${module(file)}';`);
  const entries = units.map(({ id }) => (as === 'list' ? `  ${local(id)},` : `  '${id}': ${local(id)},`));
  const [open, close] = as === 'list' ? ['[', '] as const'] : ['{', '}'];
  return `${HEAD}${imports.join('\n')}\n\nexport const ${name} = ${open}\n${entries.join('\n')}\n${close};\n`;
}

/** A module that exports a union of string literals; `never` when there are none. */
export function literalUnion(literals: readonly string[], name: string): string {
  const members = [...literals].sort().map((literal) => `'${literal}'`);
  return `${HEAD}\nexport type ${name} = ${members.join(' | ') || 'never'};\n`;
}

function local(id: string): string {
  return id.replaceAll(/-([a-z0-9])/g, (_all, next: string) => next.toUpperCase());
}
