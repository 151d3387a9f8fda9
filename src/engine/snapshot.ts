import { buffer } from 'node:stream/consumers';
import type { Context } from '../runtime/context.js';
import { forResource, forSnapshot } from '../runtime/create-context.js';
import type { ErrorCode } from '../runtime/error-codes.js';
import { asRewindError, RewindError } from '../runtime/errors.js';
import { mapLimited } from '../runtime/flow.js';
import { toJson, type Json } from '../runtime/json.js';
import { sentences } from '../runtime/text.js';
import {
  MANIFEST_VERSION,
  snapshotIdAt,
  type CapturedResource,
  type Manifest,
  type SnapshotReason,
} from './manifest.js';
import type { Mitigated } from './mitigated.js';
import { assertProven } from './proof.js';
import { readBack } from './read-back.js';
import { settleResources, type Resource } from './resources.js';
import { copyPayload, SealingSink } from './payload-files.js';
import { commitSnapshot, manifestDigest, readManifest, removeSnapshot } from './snapshot-files.js';
import { signContent, type SigningKey } from './signature.js';
import { assertClock, commentOf, trustOf } from './trust.js';
import type { Store } from '../store/store.js';

export interface SnapshotOrigin {
  readonly environment: string;
  readonly repository: string | null;
  readonly commit: string | null;
  readonly run: string | null;
  /** Login of the person who started the run, and the event that did; null outside of Actions. */
  readonly actor: string | null;
  readonly event: string | null;
  readonly version: string;
}

export interface TakeSnapshot {
  /** Captured in full. */
  readonly resources: readonly Resource[];
  /** Of these, only what identifies them; each has the capability. */
  readonly references?: readonly Resource[];
  /** A snapshot whose other resources become part of this one, as they were then. */
  readonly including?: Manifest | null;
  /** A snapshot whose states the captures are compared with; default: none. */
  readonly compared?: Manifest | null;
  /** For a release capture: the snapshot before the deploy. */
  readonly after?: Manifest | null;
  /** Who allowed the deploy in a closed time, and why; absent or null in an open one. */
  readonly override?: Manifest['override'] | null;
  /** Reads which mitigations are in effect, beside the captures; never fails. Default: not read. */
  readonly mitigated?: () => Promise<readonly Mitigated[]>;
  /** Measures how production behaves, beside the captures; null: not measured. Its failure fails the snapshot. */
  readonly measure?: ((signal: AbortSignal) => Promise<readonly Json[]>) | null;
  /** Ids of the resources if they are not all that are configured; else null. */
  readonly scope: readonly string[] | null;
  readonly store: Store;
  readonly ctx: Context;
  readonly origin: SnapshotOrigin;
  readonly reason: SnapshotReason;
  readonly recipients: readonly string[];
  /** Codes of failures that leave a resource out of the snapshot, with a warning. Default: every failure fails it. */
  readonly leaveOut?: readonly ErrorCode[];
  /** With an identity, payloads are decrypted again to prove that they are readable. */
  readonly identities: readonly string[];
  /** Public keys that will be asked for at a rollback, and the key that signs; null: the snapshot stays unsigned. */
  readonly signKeys: readonly string[];
  readonly signer: SigningKey | null;
}

/** What is known of a snapshot before its captures. */
interface Head {
  readonly id: string;
  readonly salt: string;
  readonly takenAt: Date;
}

interface Content {
  readonly captured: readonly CapturedResource[];
  /** Null: not measured. */
  readonly baselines: readonly Json[] | null;
  readonly mitigated: readonly Mitigated[];
}

function headOf({ ctx, including, compared, after }: TakeSnapshot): Head {
  // The fingerprints of the included states have the salt of their snapshot, and those of two snapshots that are compared
  // need the same one.
  const salt = including?.salt ?? after?.salt ?? compared?.salt ?? ctx.randomHex(16);
  // One time for the id and the manifest, from before the captures: a backup may take hours.
  const takenAt = ctx.clock.now();
  return { id: snapshotIdAt(takenAt, ctx.randomHex(2)), salt, takenAt };
}

/**
 * Captures all resources in parallel, writes the snapshot and verifies it (law 9). Removes it after a failure.
 * @throws RewindError snapshot-incomplete with one line per resource that failed; snapshot-corrupt; store errors
 */
