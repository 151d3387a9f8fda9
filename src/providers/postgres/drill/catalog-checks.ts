import type { DrillCheck } from '../../../engine/drill.js';
import type { Finding } from '../../../runtime/finding.js';
import type { Catalog } from '../catalog.js';
import type { State } from '../state.js';
import { failure, gap, judged, known, listed } from './check.js';

const NO_CATALOG = 'An earlier version of Rewind took the snapshot, which does not say how production was.';

/** Names of objects, as `schema` of the state has them, whose difference these checks report. */
type Explained = Set<string>;

/** Pure. What the catalogues of production and of the copy say. Adds to `explained` what it reports. */
export function catalogChecks(saved: State, copy: Catalog, explained: Explained): DrillCheck[] {
  const was = saved.catalog;
  return [
    judged('extensions', extensions(saved, copy, explained)),
    judged('collations', collations(was, copy)),
    judged('indexes', indexes(was, copy, explained)),
    judged('constraints', constraints(was, copy, explained)),
    judged('triggers', triggers(was, copy, explained)),
    judged('materialized-views', views(saved, copy, explained)),
    judged('migrations', migrations(saved, copy)),
  ];
}

/** Old snapshots have names of extensions, and no versions. */
function extensions(saved: State, copy: Catalog, explained: Explained): Finding[] {
  const names = Object.keys(saved.schema).flatMap((name) => /^extension (.*)$/s.exec(name)?.[1] ?? []);
  const absent = names.filter((name) => copy.extensions[name] === undefined);
  for (const name of absent) explained.add(`extension ${name}`).add(`comment of extension ${name}`);
  const versions = saved.catalog?.extensions;
  const other = Object.entries(versions ?? {}).filter(
    ([name, version]) => copy.extensions[name] !== undefined && copy.extensions[name] !== version,
  );
  return [
    ...(absent.length === 0
      ? []
      : [
          failure(
            'drill-extension-absent',
            `Extensions of the snapshot are not in the restored database: ${listed(absent)}.`,
            'Take a new snapshot with a role that may dump extensions.',
          ),
        ]),
    ...(other.length === 0
      ? []
      : [
          failure(
            'drill-extension-version',
            `Extensions have another version than in production: ${listed(other.map(([name, version]) => `${name} ${copy.extensions[name]} instead of ${version}`))}. A dump names no version, so a restore installs the default of the server.`,
            'ALTER EXTENSION … UPDATE in production, or give a scratch server with the versions of production.',
          ),
        ]),
    ...(versions === undefined && names.length > 0 ? [gap(NO_CATALOG, 'Take a new snapshot.')] : []),
  ];
}

const BUILT = (name: string, { recorded, actual }: { readonly recorded: string; readonly actual: string }): string =>
  `${name === 'database' ? 'the collation of the database' : name} (built with ${recorded}, the server has ${actual})`;

function collations(was: Catalog | undefined, copy: Catalog): Finding[] {
  const differing = (found: Catalog['collations']): string[] =>
    Object.entries(found)
      .filter(([, { recorded, actual }]) => recorded !== actual)
      .map(([name, versions]) => BUILT(name, versions));
  const [before, now] = [differing(was?.collations ?? {}), differing(copy.collations)];
  const elsewhere = Object.entries(was?.collations ?? {}).filter(
    ([name, { actual }]) => copy.collations[name] !== undefined && copy.collations[name].actual !== actual,
  );
  return [
    ...(before.length === 0
      ? []
      : [
          failure(
            'drill-collation-mismatch',
            `Production sorts with other versions than those that its indexes were built with: ${listed(before)}. Its unique indexes may let equal rows in, which a restore then refuses.`,
            'REINDEX what uses the collation, then ALTER COLLATION … REFRESH VERSION (of the database: ALTER DATABASE … REFRESH COLLATION VERSION).',
          ),
        ]),
    ...(now.length === 0
      ? []
      : [
          failure(
            'drill-collation-mismatch',
            `The restored database sorts with other versions than it was built with: ${listed(now)}.`,
            'Refresh the template databases of the scratch server.',
          ),
        ]),
    ...(was === undefined ? [gap(NO_CATALOG, 'Take a new snapshot.')] : []),
    ...(elsewhere.length === 0
      ? []
      : [
          known(
            'drill-collation-elsewhere',
            `The scratch server has other versions of collations than production: ${listed(elsewhere.map(([name]) => name))}. A restore rebuilds every index with the versions of its server, so this is not an error.`,
            'Do nothing.',
          ),
        ]),
  ];
}

