import { readJsonPayload } from '../../engine/json-payload.js';
import { assertAsPlanned } from '../../engine/as-planned.js';
import type { Change } from '../../engine/change.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { withBucket, type BucketClient } from './client.js';
import type { Config } from './config.js';
import {
  blockDocument,
  blocksOf,
  canonicalDocument,
  PAYLOAD,
  payload,
  versioningDocument,
  type Aspect,
  type Document,
} from './documents.js';
import { liveText } from './plan.js';
import { params, type Params } from './state.js';

export async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const task = params.parse(change.params);
  const { aspect, document } = await desiredOf(task, ctx, source);
  const desired = canonicalDocument(aspect, document);
  await withBucket(config, ctx, async (client) => {
    const isRestored = async (): Promise<boolean> => canonicalDocument(aspect, await client.read(aspect)) === desired;
    const live = await client.read(aspect);
    if (canonicalDocument(aspect, live) === desired) return;
    // A change that closes an exposure never waits for a person, and S3 may still show an earlier block of this run.
    if (change.closes === undefined && aspect !== 'public-access-block')
      assertAsPlanned(change, liveText(aspect, live), ctx, 'in AWS');
    if (document === null || desired === null) await client.remove(aspect);
    else if (task.kind === 'restore-unblocked') await writeUnblocked(client, () => client.write(aspect, document));
    else await client.write(aspect, document);
    await settle(ctx, isRestored, change);
  });
}

async function desiredOf(
  task: Params,
  ctx: Context,
  source: PayloadSource,
): Promise<{ readonly aspect: Aspect; readonly document: Document | null }> {
  if (task.kind === 'versioning') return { aspect: 'versioning', document: versioningDocument(task.status) };
  const { aspect } = task;
  if (task.kind === 'remove') return { aspect, document: null };
  return { aspect, document: (await readJsonPayload(PAYLOAD, payload, source, ctx))[aspect] };
}

/**
 * Switches BlockPublicPolicy off only while it writes the policy; RestrictPublicBuckets stays unchanged. After a crash
 * in between, the block differs from the snapshot and the next plan restores it.
 */
async function writeUnblocked(client: BucketClient, write: () => Promise<void>): Promise<void> {
  const block = await client.read('public-access-block');
  if (block === null || !blocksOf(block).BlockPublicPolicy) return write();
  await client.write('public-access-block', blockDocument({ ...blocksOf(block), BlockPublicPolicy: false }));
  try {
    await write();
  } finally {
    await client.write('public-access-block', block);
  }
}

const SETTLE_TRIES = 8;
const SETTLE_MS = 250;

/** S3 propagates settings with a delay: repeats the read until it returns the written value (about a minute). */
async function settle(ctx: Context, isRestored: () => Promise<boolean>, change: Change): Promise<void> {
  for (let attempt = 0; attempt < SETTLE_TRIES; attempt += 1) {
    if (await isRestored()) return;
    await ctx.clock.sleep(SETTLE_MS * 2 ** attempt, ctx.signal);
  }
  ctx.log.warn(`${change.target}: written, but S3 does not show it yet; the verification may report it.`);
}
