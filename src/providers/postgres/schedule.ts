import { ABOUT, type TocEntry } from './toc.js';

/** Ids of entries that one pg_restore restores, in this order. */
export type Lane = readonly number[];

/** Steps in their order. The lanes of one step run at the same time. */
export interface Schedule {
  readonly before: Lane;
  readonly data: readonly Lane[];
  readonly after: readonly (readonly Lane[])[];
  /**
   * Index of the step in `after` from which tables have all that ANALYZE looks at (indexes, extended statistics), and with
   * which it can run; the number of steps if there is none.
   */
  readonly analyzable: number;
}

/** pg_restore restores these after everything else, because an ACL can take a right away that the restore needs. */
const isLast = ({ desc, tag }: TocEntry): boolean =>
  ['ACL', 'DEFAULT ACL', 'EVENT TRIGGER', 'MATERIALIZED VIEW DATA'].includes(desc) ||
  (desc in ABOUT && tag.startsWith('EVENT TRIGGER '));
/** They need no other entry of their kind, and lock only the one table they are for: see `withoutWaiting`. */
const isParallel = ({ desc }: TocEntry): boolean => desc === 'INDEX' || desc === 'CONSTRAINT';
/** They belong to the entry before them. */
const isAttached = ({ desc }: TocEntry): boolean => desc in ABOUT;

/**
 * Divides the entries of a dump among several pg_restore. A single pg_restore restores the entries in the order of the dump;
 * this keeps all of that order that can matter. Only two kinds of work run in parallel: the data of different tables, and
 * neighbouring indexes and unique constraints. Foreign keys lock two tables, so two at a time could block each other.
 *
 * @param lanes at most this many at the same time
 * @param weightOf an entry's table, e.g. its bytes
 */
