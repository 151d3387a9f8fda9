import { z } from 'zod';
import { RewindError } from '../runtime/errors.js';
import { type Json, jsonValue } from '../runtime/json.js';
import { mitigatedSchema } from './mitigated.js';
import { REASONS, SNAPSHOT_ID, type SnapshotReason } from './vocabulary.js';

export { SNAPSHOT_ID, type SnapshotReason };

const SCHEMA_VERSION = 1;

const payloadRef = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
  bytes: z.number().int().nonnegative(),
  sealedBytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const json: z.ZodType<Json> = jsonValue;

const capturedResource = z.strictObject({
  id: z.string(),
  provider: z.string(),
  capturedAt: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  /** The provider's own schema parses it before use. */
  state: json,
  payloads: z.array(payloadRef),
});

const manifest = z.strictObject({
  kind: z.literal('rewind-snapshot'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: z.string().regex(SNAPSHOT_ID),
  createdAt: z.iso.datetime(),
  /** Version of Rewind that wrote it. */
  writtenBy: z.string(),
  environment: z.string(),
  repository: z.string().nullable(),
  commit: z.string().nullable(),
  /** URL of the workflow run, where there was one. */
  run: z.string().nullable(),
  /** Login of the person who started that run, and the event that did. */
  actor: z.string().nullable(),
  event: z.string().nullable(),
  reason: z.enum(REASONS),
  /**
   * Only with the reason `release`: the snapshot before the deploy, and SHA-256 of its manifest. Both have the same salt, so
   * that their fingerprints can be compared.
   */
  after: z.strictObject({ snapshot: z.string().regex(SNAPSHOT_ID), digest: z.string() }).exactOptional(),
  /** A deploy in a closed time that a person allowed: who, why, and what closed it. */
  override: z.strictObject({ by: z.string(), reason: z.string(), closed: z.string() }).exactOptional(),
  /** Mitigations that were in effect; not in a snapshot that a rollback took. */
  mitigated: z.array(mitigatedSchema).exactOptional(),
  /** Salt of the fingerprints in the states (hex). */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  recipients: z.array(z.string()),
  /** Resource ids that were asked for; null: all that were configured. */
  scope: z.array(z.string()).nullable(),
  resources: z.array(capturedResource),
  /** How production behaved then, for the verdict on the deploy. src/probes parses it before use. */
  baselines: z.array(json).exactOptional(),
});

export type Manifest = z.infer<typeof manifest>;
export type CapturedResource = Manifest['resources'][number];
export { SCHEMA_VERSION as MANIFEST_VERSION };

/** What tells another format. */
const head = z.object({ kind: z.string(), schemaVersion: z.number(), writtenBy: z.string() });

/**
 * Parses the text of manifest.json, after its checksum was verified.
 * @throws RewindError snapshot-corrupt, snapshot-unsupported
 */
export function parseManifest(text: string, id: string): Manifest {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new RewindError('snapshot-corrupt', `manifest.json of snapshot ${id} is not JSON.`, { cause: error });
  }
  const told = head.safeParse(content);
  if (told.success && told.data.kind === 'rewind-snapshot' && told.data.schemaVersion !== SCHEMA_VERSION) {
    throw new RewindError(
      'snapshot-unsupported',
      `Snapshot ${id} has format ${told.data.schemaVersion} (written by Rewind ${told.data.writtenBy}); this Rewind reads format ${SCHEMA_VERSION}.`,
    );
  }
  const parsed = manifest.safeParse(content);
  if (!parsed.success) {
    throw new RewindError('snapshot-corrupt', `manifest.json of snapshot ${id} is not a valid manifest.`, {
      problems: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'manifest'}: ${issue.message}`),
    });
  }
  if (parsed.data.id !== id) {
    throw new RewindError(
      'snapshot-corrupt',
      `The manifest of snapshot ${id} names another snapshot, ${parsed.data.id}.`,
    );
  }
  return parsed.data;
}

/** The time in a snapshot id, in milliseconds since 1970; NaN for another form. */
export function snapshotTime(id: string): number {
  return Date.parse(id.slice(0, 16).replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

/**
 * `20261123T030405Z-1a2b3c`: ids sort by time. The first two digits after the dash are the 256th part of the second, so that of
 * two snapshots of one second the later one is the latest; the other four are random.
 * @param random four hexadecimal digits
 */
export function snapshotIdAt(at: Date, random: string): string {
  const part = Math.floor((at.getUTCMilliseconds() * 256) / 1000);
  const second = at.toISOString().replace(/[-:]/g, '').slice(0, 15);
  return `${second}Z-${part.toString(16).padStart(2, '0')}${random}`;
}