export function takeSnapshot(request: TakeSnapshot): Promise<Manifest> {
  const head = headOf(request);
  return wholeOrGone(request, head, async () => {
    return writeSnapshot(request, head, await captureAndMeasure(request, head));
  });
}

/** Objects that are written at once. */
const WRITES_AT_ONCE = 8;

/**
 * Captures all resources in parallel. Their payloads stay in memory, so only for resources whose payloads are small.
 * @returns what writes and verifies the snapshot, and removes it after a failure; until then, nothing of it is in the store
 * @throws RewindError snapshot-incomplete with one line per resource that failed
 */
export async function holdSnapshot(request: TakeSnapshot): Promise<() => Promise<Manifest>> {
  const { store } = request;
  const head = headOf(request);
  const held = new Map<string, Buffer>();
  const memory: Pick<Store, 'put'> = {
    put: async (key, content) => {
      const bytes = content instanceof Uint8Array ? Buffer.from(content) : await buffer(content);
      held.set(key, bytes);
      return { key, bytes: bytes.length };
    },
  };
  const captured = await captureAll(request, head, memory);
  return () =>
    wholeOrGone(request, head, async () => {
      await mapLimited([...held], WRITES_AT_ONCE, ([key, content]) => store.put(key, content));
      return writeSnapshot(request, head, { captured, baselines: null, mitigated: [] });
    });
}

/** What fails leaves nothing of the snapshot in the store. */
async function wholeOrGone(
  { store, ctx, origin }: TakeSnapshot,
  { id }: Head,
  work: () => Promise<Manifest>,
): Promise<Manifest> {
  try {
    return await work();
  } catch (error) {
    await removeSnapshot(store, origin.environment, id).then(
      () => {
        // Who frees disk space must know that this snapshot takes none.
        if (asRewindError(error).code === 'disk-full') ctx.log.info(`The unfinished snapshot ${id} was removed.`);
      },
      (cleanup: unknown) => {
        ctx.log.warn(`The unfinished snapshot ${id} could not be removed: ${asRewindError(cleanup).message}`);
      },
    );
    throw error;
  }
}

async function writeSnapshot(
  request: TakeSnapshot,
  { id, salt, takenAt }: Head,
  { captured, baselines, mitigated }: Content,
): Promise<Manifest> {
  const { store, origin, after, signer } = request;
  // The undo of a rollback names its snapshot: no time chooses it, and no clock may stop a rollback. A release capture comes
  // with an alarm, which must not fail.
  if (request.reason !== 'pre-rollback' && request.reason !== 'release') assertClock(request.ctx);
  const manifest: Manifest = {
    kind: 'rewind-snapshot',
    schemaVersion: MANIFEST_VERSION,
    id,
    salt,
    createdAt: takenAt.toISOString(),
    writtenBy: origin.version,
    environment: origin.environment,
    repository: origin.repository,
    commit: origin.commit,
    run: origin.run,
    actor: origin.actor,
    event: origin.event,
    reason: request.reason,
    ...(after
      ? { after: { snapshot: after.id, digest: await manifestDigest(store, after.environment, after.id) } }
      : {}),
    ...(request.override ? { override: request.override } : {}),
    ...(mitigated.length === 0 ? {} : { mitigated: [...mitigated] }),
    recipients: [...request.recipients],
    scope: request.scope === null ? null : [...request.scope],
    resources: [...captured, ...(await included(request, id))],
    ...(baselines === null ? {} : { baselines: [...baselines] }),
  };
  await commitSnapshot(store, manifest, signer && ((content) => signContent(content, signer, commentOf(manifest))));
  await verifyWritten(request, manifest);
  return manifest;
}

/** A capture that fails ends the measurement, which takes longer. */
async function captureAndMeasure(request: TakeSnapshot, head: Head): Promise<Content> {
  const stop = new AbortController();
  const measuring = request.measure?.(AbortSignal.any([request.ctx.signal, stop.signal])) ?? null;
  measuring?.catch(() => undefined);
  const mitigated = request.mitigated?.() ?? [];
  try {
    return {
      captured: await captureAll(request, head, request.store),
      baselines: await measuring,
      mitigated: await mitigated,
    };
  } finally {
    stop.abort();
  }
}

