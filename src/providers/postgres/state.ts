import { z } from 'zod';
import { recordOf } from '../../runtime/json.js';
import { layoutSchema } from '../../services/postgres/layout.js';
import { rowsSchema } from '../../services/postgres/reading.js';
import { catalogSchema } from './catalog.js';

/** The database that a reference names, as the server holds it now. */
const referred = z.strictObject({
  name: z.string(),
  /** When a restore or an undo put it aside; null if nothing says so. */
  since: z.string().nullable(),
  /** What was done to it since, one text each; empty if nothing was. */
  touched: z.array(z.string()),
});

/** A `TableLoss`. */
const tableLoss = z.strictObject({
  table: z.string(),
  written: z.number().nullable(),
  replaced: z.number().nullable(),
  certainty: z.enum(['exact', 'at most', 'at least', 'unknown']),
  reason: z.string().nullable(),
  lackedBy: z.string().exactOptional(),
});

/** `closed` of a database that is missing. */
export const GONE = 'does not exist';

export const state = z.strictObject({
  ...rowsSchema.shape,
  schemaVersion: z.literal(1),
  database: z.string(),
  /** Id of the snapshot that contains this state, or that it is compared with. */
  snapshot: z.string(),
  serverMajor: z.number().int(),
  /** False while the database accepts no connections or does not exist. */
  accessible: z.boolean(),
  /** Why it is not accessible; else null. */
  closed: z.string().nullable(),
  integrity: z.enum(['rows', 'content']),
  strategy: z.enum(['swap', 'in-place']),
  /** Hash of each definition, by object (`table public.fans`, `comment of function …`): all that pg_dump writes. */
  schema: recordOf(z.string()),
  /** What code sees of the database; absent if it was not read. */
  layout: layoutSchema.exactOptional(),
  /** What a drill compares the restored copy with; only of a snapshot, and absent from those of earlier versions. */
  catalog: catalogSchema.exactOptional(),
  /** Value of each sequence: `20000`, or `1 (not used yet)`. */
  sequences: recordOf(z.string()),
  /** Fingerprint of the properties payload of a snapshot; null in a comparison. */
  properties: z.string().nullable(),
  /** What the dump of a snapshot lacks, one text for each object; empty in a comparison. */
  leftOut: z.array(z.string()),
  /** Roles that a restore gives objects to, each with one of them; only of a snapshot, and absent from those of earlier versions. */
  owners: recordOf(z.string()).exactOptional(),
  /** Why a restore in place would fail; only read for a plan of one. */
  obstacles: z.array(z.string()).exactOptional(),
  /** Logical replication slots; only read for a plan of a swap. */
  slots: z.array(z.string()).exactOptional(),
  /** Enabled subscriptions; only read for a plan of a swap. */
  subscriptions: z.array(z.string()).exactOptional(),
  /** Marks of objects that this database prints differently since a snapshot was reloaded into it. */
  reprinted: z.strictObject({ snapshot: z.string(), marks: z.array(z.string()) }).nullable(),
  /** Set in a reference: what is wanted is this very database (`origin`), and nothing else was read. */
  reference: z.literal(true).exactOptional(),
  /** Only in a comparison with a reference that names another database; null: the server has no such database. */
  referred: referred.nullable().exactOptional(),
  /** The same: what the live database holds and the referred one does not; absent if the age of the rows tells it. */
  lacking: z.array(tableLoss).exactOptional(),
});

export type State = z.infer<typeof state>;
export type { TableState } from '../../services/postgres/reading.js';

/** The part of a change that `apply` reads: restores a copy, or brings back the database with an OID. */
export const params = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('restore'),
    database: z.string(),
    /** Major version of the server that the snapshot is of. */
    serverMajor: state.shape.serverMajor,
    strategy: state.shape.strategy,
    /** Roles that the snapshot names; absent if it names none. */
    roles: z.array(z.string()).exactOptional(),
    owners: state.shape.owners,
  }),
  z.strictObject({ kind: z.literal('return'), database: z.string(), oid: z.number().int() }),
]);
export type Params = z.infer<typeof params>;
