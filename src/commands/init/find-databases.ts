import { dirname, join, normalize } from 'node:path/posix';
import { z } from 'zod';
import { json } from './find-vercel.js';
import type { RepositoryFiles } from './repository-files.js';

export interface DatabaseFound {
  /** Name of the variable with the URL: the direct one, where there are two. */
  readonly variable: string;
  /** Folder of Prisma's migrations; null without Prisma or without migrations. */
  readonly migrations: string | null;
}

export interface DatabasesFound {
  readonly databases: readonly DatabaseFound[];
  readonly notes: readonly string[];
}

const inPackage = z.object({ prisma: z.object({ schema: z.string() }) });
const NAME = /^[A-Z_][A-Z0-9_]*$/;
/** Direct (not pooled) first: a backup cannot go through a pool. Names of Prisma's, Vercel's and Neon's documentation. */
const DIRECT = [
  'DIRECT_URL',
  'DIRECT_DATABASE_URL',
  'DATABASE_URL_UNPOOLED',
  'POSTGRES_URL_NON_POOLING',
  'DATABASE_URL',
  'POSTGRES_URL',
];
/** Packages that speak to PostgreSQL. */
const CLIENTS = ['pg', 'postgres', '@vercel/postgres', '@neondatabase/serverless', 'pg-promise', 'slonik'];

/**
 * Databases by their Prisma schemas; without Prisma, by a client in the dependencies and a name in `names`.
 * @param names of environment variables
 */
export function findDatabases(
  files: RepositoryFiles,
  dependencies: ReadonlySet<string>,
  names: ReadonlySet<string>,
): DatabasesFound {
  const notes: string[] = [];
  const databases = new Map<string, DatabaseFound & { readonly path: string; readonly isNamed: boolean }>();
  const configs = files.paths
    .filter((path) => /(^|\/)prisma\.config\.[cm]?[jt]s$/.test(path))
    .map((path) => configOf(files, path));
  const named = new Set([...configs.flatMap(({ schema }) => schema ?? []), ...schemasOfPackages(files)]);
  for (const { path, text } of schemas(files)) {
    const provider = /\bprovider\s*=\s*"(\w+)"/.exec(text)?.[1] ?? '';
    if (!['postgresql', 'postgres'].includes(provider)) {
      notes.push(
        `${path} is for ${/^\w+$/.test(provider) ? provider : 'another database'}: Rewind covers PostgreSQL only.`,
      );
      continue;
    }
    const config = configs.find(
      ({ folder, schema }) => schema === path || path.startsWith(`${folder === '.' ? '' : `${folder}/`}prisma/`),
    );
    // Without another variable, DATABASE_URL would be a guess: another database than that of the schema.
    const odd = oddVariable(text);
    if (odd !== null) {
      notes.push(
        `${path} reads its URL from ${odd}, but a name in the configuration has capital letters, digits and underscores only. Add its resources by hand, with a variable of such a name.`,
      );
      continue;
    }
    const variable =
      variableOf(text, 'directUrl') ??
      directOf(variableOf(text, 'url') ?? config?.variable ?? null, names) ??
      'DATABASE_URL';
    const beside = join(dirname(path), 'migrations');
    // A schema of several files lies in a folder beside the migrations.
    const places = [config?.migrations, beside, join(dirname(path), '../migrations')];
    const migrations = places.find((place) => place != null && files.migrations.includes(place)) ?? null;
    if (migrations === null) notes.push(`${path} has no folder of migrations, so down migrations are not possible.`);
    // A schema that a configuration names counts more than one that lies around, and migrations more than none.
    const isNamed = [...named].some((name) => path === name || path.startsWith(`${name}/`));
    const known = databases.get(variable);
    const isBetter =
      known === undefined || isNamed || (!known.isNamed && known.migrations === null && migrations !== null);
    if (isBetter) databases.set(variable, { variable, migrations, path, isNamed });
    const other = isBetter ? known : { path, migrations };
    if (other !== undefined && other.migrations !== databases.get(variable)?.migrations) {
      notes.push(
        `${other.path} uses ${variable}, as another schema does. Only the migrations of one of them are covered.`,
      );
    }
  }
  if (databases.size === 0 && CLIENTS.some((name) => dependencies.has(name))) {
    const variable = DIRECT.find((name) => names.has(name)) ?? 'DATABASE_URL';
    return { databases: [{ variable, migrations: null }], notes };
  }
  return { databases: [...databases.values()].map(({ variable, migrations }) => ({ variable, migrations })), notes };
}