/** @param store for the payloads */
async function captureAll(request: TakeSnapshot, head: Head, store: Pick<Store, 'put'>): Promise<CapturedResource[]> {
  const { resources, origin, recipients } = request;
  const ctx = forSnapshot(request.ctx, head);
  const { clock } = ctx;
  const { references = [] } = request;
  const outcomes = await settleResources([...resources, ...references], async (resource): Promise<CapturedResource> => {
    const saved = request.compared?.resources.find(({ id }) => id === resource.id)?.state;
    const sink = new SealingSink(store, recipients, origin.environment, head.id, resource.id, saved);
    const start = clock.monotonic();
    const { provider, config } = resource;
    const within = forResource(ctx, resource.id);
    const captured: unknown = references.includes(resource)
      ? await provider.capabilities?.reference?.(config, within)
      : await provider.capture(config, within, sink);
    // Through JSON and the schema, because the snapshot is read back that way.
    const state = resource.provider.state.parse(toJson(captured));
    const differences = resource.provider.plan(state, captured);
    if (differences.length > 0) {
      throw new RewindError(
        'internal',
        `Two reads of the new state differ: ${differences.map(({ id }) => id).join(', ')}.`,
      );
    }
    // Law 9. The undo of a rollback returns to whatever was there.
    const problem = request.reason === 'pre-rollback' ? null : provider.capabilities?.unreturnable?.(state);
    if (problem) {
      const { message, remedy } = problem;
      throw new RewindError('snapshot-incomplete', message, { resource: resource.id, remedy });
    }
    return {
      id: resource.id,
      provider: resource.providerId,
      capturedAt: clock.now().toISOString(),
      durationMs: Math.round(clock.monotonic() - start),
      state: toJson(state),
      payloads: sink.refs,
    };
  });
  const failures = outcomes.filter(({ resource, error }) => {
    if (error === undefined) return false;
    const { code, message } = asRewindError(error, resource.id);
    if (request.leaveOut?.includes(code) !== true) return true;
    ctx.log.warn(`"${resource.id}" is not in this snapshot: ${message}`);
    return false;
  });
  if (failures.length === 0) return outcomes.flatMap(({ value }) => (value ? [value] : []));
  const errors = failures.map(({ error, resource }) => asRewindError(error, resource.id));
  // A single failure keeps its code and remedy; several are reported together.
  const [first] = errors;
  const cancelled = errors.find(({ code }) => code === 'cancelled');
  if (cancelled) {
    throw new RewindError('cancelled', 'The run was cancelled before the snapshot was complete.', { cause: cancelled });
  }
  if (errors.length === 1 && first) throw first;
  throw new RewindError(
    'snapshot-incomplete',
    `${errors.length} of ${resources.length} resources could not be captured.`,
    {
      problems: errors.map(
        (error) => `${error.resource ?? '?'}: ${sentences(error.message, error.remedy)} (${error.code})`,
      ),
      remedy: 'Fix all of them. Do not deploy before a snapshot succeeds.',
    },
  );
}

/** Copies what the included snapshot holds of other resources. The sealed files stay as they are. */
async function included({ including, resources, store }: TakeSnapshot, id: string): Promise<CapturedResource[]> {
  if (!including) return [];
  const others = including.resources.filter((captured) => !resources.some((own) => own.id === captured.id));
  for (const captured of others) {
    for (const ref of captured.payloads) await copyPayload(store, including, id, captured.id, ref);
  }
  return others;
}

async function verifyWritten(request: TakeSnapshot, written: Manifest): Promise<void> {
  const { store, ctx } = request;
  const manifest = await readManifest(store, written.environment, written.id);
  const { damaged, findings } = await readBack({ ...request, manifest, depth: 'readable' });
  if (damaged.length > 0) {
    throw new RewindError('snapshot-corrupt', 'The new snapshot cannot be read back.', {
      problems: damaged,
      remedy:
        'Do not deploy. Find out why the store gives back something else ("rewind check"), then take a new snapshot.',
    });
  }
  if (request.signer !== null) await trustOf(store, manifest, request.signKeys, ctx.clock.now());
  assertProven(manifest.id, findings);
  ctx.log.debug(`snapshot ${manifest.id} was read back and verified`);
}
