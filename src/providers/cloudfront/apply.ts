import { assertAsPlanned } from '../../engine/as-planned.js';
import type { Change } from '../../engine/change.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { digestOf } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import { AwsFailure } from '../../services/aws/errors.js';
import { child, withChild, type XmlElement } from '../../services/aws/xml.js';
import { withDistribution, type Distribution, type EdgeClient, type EdgeFunction } from './client.js';
import type { Config } from './config.js';
import { functionNames, KEPT, newest } from './distribution.js';
import { describeConfig, describeFunction } from './capture.js';
import { fieldsOf, sameFields } from './fields.js';
import { readConfig, readFunction, type SavedFunction } from './payload.js';
import { configChange, functionText, NOT_USED } from './plan.js';
import { params } from './state.js';

export async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const task = params.parse(change.params);
  await withDistribution(config, ctx, async (client) => {
    switch (task.kind) {
      case 'config':
        return restoreConfig(client, config, ctx, await readConfig(ctx, source), change);
      case 'function':
        return restoreFunction(client, ctx, task.name, await readFunction(ctx, source, task.name), change);
      case 'invalidate': {
        const live = await client.distribution();
        return invalidate(client, config, ctx, task.paths, functionNames(live.config));
      }
    }
  });
}

/**
 * Reads the live config and updates it with the ETag of that read. After a concurrent write it reads once more: it
 * continues if only the ETag changed, and stops if the config changed.
 */
export async function restoreConfig(
  client: EdgeClient,
  config: Config,
  ctx: Context,
  saved: XmlElement,
  change: Change,
): Promise<void> {
  const first = await client.distribution();
  if (sameConfig(first.config, saved)) return;
  const [was, is] = await Promise.all([configState(config, ctx, saved), configState(config, ctx, first.config)]);
  const [left] = configChange(was, is);
  if (left) assertAsPlanned(change, left.before, ctx, 'in AWS');
  try {
    await client.update(first.etag, merged(saved, first.config));
  } catch (error) {
    if (!isStale(error)) throw error;
    const second = await client.distribution();
    if (!sameConfig(second.config, saved)) {
      if (!sameConfig(second.config, first.config)) throw conflict(ctx, `distribution ${config.distribution}`, error);
      await client.update(second.etag, merged(saved, second.config));
    }
  }
  await waitUntilDeployed(client, config, ctx);
}

const configState = async ({ distribution }: Config, ctx: Context, xml: XmlElement) => ({
  distribution,
  ...(await describeConfig(ctx, xml)),
  deploymentPolicy: null,
  staging: false,
});

/** True if all restored fields are equal. */
function sameConfig(a: XmlElement, b: XmlElement): boolean {
  return sameFields(fieldsOf(a, KEPT), fieldsOf(b, KEPT));
}

/** The saved config, with the live values of the fields that are never restored. */
function merged(saved: XmlElement, live: XmlElement): XmlElement {
  return [...KEPT].reduce((result, name) => withChild(result, name, child(live, name)), saved);
}

/** Writes the saved code and config to DEVELOPMENT and publishes it to LIVE. */
async function restoreFunction(
  client: EdgeClient,
  ctx: Context,
  name: string,
  saved: SavedFunction,
  change: Change,
): Promise<void> {
  // Undefined: not read yet; null: does not exist.
  let seen: EdgeFunction | null | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const live = await client.edgeFunction(name, 'LIVE');
    if (live && sameFunction(live, saved)) return;
    if (live && change.before !== NOT_USED)
      assertAsPlanned(change, functionText(await describeFunction(ctx, { live, draft: null })), ctx, 'in AWS');
    const draft = await client.edgeFunction(name, 'DEVELOPMENT');
    const moved = draft && seen !== undefined && (seen === null || !sameFunction(draft, seen));
    if (moved && !sameFunction(draft, saved)) throw conflict(ctx, `function ${name}`, undefined);
    seen = draft;
    try {
      if (draft === null) await client.createFunction(name, saved.config, saved.code);
      else if (!sameFunction(draft, saved)) await client.updateFunction(name, draft.etag, saved.config, saved.code);
      // Reads again, because the publication needs the ETag of the new version.
      const written = await client.edgeFunction(name, 'DEVELOPMENT');
      if (written && sameFunction(written, saved)) {
        await client.publishFunction(name, written.etag);
        return;
      }
      throw conflict(ctx, `function ${name}`, undefined);
    } catch (error) {
      if (!isStale(error) || attempt > 1) throw error;
    }
  }
}

function sameFunction(a: SavedFunction, b: SavedFunction): boolean {
  return a.code.equals(b.code) && sameFields(fieldsOf(a.config), fieldsOf(b.config));
}

/** Invalidates the caches after the restored config is deployed; at most once for each change of the distribution. */
async function invalidate(
  client: EdgeClient,
  config: Config,
  ctx: Context,
  paths: readonly string[],
  functions: readonly string[],
): Promise<void> {
  const distribution = await waitUntilDeployed(client, config, ctx);
  const modified = await lastModified(client, distribution, functions);
  if (await client.invalidatedSince(modified, paths)) return;
  const reference = `rewind-${ctx.snapshotId}-${digestOf([modified.toISOString(), paths]).slice(0, 16)}`;
  await client.invalidate(reference, paths);
}

/** The time of the last change of the distribution or of a function that it uses. */
async function lastModified(client: EdgeClient, at: Distribution, functions: readonly string[]): Promise<Date> {
  const found = await Promise.all(functions.map((name) => client.edgeFunction(name, 'LIVE')));
  return newest([at.modified, ...found.flatMap((each) => (each ? [each.modified] : []))]);
}

/** @throws RewindError deadline-exceeded */
async function waitUntilDeployed(client: EdgeClient, config: Config, ctx: Context): Promise<Distribution> {
  const { distribution, wait, 'poll-seconds': poll } = config;
  const began = ctx.clock.monotonic();
  let reported = Number.NEGATIVE_INFINITY;
  for (;;) {
    const now = await client.distribution();
    const seconds = (ctx.clock.monotonic() - began) / 1000;
    if (now.status === 'Deployed') return now;
    if (wait === 0) {
      ctx.log.warn(`Distribution ${distribution} is ${now.status}; not waiting, as "wait" is 0.`);
      return now;
    }
    if (seconds + poll > wait) {
      throw new RewindError(
        'deadline-exceeded',
        `Distribution ${distribution} is restored, but still ${now.status} after ${Math.round(seconds)} s.`,
        {
          resource: ctx.resource,
          remedy:
            'CloudFront continues the deployment. Run the same rollback again to wait longer and to invalidate, or raise "wait".',
        },
      );
    }
    if (seconds - reported >= 30) {
      ctx.log.info(
        `Distribution ${distribution}: ${now.status} for ${Math.round(seconds)} s (usually minutes; at most ${wait} s).`,
      );
      reported = seconds;
    }
    await ctx.clock.sleep(poll * 1000, ctx.signal);
  }
}

/** Another client wrote since the read, or an earlier attempt of this call whose response was lost. */
function isStale(error: unknown): boolean {
  const codes = ['PreconditionFailed', 'InvalidIfMatchVersion', 'FunctionAlreadyExists'];
  return error instanceof AwsFailure && codes.includes(error.awsCode);
}

function conflict(ctx: Context, what: string, cause: unknown): RewindError {
  return new RewindError(
    'api-conflict',
    `Somebody else changed ${what} during the restore. Rewind left that change alone.`,
    {
      resource: ctx.resource,
      remedy: 'Find out who is deploying, stop that, and plan again.',
      unwritten: true,
      cause,
    },
  );
}
