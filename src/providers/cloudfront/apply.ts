import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { digestOf } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import { AwsFailure } from '../../services/aws/errors.js';
import { child, textAt, withChild, type XmlElement } from '../../services/aws/xml.js';
import type { Distribution, EdgeClient, EdgeFunction } from './client.js';
import type { Config } from './config.js';
import { fieldsOf, sameFields } from './fields.js';

/** Not restored: the first cannot change, the others belong to a continuous deployment that goes on by itself. */
export const KEPT = new Set(['CallerReference', 'Staging', 'ContinuousDeploymentPolicyId']);

/** A function as it lies in the snapshot. */
export interface SavedFunction {
  readonly config: XmlElement;
  readonly code: Buffer;
}

/**
 * Read → put the saved config in its place → update under the ETag of that read. When somebody else wrote in between, the
 * live config is read once more: if only the ETag moved, the update goes on; if the config did, it stops.
 */
export async function restoreConfig(
  client: EdgeClient,
  config: Config,
  ctx: Context,
  saved: XmlElement,
): Promise<void> {
  const first = await client.distribution();
  if (sameConfig(first.config, saved)) return;
  try {
    await client.update(first.etag, merged(saved, first.config));
  } catch (error) {
    if (!isStale(error)) throw error;
    const second = await client.distribution();
    if (!sameConfig(second.config, saved)) {
      if (!sameConfig(second.config, first.config)) throw conflict(ctx, `Distribution ${config.distribution}`, error);
      await client.update(second.etag, merged(saved, second.config));
    }
  }
  await waitUntilDeployed(client, config, ctx);
}

/** Equal in everything that is restored. */
function sameConfig(a: XmlElement, b: XmlElement): boolean {
  return sameFields(fieldsOf(a, KEPT), fieldsOf(b, KEPT));
}

/** The complete saved config, except for what stays as it is. */
function merged(saved: XmlElement, live: XmlElement): XmlElement {
  return [...KEPT].reduce((result, name) => withChild(result, name, child(live, name)), saved);
}

/** LIVE is restored: DEVELOPMENT gets the saved code and config, and is published. */
export async function restoreFunction(
  client: EdgeClient,
  ctx: Context,
  name: string,
  saved: SavedFunction,
): Promise<void> {
  // Undefined = not read yet; null = did not exist.
  let seen: EdgeFunction | null | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const live = await client.edgeFunction(name, 'LIVE');
    if (live && sameFunction(live, saved)) return;
    const draft = await client.edgeFunction(name, 'DEVELOPMENT');
    const moved = draft && seen !== undefined && (seen === null || !sameFunction(draft, seen));
    if (moved && !sameFunction(draft, saved)) throw conflict(ctx, `Function ${name}`, undefined);
    seen = draft;
    try {
      if (draft === null) await client.createFunction(name, saved.config, saved.code);
      else if (!sameFunction(draft, saved)) await client.updateFunction(name, draft.etag, saved.config, saved.code);
      // Read again: the publication must name the ETag of what was just written.
      const written = await client.edgeFunction(name, 'DEVELOPMENT');
      if (written && sameFunction(written, saved)) {
        await client.publishFunction(name, written.etag);
        return;
      }
      throw conflict(ctx, `Function ${name}`, undefined);
    } catch (error) {
      if (!isStale(error) || attempt > 1) throw error;
    }
  }
}

function sameFunction(a: SavedFunction, b: SavedFunction): boolean {
  return a.code.equals(b.code) && sameFields(fieldsOf(a.config), fieldsOf(b.config));
}

/** Drops cached copies, once per change of the distribution, when the restored config is everywhere. */
export async function invalidate(
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

/** When the distribution, or a function that it uses, was last changed. */
async function lastModified(client: EdgeClient, at: Distribution, functions: readonly string[]): Promise<Date> {
  const found = await Promise.all(functions.map((name) => client.edgeFunction(name, 'LIVE')));
  return newest([at.modified, ...found.flatMap((each) => (each ? [each.modified] : []))]);
}

export function newest(dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map((date) => date.getTime())));
}

/** @throws RewindError deadline-exceeded */
async function waitUntilDeployed(client: EdgeClient, config: Config, ctx: Context): Promise<Distribution> {
  const { distribution, wait, 'poll-seconds': poll } = config;
  const began = ctx.clock.monotonic();
  let told = Number.NEGATIVE_INFINITY;
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
        `Distribution ${distribution} is restored, but after ${Math.round(seconds)} s still ${now.status}, not Deployed everywhere.`,
        {
          resource: ctx.resource,
          remedy:
            'CloudFront goes on by itself. Run the same rollback again to wait on and to invalidate; or raise "wait".',
        },
      );
    }
    if (seconds - told >= 30) {
      ctx.log.info(
        `Distribution ${distribution}: ${now.status} for ${Math.round(seconds)} s (usually minutes; at most ${wait} s).`,
      );
      told = seconds;
    }
    await ctx.clock.sleep(poll * 1000, ctx.signal);
  }
}

/** Somebody wrote since the read; or an earlier try of the same call did, whose answer was lost. */
function isStale(error: unknown): boolean {
  const codes = ['PreconditionFailed', 'InvalidIfMatchVersion', 'FunctionAlreadyExists'];
  return error instanceof AwsFailure && codes.includes(error.awsCode);
}

function conflict(ctx: Context, what: string, cause: unknown): RewindError {
  return new RewindError(
    'api-conflict',
    `${what} was changed by somebody else while it was being restored. Their change was left alone.`,
    {
      resource: ctx.resource,
      remedy: 'Find out who is deploying, stop that, then run the plan again.',
      ...(cause === undefined ? {} : { cause }),
    },
  );
}

/** Names of the CloudFront Functions that a config uses, from their ARNs. */
export function functionNames(config: XmlElement): string[] {
  const found = new Set<string>();
  const visit = (at: XmlElement): void => {
    const name = /:function\/([\w-]{1,64})$/.exec(at.name === 'FunctionARN' ? at.text : '')?.[1];
    if (name !== undefined) found.add(name);
    at.children.forEach(visit);
  };
  visit(config);
  return [...found].sort();
}

export function stagingOf(config: XmlElement): boolean {
  return textAt(config, 'Staging') === 'true';
}

export function deploymentPolicyOf(config: XmlElement): string | null {
  const id = textAt(config, 'ContinuousDeploymentPolicyId') ?? '';
  return id === '' ? null : id;
}

/** Validates what a change carries. */
export const invalidateParams = z.object({ paths: z.array(z.string()).min(1) });