export function schedule(entries: readonly TocEntry[], lanes: number, weightOf: (entry: TocEntry) => number): Schedule {
  const last = entries.filter(isLast);
  const rest = (section: TocEntry['section']): TocEntry[] =>
    entries.filter((entry) => entry.section === section && !isLast(entry));
  const serial = (list: readonly TocEntry[]): Lane[] => (list.length === 0 ? [] : [list.map(({ id }) => id)]);
  const place = new Map(entries.map(({ id }, index) => [id, index]));
  const divided = (list: readonly TocEntry[][]): Lane[] =>
    divide(list, lanes, weightOf).map((lane) => lane.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
  const tables = new Set(entries.filter(({ desc }) => desc === 'TABLE').map(({ id }) => id));
  const workOf = (unit: readonly TocEntry[]): Work => ({
    ids: unit.map(({ id }) => id),
    weight: weigh(unit, weightOf),
    tables: unit.flatMap(({ needs }) => needs.filter((id) => tables.has(id))),
    excludes: unit.some(({ desc }) => desc === 'CONSTRAINT'),
  });
  const after: (readonly Lane[])[] = [];
  let analyzable: number | null = null;
  for (const { parallel, entries: run } of runs(rest('post-data'))) {
    if (run.some(({ desc }) => ANALYZED.includes(desc))) analyzable = null;
    if (parallel) {
      after.push(withoutWaiting(units(run).map(workOf), lanes));
      continue;
    }
    const checks = run.findIndex(({ desc }) => desc === 'FK CONSTRAINT');
    const cut = checks === -1 ? run.length : checks;
    after.push(...[run.slice(0, cut), run.slice(cut)].map(serial).filter((step) => step.length > 0));
    if (checks !== -1 && !run.slice(cut).some(({ desc }) => ANALYZED.includes(desc))) analyzable ??= after.length - 1;
  }
  if (last.length > 0) after.push(serial(last));
  return {
    before: rest('pre-data').map(({ id }) => id),
    data: divided(dataUnits(rest('data'))),
    after,
    analyzable: analyzable ?? after.length,
  };
}

/** ANALYZE collects statistics of these too: of the expressions of an index, of columns together. */
const ANALYZED: readonly string[] = ['INDEX', 'CONSTRAINT', 'STATISTICS'];

/** Divides a list where its entries stop or begin to be parallel. */
function runs(entries: readonly TocEntry[]): { parallel: boolean; entries: TocEntry[] }[] {
  const result: { parallel: boolean; entries: TocEntry[] }[] = [];
  for (const entry of entries) {
    const current = result.at(-1);
    const parallel = isParallel(entry);
    if (current && (current.parallel === parallel || isAttached(entry))) current.entries.push(entry);
    else result.push({ parallel, entries: [entry] });
  }
  return result;
}

/** Keeps comments with their object. */
function units(entries: readonly TocEntry[]): TocEntry[][] {
  const result: TocEntry[][] = [];
  for (const entry of entries) {
    const current = result.at(-1);
    if (current && isAttached(entry)) current.push(entry);
    else result.push([entry]);
  }
  return result;
}

/**
 * Tables whose data depend on each other (tables of an extension, which have their foreign keys from the beginning) stay
 * together, and so does everything that is not the data of a table.
 */
function dataUnits(entries: readonly TocEntry[]): TocEntry[][] {
  const unitOf = new Map<number, TocEntry[]>();
  const others: TocEntry[] = [];
  for (const entry of entries) {
    if (entry.desc !== 'TABLE DATA') {
      others.push(entry);
      continue;
    }
    const joined = new Set(entry.needs.flatMap((id) => unitOf.get(id) ?? []));
    const unit = [...joined].length === 0 ? [entry] : [...joined].concat(entry);
    for (const { id } of unit) unitOf.set(id, unit);
  }
  return [...new Set(unitOf.values()), others].filter((unit) => unit.length > 0);
}

/** The 1 divides units of unknown weight too. */
const weigh = (unit: readonly TocEntry[], weightOf: (entry: TocEntry) => number): number =>
  unit.reduce((sum, entry) => sum + weightOf(entry), 1);

/** An index or a unique constraint, with what belongs to it. */
interface Work {
  readonly ids: Lane;
  readonly weight: number;
  /** Ids of the tables that it locks. */
  readonly tables: readonly number[];
  /** A constraint locks its table for itself (ACCESS EXCLUSIVE); indexes of one table can be built together (SHARE). */
  readonly excludes: boolean;
}

/**
 * Divides the work so that no lane waits for a table that another one has locked: plays the step with the weights as
 * durations. Each lane that is free takes the heaviest piece that can begin.
 */
function withoutWaiting(all: readonly Work[], lanes: number): Lane[] {
  const left = [...all].sort((a, b) => b.weight - a.weight);
  const players = Array.from({ length: Math.min(lanes, all.length) }, () => ({
    ids: [] as number[],
    until: 0,
    at: null as Work | null,
  }));
  while (left.length > 0) {
    const free = players.reduce((first, player) => (player.until < first.until ? player : first));
    const busy = players.filter(({ until }) => until > free.until);
    const index = left.findIndex((work) => !busy.some(({ at }) => at !== null && block(at, work)));
    const [work] = index === -1 ? [] : left.splice(index, 1);
    if (work === undefined) {
      // Each piece waits for one that runs: the first that ends decides.
      free.until = Math.min(...busy.map(({ until }) => until));
      continue;
    }
    free.ids.push(...work.ids);
    free.until += work.weight;
    free.at = work;
  }
  return players.map(({ ids }) => ids).filter((lane) => lane.length > 0);
}

const block = (a: Work, b: Work): boolean =>
  (a.excludes || b.excludes) && a.tables.some((table) => b.tables.includes(table));

/** The heaviest unit first, each to the lane with the least work. */
function divide(list: readonly TocEntry[][], lanes: number, weightOf: (entry: TocEntry) => number): number[][] {
  const weighed = list.map((unit) => ({ unit, weight: weigh(unit, weightOf) })).sort((a, b) => b.weight - a.weight);
  const filled = Array.from({ length: Math.min(lanes, list.length) }, () => ({ weight: 0, ids: [] as number[] }));
  for (const { unit, weight } of weighed) {
    const lightest = filled.reduce((best, lane) => (lane.weight < best.weight ? lane : best));
    lightest.weight += weight;
    lightest.ids.push(...unit.map(({ id }) => id));
  }
  return filled.map(({ ids }) => ids);
}
