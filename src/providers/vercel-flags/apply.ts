import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http.js';
import type { Json } from '../../runtime/json.js';
import type { Change, PayloadSource } from '../../engine/provider.js';
import { client, type Client } from './client.js';
import type { Config } from './config.js';
import { flag, type Flag } from './model.js';
import { params } from './state.js';

export const FLAGS = 'flags.json';
const MAX_TRIES = 4;

export async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const { slug, off } = params.parse(change.params);
  const vercel = client(config, ctx);
  if (off) {
    await write(slug, vercel, ctx, (live) => offIn(live, config.environments));
    return;
  }
  const saved = z.array(flag).parse(JSON.parse((await source.read(FLAGS)).toString('utf8')));
  const wanted = saved.find((entry) => entry.slug === slug);
  if (!wanted)
    throw new RewindError('snapshot-corrupt', `The snapshot does not hold flag ${slug}.`, { resource: ctx.resource });
  await write(slug, vercel, ctx, (live) => difference(wanted, live, config.environments), createBody(wanted));
}

/** Which flags to turn off: by name or by tag. */
export interface FlagSelection {
  readonly flags?: readonly string[];
  readonly tags?: readonly string[];
}

/**
 * Turns flags off, for mitigation; those that are off already are left alone.
 * @returns slugs that were turned off now
 */
export async function turnOff(config: Config, ctx: Context, selection: FlagSelection): Promise<string[]> {
  const vercel = client(config, ctx);
  const chosen = (await vercel.flags()).filter(
    ({ slug, tags, state }) =>
      state === 'active' &&
      ((selection.flags ?? []).includes(slug) || (tags ?? []).some((tag) => (selection.tags ?? []).includes(tag))),
  );
  const done: string[] = [];
  for (const { slug } of chosen) {
    if (await write(slug, vercel, ctx, (live) => offIn(live, config.environments))) done.push(slug);
  }
  return done;
}

/**
 * Reads the flag with its ETag, and writes what is to change. Somebody else's write, or a lost answer, is decided by
 * reading again.
 * @returns whether anything was written
 */
async function write(
  slug: string,
  vercel: Client,
  ctx: Context,
  bodyFor: (live: Flag) => Record<string, Json> | null,
  missing?: Record<string, Json>,
): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    const found = await vercel.flag(slug);
    if (!found && !missing) return tries > 1;
    const body = found ? bodyFor(found.flag) : (missing ?? null);
    if (body === null) return tries > 1;
    try {
      if (found) await vercel.update(slug, found.etag, body);
      else await vercel.create(body);
      // A created flag may still differ (its state): the next round looks.
    } catch (error) {
      const undecided =
        error instanceof HttpFailure &&
        (error.status === undefined || error.status >= 500 || error.status === 409 || error.status === 412);
      if (!undecided || tries >= MAX_TRIES) throw error;
      await ctx.clock.sleep(150 + 200 * ctx.random(), ctx.signal);
    }
    if (tries > MAX_TRIES) {
      throw new RewindError('api-conflict', `Flag ${slug} does not keep what is written: somebody else writes too.`, {
        resource: ctx.resource,
      });
    }
  }
}

/** What PATCH has to be told; null when nothing differs. */
function difference(wanted: Flag, live: Flag, environments: readonly string[]): Record<string, Json> | null {
  const body: Record<string, Json> = {};
  if (wanted.state !== live.state) body.state = wanted.state;
  if (canonicalJson(wanted.variants ?? []) !== canonicalJson(live.variants ?? []))
    body.variants = wanted.variants ?? [];
  if (wanted.seed != null && wanted.seed !== live.seed) body.seed = wanted.seed;
  const changed = environments.filter(
    (name) =>
      wanted.environments[name] && canonicalJson(wanted.environments[name]) !== canonicalJson(live.environments[name]),
  );
  if (changed.length > 0) {
    body.environments = Object.fromEntries(changed.map((name) => [name, { ...wanted.environments[name] } as Json]));
  }
  return Object.keys(body).length === 0 ? null : body;
}

function offIn(live: Flag, environments: readonly string[]): Record<string, Json> | null {
  const on = environments.filter((name) => live.environments[name]?.active === true);
  if (on.length === 0 || live.state !== 'active') return null;
  return {
    environments: Object.fromEntries(on.map((name) => [name, { ...live.environments[name], active: false } as Json])),
  };
}

function createBody(wanted: Flag): Record<string, Json> {
  const { slug, kind, variants, seed, description, tags, environments, state } = wanted;
  return {
    slug,
    kind,
    state,
    environments: environments as Json,
    ...(variants == null ? {} : { variants }),
    ...(seed == null ? {} : { seed }),
    ...(description == null ? {} : { description }),
    ...(tags == null ? {} : { tags }),
  };
}
