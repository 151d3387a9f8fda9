import { z } from 'zod';
import { PLAN_DATABASE_MODES } from '../engine/change.js';
import { PLAN_KINDS, RECOVERIES } from '../engine/vocabulary.js';
import { canonicalJson, sha256 } from '../runtime/digest.js';
import { RewindError } from '../runtime/errors.js';

/** `20261126T030405Z-1a2b3c`, as for snapshots. */
export const INCIDENT_ID = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;

/** The error for what a person typed in place of an id. */
export const noIncidentId = (text: string): RewindError =>
  new RewindError('input-invalid', `"${text}" is not the id of an incident (20261126T030405Z-1a2b3c).`, {
    remedy: 'Run "rewind incident list" and use one of its ids.',
  });
export const SEVERITIES = ['critical', 'major', 'minor'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Kinds of obligations. Each one has a command that discharges it (law 11). */
export const OBLIGATIONS = [
  /** A rollback that was begun and has not succeeded. Calculated, not written. */
  'unfinished-rollback',
  /** A rollback pinned production: deploys do not reach it. */
  'production-pinned',
  /** The rollback undid changes of the release, e.g. flags, variables or migrations. They come back with the fix. */
  'changes-undone',
  /** The restore kept the previous database. It is dropped after some days. */
  'kept-database',
  /** Replication that stayed with the kept database. A person moves it. */
  'replication-left',
  /** An interrupted rollback left an object that nothing uses. */
  'leftover',
  /** A restore took back what the application wrote for events of a service. They are sent again. */
  'events-to-replay',
  /** A commit that must not be deployed again. */
  'quarantined-commit',
  /** A mitigation turned flags off. */
  'flag-off',
  /** A mitigation shows users a page of maintenance. */
  'maintenance-on',
  /** A mitigation added capacity. */
  'scaled-up',
] as const;
export type ObligationKind = (typeof OBLIGATIONS)[number];

/** What messages tell: one for each phase of a rollback and of its incident. */
export const PHASES = ['opened', 'mitigated', 'rolled-back', 'verified', 'failed', 'recovered', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const outcome = {
  digest,
  snapshot: z.string(),
  ok: z.boolean(),
  title: z.string(),
  done: z.array(z.string()),
  failed: z.array(z.string()),
  /** When the approved run began. */
  startedAt: z.iso.datetime(),
};

const obligation = z.strictObject({
  /** Identity within the incident, e.g. `pinned:web`. A second one with the same id is the same obligation. */
  id: z.string(),
  kind: z.enum(OBLIGATIONS),
  /** One sentence: what is not normal. */
  what: z.string(),
  resource: z.string().nullable(),
  /** What exactly: ids of changes, the name of a database, a commit. */
  items: z.array(z.string()),
  /** Digest of the rollback that left it. */
  rollback: digest,
  /** Command that discharges it. */
  discharge: z.string(),
  /** From then on it is discharged without a person; absent: only a person does it. */
  until: z.iso.datetime().exactOptional(),
  /** Of an object beside production: identifies its place, as its provider writes it. Absent if nothing told. */
  where: z.record(z.string(), z.string()).exactOptional(),
});
export type Obligation = z.infer<typeof obligation>;

/** What a watch of a deployment can find, from good to bad; `inconclusive` is everything unproven. */
export const VERDICTS = ['healthy', 'inconclusive', 'watch', 'mitigate', 'roll-back'] as const;

/** The content of an entry, by its kind. No secrets: an entry may be shown to everybody who may read the repository. */
const CONTENT = {
  opened: z.strictObject({ title: z.string(), severity: z.enum(SEVERITIES).nullable() }),
  note: z.strictObject({ text: z.string() }),
  /** What a watch found, and the evidence of the rule that led to it. Counts, no texts of a service. */
  verdict: z.strictObject({
    level: z.enum(VERDICTS),
    /** Id of the watched deployment; null: any. */
    deployment: z.string().nullable(),
    criterion: z.string(),
    probe: z.string(),
    rule: z.string(),
    bad: z.number(),
    total: z.number(),
    /** Normal rate; null: the rule has none. */
    normal: z.number().nullable(),
    /** Natural logarithm of the evidence, and what it had to reach; null: the rule has none. */
    evidence: z.number().nullable(),
    threshold: z.number().nullable(),
    /** `shared`: the previous deployment fails too. */
    suspect: z.enum(['deploy', 'shared']).nullable(),
    /** When the watch reached the level. */
    reachedAt: z.iso.datetime(),
  }),
  /** What was started because of a verdict. Written before it is started, so that it is started once. */
  decided: z.strictObject({ workflow: z.string(), deployment: z.string().nullable(), reason: z.string() }),
  planned: z.strictObject({
    digest,
    plan: z.enum(PLAN_KINDS),
    snapshot: z.string(),
    database: z.enum(PLAN_DATABASE_MODES),
    changes: z.number().int(),
    /** When the plan was made; the wait for the approval begins here. */
    plannedAt: z.iso.datetime(),
    /** Command that carries it out, and finishes it after an interruption. */
    command: z.string(),
    /** Command for a person who does not finish it. */
    leave: z.string().exactOptional(),
    /** When the release capture that the plan uses was taken, just after the deploy; absent without one. */
    releasedAt: z.iso.datetime().exactOptional(),
  }),
  approved: z.strictObject({ digest, how: z.string(), by: z.array(z.string()) }),
  /** The outcome of a rollback, or of the undo of one. */
  'rolled-back': z.strictObject({
    ...outcome,
    /** Digest of the plan that it undoes; null for a rollback. */
    undoes: digest.nullable(),
    /** Runs that it took up to here; more than one: the earlier ones were interrupted, or did not finish it. */
    runs: z.number().int().nonnegative(),
    /** Changes that the plan leaves to a person, as `resource/key`. */
    manual: z.array(z.string()),
  }),
  /** The outcome of a recovery. `deployments`: what took production, by resource. */
  recovered: z.strictObject({ ...outcome, deployments: z.record(z.string(), z.string()) }),
  verified: z.strictObject({ digest, ok: z.boolean(), statement: z.string() }),
  /** What the probes say after a rollback, by area. `probes`: their ids. No texts of a service. */
  observed: z.strictObject({
    digest,
    /** Length of the watch after the verification; 0: there was none. */
    minutes: z.number().nonnegative(),
    areas: z.array(z.strictObject({ area: z.string(), state: z.enum(RECOVERIES), probes: z.array(z.string()) })),
  }),
  obligation,
  discharged: z.strictObject({ id: z.string(), how: z.string() }),
  /** The outcome of a mitigation. */
  mitigated: z.strictObject({ digest, ok: z.boolean(), title: z.string() }),
  /** The outcome of the plan that lifts one. */
  lifted: z.strictObject({ digest, ok: z.boolean(), title: z.string() }),
  /**
   * A step of sending a message. `intent` stands before each attempt; after a crash it has no result, and nobody knows
   * whether the message arrived.
   */
  told: z.strictObject({
    /** `rewind/<rollback id>/<phase>/<channel>` */
    message: z.string(),
    channel: z.string(),
    phase: z.enum(PHASES),
    step: z.enum(['intent', 'sent', 'not-sent', 'perhaps-sent']),
    /** What the channel calls the message; null: it has no name, or is not known. */
    ref: z.string().nullable(),
  }),
  closed: z.strictObject({ reason: z.string() }),
} as const;
export const KINDS = Object.keys(CONTENT) as (keyof typeof CONTENT)[];
export type Kind = keyof typeof CONTENT;
export type Content<K extends Kind> = z.infer<(typeof CONTENT)[K]>;

const head = {
  incident: z.string().regex(INCIDENT_ID),
  environment: z.string(),
  seq: z.number().int().positive(),
  at: z.iso.datetime(),
  /** Login of the person, or user of the machine. */
  by: z.string(),
  /** URL of the workflow run; null on a command line. */
  run: z.string().nullable(),
  /** Names the event, so that the same event is recorded once however often its writer is run; null for what people write. */
  key: z.string().nullable(),
  /** Hash of the entry before; null for the first one. */
  previous: digest.nullable(),
  hash: digest,
};
const schema = z.discriminatedUnion('kind', [
  z.strictObject({ ...head, kind: z.literal('opened'), data: CONTENT.opened }),
  z.strictObject({ ...head, kind: z.literal('note'), data: CONTENT.note }),
  z.strictObject({ ...head, kind: z.literal('verdict'), data: CONTENT.verdict }),
  z.strictObject({ ...head, kind: z.literal('decided'), data: CONTENT.decided }),
  z.strictObject({ ...head, kind: z.literal('planned'), data: CONTENT.planned }),
  z.strictObject({ ...head, kind: z.literal('approved'), data: CONTENT.approved }),
  z.strictObject({ ...head, kind: z.literal('rolled-back'), data: CONTENT['rolled-back'] }),
  z.strictObject({ ...head, kind: z.literal('recovered'), data: CONTENT.recovered }),
  z.strictObject({ ...head, kind: z.literal('verified'), data: CONTENT.verified }),
  z.strictObject({ ...head, kind: z.literal('observed'), data: CONTENT.observed }),
  z.strictObject({ ...head, kind: z.literal('obligation'), data: CONTENT.obligation }),
  z.strictObject({ ...head, kind: z.literal('discharged'), data: CONTENT.discharged }),
  z.strictObject({ ...head, kind: z.literal('mitigated'), data: CONTENT.mitigated }),
  z.strictObject({ ...head, kind: z.literal('lifted'), data: CONTENT.lifted }),
  z.strictObject({ ...head, kind: z.literal('told'), data: CONTENT.told }),
  z.strictObject({ ...head, kind: z.literal('closed'), data: CONTENT.closed }),
]);
export type Entry = z.infer<typeof schema>;
/** An entry without its place in the chain. */
export type Unchained = Entry extends infer E
  ? E extends Entry
    ? Omit<E, 'seq' | 'previous' | 'hash'>
    : never
  : never;

/** SHA-256 of the canonical JSON of an entry without its hash. */
export function hashOf(entry: Omit<Entry, 'hash'>): string {
  return sha256(canonicalJson({ ...entry, hash: undefined }));
}

/** Puts an entry behind another one. */
export function chain(entry: Unchained, last: Entry | undefined): Entry {
  const placed = { ...entry, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? null };
  return schema.parse({ ...placed, hash: hashOf(placed) });
}

/** @throws RewindError incident-corrupt */
export function parseEntry(text: string, key: string): Entry {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new RewindError('incident-corrupt', `${key} is not an entry of an incident.`, { cause: error });
  }
}