interface SchemaFile {
  readonly path: string;
  readonly text: string;
}

/** Files with a datasource, without comments. */
function schemas(files: RepositoryFiles): SchemaFile[] {
  return files.paths
    .filter((path) => path.endsWith('.prisma'))
    .flatMap((path) => {
      const text = (files.text(path) ?? '').replaceAll(/^[ \t]*\/\/.*$/gm, '');
      const block = /\bdatasource\s+\w+\s*\{([^}]{0,1500})\}/.exec(text)?.[1];
      return block === undefined ? [] : [{ path, text: block }];
    });
}

const envOf = (text: string, key: string): string | undefined =>
  new RegExp(`\\b${key}\\s*[=:]\\s*env\\(\\s*["'](\\w+)["']\\s*\\)`).exec(text)?.[1];

const variableOf = (text: string, key: string): string | null => {
  const name = envOf(text, key);
  return name !== undefined && NAME.test(name) ? name : null;
};

/** The variable of a schema, if no configuration can name it; null if one can, or if the schema names none. */
function oddVariable(text: string): string | null {
  const named = ['directUrl', 'url'].flatMap((key) => envOf(text, key) ?? []);
  return named.some((name) => NAME.test(name)) ? null : (named[0] ?? null);
}

/** The direct URL that belongs to the usual names of a pooled one. */
function directOf(variable: string | null, names: ReadonlySet<string>): string | null {
  if (variable !== 'DATABASE_URL' && variable !== 'POSTGRES_URL' && variable !== 'POSTGRES_PRISMA_URL') return variable;
  return DIRECT.slice(0, 4).find((name) => names.has(name)) ?? variable;
}

interface PrismaConfig {
  readonly folder: string;
  readonly schema: string | null;
  readonly migrations: string | null;
  readonly variable: string | null;
}

/** Literals of a prisma.config file. It is a program, and is not run. */
function configOf(files: RepositoryFiles, path: string): PrismaConfig {
  const text = (files.text(path) ?? '').replaceAll(/^[ \t]*\/\/.*$/gm, '');
  const folder = dirname(path);
  const place = (found: string | undefined): string | null => {
    const whole = found === undefined ? null : normalize(join(folder, found));
    return whole === null || whole.startsWith('..') ? null : whole;
  };
  const migrations = /\bmigrations\s*:\s*\{[^}]{0,500}?\bpath\s*:\s*["'`]([^"'`$]{1,300})["'`]/.exec(text)?.[1];
  const named = /\bprocess\.env\.([A-Z_][A-Z0-9_]*)|\bprocess\.env\[\s*["']([A-Z_][A-Z0-9_]*)["']/.exec(text);
  return {
    folder,
    schema: place(/\bschema\s*:\s*["'`]([^"'`$]{1,300})["'`]/.exec(text)?.[1]),
    migrations: place(migrations),
    variable: variableOf(text, 'url') ?? named?.[1] ?? named?.[2] ?? null,
  };
}

function schemasOfPackages(files: RepositoryFiles): string[] {
  return files.paths
    .filter((path) => path.endsWith('package.json'))
    .flatMap((path) => {
      const schema = inPackage.safeParse(json(files, path)).data?.prisma.schema;
      return schema === undefined ? [] : [normalize(join(dirname(path), schema))];
    });
}