/** What the copy has and production had not is a failure; what production had too is not. */
function since(
  code: Finding['code'],
  was: readonly string[] | undefined,
  now: readonly string[],
  say: { readonly broken: string; readonly same: string; readonly remedy: string },
): Finding[] {
  if (now.length === 0) return [];
  if (was === undefined) return [gap(`${NO_CATALOG} ${say.broken}: ${listed(now)}.`, 'Take a new snapshot.')];
  const broken = now.filter((name) => !was.includes(name));
  const same = now.filter((name) => was.includes(name));
  return [
    ...(broken.length === 0 ? [] : [failure(code, `${say.broken}: ${listed(broken)}.`, say.remedy)]),
    ...(same.length === 0 ? [] : [known(code, `${say.same}: ${listed(same)}.`, say.remedy)]),
  ];
}

function indexes(was: Catalog | undefined, copy: Catalog, explained: Explained): Finding[] {
  for (const name of copy.invalidIndexes) explained.add(`index ${name}`);
  // pg_dump leaves them out.
  const left = (was?.invalidIndexes ?? []).filter((name) => !copy.invalidIndexes.includes(name));
  return [
    ...since('drill-index-invalid', was?.invalidIndexes, copy.invalidIndexes, {
      broken: 'Indexes are invalid, and queries do not use them',
      same: 'Indexes are invalid, as in production',
      remedy: 'Attach an index to each partition, or REINDEX.',
    }),
    ...(was === undefined ? [gap(NO_CATALOG, 'Take a new snapshot.')] : []),
    ...(left.length === 0
      ? []
      : [
          known(
            'drill-index-invalid',
            `Indexes are invalid in production, and so not in the dump: ${listed(left)}.`,
            'REINDEX INDEX CONCURRENTLY, or drop them.',
          ),
        ]),
  ];
}

function constraints(was: Catalog | undefined, copy: Catalog, explained: Explained): Finding[] {
  for (const name of copy.notValid) {
    if (was?.notValid.includes(name) === true) continue;
    for (const kind of ['fk constraint', 'check constraint', 'constraint']) explained.add(`${kind} ${name}`);
    // A CHECK of a table can stand in its definition.
    explained.add(`table ${tableOf(name)}`);
  }
  return since('drill-constraint-not-valid', was?.notValid, copy.notValid, {
    broken: 'Constraints are NOT VALID, and production had checked them',
    same: 'Constraints are NOT VALID, as in production',
    remedy: 'ALTER TABLE … VALIDATE CONSTRAINT, and repair the rows that it names.',
  });
}

const tableOf = (name: string): string => name.slice(0, name.lastIndexOf(' '));

function triggers(was: Catalog | undefined, copy: Catalog, explained: Explained): Finding[] {
  const all = new Set([...Object.keys(copy.triggers), ...Object.keys(was?.triggers ?? {})]);
  const modes = [...all].filter((name) => copy.triggers[name] !== was?.triggers[name]);
  if (was === undefined) {
    return modes.length === 0
      ? []
      : [gap(`${NO_CATALOG} Triggers are not in their usual mode: ${listed(modes)}.`, 'Take a new snapshot.')];
  }
  if (modes.length === 0) return [];
  for (const name of modes) explained.add(name.startsWith('event trigger ') ? name : `trigger ${name}`);
  const said = modes.map(
    (name) => `${name} (${copy.triggers[name] ?? 'enabled'} instead of ${was.triggers[name] ?? 'enabled'})`,
  );
  return [
    failure(
      'drill-trigger-disabled',
      `Triggers do not fire as in production: ${listed(said)}.`,
      'Dump without --disable-triggers, and ALTER TABLE … ENABLE TRIGGER.',
    ),
  ];
}

function views(saved: State, copy: Catalog, explained: Explained): Finding[] {
  // The dump of a filled one has an entry for its rows, in snapshots of every version.
  const empty = copy.unpopulated.filter((name) => saved.schema[`materialized view data ${name}`] !== undefined);
  for (const name of empty) explained.add(`materialized view data ${name}`);
  if (empty.length === 0) return [];
  return [
    failure(
      'drill-matview-unpopulated',
      `Materialized views are empty, and reading them fails: ${listed(empty)}.`,
      'REFRESH MATERIALIZED VIEW after a restore; find out which program made a dump without it.',
    ),
  ];
}

function migrations(saved: State, copy: Catalog): Finding[] {
  const was = saved.catalog?.migrations;
  if (was === undefined) {
    const has = saved.tables.some(({ name }) => name.endsWith('._prisma_migrations'));
    return has ? [gap(NO_CATALOG, 'Take a new snapshot.')] : [];
  }
  const missing = Object.entries(was).flatMap(([schema, applied]) =>
    applied
      .filter((name) => copy.migrations[schema]?.includes(name) !== true)
      .map((name) => `${name} (schema ${schema})`),
  );
  if (missing.length === 0) return [];
  return [
    failure(
      'drill-migration-missing',
      `Migrations of the snapshot are not applied in the restored database: ${listed(missing)}. Prisma would run them again.`,
      'Take a new snapshot after the migrations have ended.',
    ),
  ];
}
