import { counted } from './counted.js';
import type { PlannedChange } from './plan.js';
import { DATABASE_MODES, type DataAtRisk, type DatabaseMode } from './change.js';
import { type SchemaHazard } from './capabilities.js';

/** What is known of one database before somebody chooses a mode for it. */
export interface DatabaseFacts {
  /** For people, e.g. `acme on db.example.com`. */
  readonly name: string;
  /** Ids of its resources, in the order of the configuration. */
  readonly resources: readonly string[];
  /** What code of the snapshot meets in the database as it is; null if unknown. */
  readonly hazards: readonly SchemaHazard[] | null;
  /** The modes that its resources can carry out against this snapshot. */
  readonly modes: readonly DatabaseMode[];
  /** Every database change of its resources: planned, by hand, or of another mode. */
  readonly changes: readonly PlannedChange[];
  /** Why a mode would be refused, a sentence each. */
  readonly obstacles: Readonly<Partial<Record<DatabaseMode, readonly string[]>>>;
  /** Time that the backup in the snapshot took; null if the snapshot holds none. */
  readonly backupMs: number | null;
}

/** One database mode for one database. */
export interface ModeAdvice {
  readonly mode: DatabaseMode;
  readonly possible: boolean;
  /** Sentences: why it is not possible, what it does not do. */
  readonly notes: readonly string[];
  /** What it loses; empty: nothing. */
  readonly losses: readonly DataAtRisk[];
  /** Sum of the rows; null if one of them is unknown. */
  readonly rows: number | null;
}

export interface DatabaseAdvice {
  readonly name: string;
  readonly resources: readonly string[];
  /** Null: what is known does not tell. */
  readonly recommended: DatabaseMode | null;
  /** Sentences. */
  readonly reasons: readonly string[];
  readonly hazards: readonly SchemaHazard[] | null;
  /** Time that the backup took; null if unknown. No restore was measured. */
  readonly backupMs: number | null;
  /** All three, in the order none, down, restore. */
  readonly modes: readonly ModeAdvice[];
}

/** What the plan says of the database modes. */
export interface Advice {
  readonly chosen: DatabaseMode;
  /** One mode applies to all databases in scope. Null: unknown, or they need different ones. */
  readonly recommended: DatabaseMode | null;
  /** Only databases that differ from the snapshot. */
  readonly databases: readonly DatabaseAdvice[];
}

/** Advises a database mode by what the schema shows. Pure; the choice stays with the operator. */
export function adviseDatabases(chosen: DatabaseMode, facts: readonly DatabaseFacts[]): Advice {
  const databases = facts
    .filter(({ changes, hazards }) => changes.length > 0 || (hazards?.length ?? 0) > 0)
    .map(adviseOne);
  const recommended = new Set(databases.map((entry) => entry.recommended));
  const [only = null] = recommended;
  return { chosen, recommended: recommended.size === 1 ? only : null, databases };
}

function adviseOne(facts: DatabaseFacts): DatabaseAdvice {
  const modes = DATABASE_MODES.map((mode) => adviseMode(mode, facts));
  const { name, resources, hazards, backupMs } = facts;
  return { name, resources, hazards, backupMs, modes, ...recommend(facts, modes) };
}

function adviseMode(mode: DatabaseMode, { changes, modes, obstacles }: DatabaseFacts): ModeAdvice {
  if (mode === 'none') return { mode, possible: true, notes: [], losses: [], rows: 0 };
  const own = changes.filter(({ database }) => database === mode);
  const doing = own.filter(({ manual }) => manual === undefined);
  const refused = obstacles[mode] ?? [];
  const why = !modes.includes(mode)
    ? [WITHOUT[mode]]
    : doing.length === 0 && own.length === 0
      ? [NOTHING[mode]]
      : refused;
  const byHand = own.flatMap(({ target, manual }) => (manual === undefined ? [] : [`By hand: ${target}. ${manual}`]));
  const losses = doing.flatMap(({ dataAtRisk }) => dataAtRisk ?? []);
  return {
    mode,
    possible: why.length === 0 && doing.length > 0,
    notes: [...why, ...byHand],
    losses,
    rows: losses.some(({ rows }) => rows === null) ? null : losses.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
  };
}

const WITHOUT = {
  down: 'No resource of this database takes migrations down.',
  restore: 'The snapshot holds no backup of this database.',
} as const;
const NOTHING = {
  down: 'No migration was applied since the snapshot.',
  restore: 'No difference to restore.',
} as const;

type Recommendation = Pick<DatabaseAdvice, 'recommended' | 'reasons'>;

function recommend({ hazards }: DatabaseFacts, modes: readonly ModeAdvice[]): Recommendation {
  const of = (mode: DatabaseMode): ModeAdvice | undefined =>
    modes.find((entry) => entry.mode === mode && entry.possible);
  const [down, restore] = [of('down'), of('restore')];
  if (hazards === null) {
    const reasons = ['It is unknown whether old code can run on the present schema: its columns were not compared.'];
    return { recommended: null, reasons };
  }
  const breaking = hazards.filter(({ kind }) => kind !== 'may-break');
  if (breaking.length === 0) {
    const fits =
      hazards.length === 0
        ? 'Every table and column of the snapshot is there as it was, so old code finds what it uses.'
        : 'Every table and column of the snapshot is there. Read what may break.';
    const damaged = 'If the deploy damaged rows, only restore brings their values back.';
    return { recommended: 'none', reasons: [fits, 'none loses no row.', ...(restore === undefined ? [] : [damaged])] };
  }
  const breaks = `With none, old code fails: ${counted(breaking.length, 'hazard')} of the schema.`;
  // Rows that restore takes away are gone from production; down.sql keeps what else was written since.
  if (restore?.rows === 0) {
    return { recommended: 'restore', reasons: [breaks, 'restore brings schema and values back, and loses no row.'] };
  }
  if (down !== undefined && down.rows !== null) {
    return { recommended: 'down', reasons: [breaks, ...downReasons(down, restore, breaking)] };
  }
  const unknownDown = 'What down loses is unknown: read the statements of its down.sql first.';
  if (restore !== undefined && restore.rows !== null) {
    const loses = `restore brings schema and values back, and loses ${rowsOf(restore.rows)} written since the snapshot.`;
    return {
      recommended: 'restore',
      reasons: [breaks, down === undefined ? 'down is not possible.' : unknownDown, loses],
    };
  }
  if (down === undefined && restore === undefined) {
    const reasons = [breaks, 'Neither down nor restore is possible. A fix of the new code may be safer than old code.'];
    return { recommended: 'none', reasons };
  }
  return {
    recommended: null,
    reasons: [
      breaks,
      ...(down === undefined ? [] : [unknownDown]),
      ...(restore === undefined ? [] : ['What restore loses is unknown.']),
    ],
  };
}

function downReasons(
  { rows }: ModeAdvice,
  restore: ModeAdvice | undefined,
  breaking: readonly SchemaHazard[],
): string[] {
  const loses = rows === 0 ? 'loses no row' : `loses what is listed (${rowsOf(rows ?? 0)})`;
  const more =
    restore === undefined
      ? []
      : [`restore loses ${restore.rows === null ? 'an unknown number of rows' : rowsOf(restore.rows)} written since.`];
  return [
    `down returns the schema, keeps what else was written since the snapshot, and ${loses}.`,
    ...more,
    ...(breaking.some(({ kind }) => kind === 'gone')
      ? ['down does not bring back the values of what is gone; only restore does.']
      : []),
  ];
}

const rowsOf = (rows: number): string => counted(rows, 'row');
