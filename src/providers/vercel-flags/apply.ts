import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { RewindError, uncertain } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { isUndecided } from '../../runtime/undecided.js';
import type { Json } from '../../runtime/json.js';
import { readJsonPayload, requireSaved } from '../../engine/json-payload.js';
import { assertAsPlanned } from '../../engine/as-planned.js';
import type { Change } from '../../engine/change.js';
import type { PayloadSource } from '../../engine/payload.js';
import { otherKind } from '../../services/flags/changes.js';
import { flagStatesOf } from './capture.js';
import { connectVercelFlags, type VercelFlags } from './client.js';
import type { Config } from './config.js';
import { FLAGS, payload, type Flag } from './model.js';
import { describeFlag, partsOfText } from './plan.js';
import { params, type FlagState } from './state.js';

const MAX_TRIES = 4;

export async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const { kind, slug } = params.parse(change.params);
  const vercel = connectVercelFlags(config, ctx);
  if (kind !== 'restore') {
    // Only the switch is written: what somebody else changed of the flag stays.
    const exists = await writeFlag(slug, vercel, ctx, async (live) =>
      switchBody(live, config.environments, kind === 'turn-on'),
    );
    // Counts a deleted new flag as off.
    if (exists || kind === 'disable-new') return;
    throw new RewindError('api-not-found', `Flag ${slug} does not exist (any more).`, {
      resource: ctx.resource,
      remedy: 'Plan again: the new plan creates the flag.',
    });
  }
  const flags = await readJsonPayload(FLAGS, payload, source, ctx);
  const saved = requireSaved(
    flags.find((flag) => flag.slug === slug),
    `flag ${slug}`,
    ctx,
  );
  const body = async (live: Flag, sent: boolean): Promise<Record<string, Json> | null> => {
    // A plan of an earlier version does not know the kinds.
    if (live.kind !== saved.kind) {
      throw new RewindError('api-conflict', `Flag ${slug} has another kind now, and was not changed.`, {
        resource: ctx.resource,
        remedy: otherKind(saved.kind, live.kind),
      });
    }
    const differences = restoreBody(saved, live, config.environments);
    // One that was created here may still differ in its state. After an update, a difference is not ours.
    if (differences === null || (sent && change.before === null)) return differences;
    const [state] = await flagStatesOf([live], config, ctx);
    // Another resource covers the other environments of the same flag, and may have restored the variants of all already.
    if (state === undefined || !isKnown(state, change))
      assertAsPlanned(change, state === undefined ? null : describeFlag(state), ctx, 'on Vercel');
    return differences;
  };
  // One that somebody deleted after the plan is not created again.
  const missing = change.before === null ? createBody(saved) : undefined;
  if (await writeFlag(slug, vercel, ctx, body, missing)) return;
  throw new RewindError('api-not-found', `Vercel has no flag ${slug} (any more): somebody deleted it after the plan.`, {
    resource: ctx.resource,
    remedy: 'Plan again: the new plan creates the flag.',
  });
}

/** Whether each part of a flag is as the plan says it was, or as it is to be. */
function isKnown(live: FlagState, { before, after }: Change): boolean {
  const known = [before, after].flatMap((text) => (text === null ? [] : partsOfText(text)));
  return partsOfText(describeFlag(live)).every((part) => known.includes(part));
}

/**
 * Reads the flag with its ETag and writes the difference. After a conflict or a lost response, reads again.
 * @param bodyFor what is to be written; null: nothing. `sent`: an earlier try may have written
 * @returns whether the flag exists
 */
async function writeFlag(
  slug: string,
  vercel: VercelFlags,
  ctx: Context,
  bodyFor: (live: Flag, sent: boolean) => Promise<Record<string, Json> | null>,
  missing?: Record<string, Json>,
): Promise<boolean> {
  const what = `Flag ${slug} was sent`;
  let sent = false;
  for (let tries = 1; ; tries += 1) {
    const found = await vercel.flag(slug).catch((error: unknown) => {
      throw sent ? uncertain(what, error) : error;
    });
    if (!found && !missing) return false;
    const body = found ? await bodyFor(found.flag, sent) : (missing ?? null);
    if (body === null) return true;
    try {
      if (found) await vercel.update(slug, found.etag, body);
      else await vercel.create(body);
      sent = true;
      // A created flag may still differ in its state; the next attempt compares it.
    } catch (error) {
      const lost = isUndecided(error);
      sent ||= lost && !error.unwritten;
      const undecided = lost || (error instanceof HttpFailure && [409, 412].includes(error.status ?? 0));
      if (!undecided || tries >= MAX_TRIES) throw sent ? uncertain(what, error) : error;
      await ctx.clock.sleep(150 + 200 * ctx.random(), ctx.signal);
    }
    if (tries > MAX_TRIES) {
      throw new RewindError('api-conflict', `Flag ${slug} keeps changing: another client writes to it.`, {
        resource: ctx.resource,
      });
    }
  }
}

/** Body of the PATCH; null without differences. */
function restoreBody(saved: Flag, live: Flag, environments: readonly string[]): Record<string, Json> | null {
  const body: Record<string, Json> = {};
  if (saved.state !== live.state) body.state = saved.state;
  if (canonicalJson(saved.variants ?? []) !== canonicalJson(live.variants ?? [])) body.variants = saved.variants ?? [];
  if (saved.seed != null && saved.seed !== live.seed) body.seed = saved.seed;
  const changed = environments.filter(
    (name) =>
      saved.environments[name] && canonicalJson(saved.environments[name]) !== canonicalJson(live.environments[name]),
  );
  if (changed.length > 0) {
    body.environments = Object.fromEntries(changed.map((name) => [name, { ...saved.environments[name] } as Json]));
  }
  return Object.keys(body).length === 0 ? null : body;
}

function switchBody(live: Flag, environments: readonly string[], on: boolean): Record<string, Json> | null {
  const names = environments.filter((name) => live.environments[name]?.active === !on);
  if (names.length === 0 || live.state !== 'active') return null;
  return {
    environments: Object.fromEntries(names.map((name) => [name, { ...live.environments[name], active: on } as Json])),
  };
}

function createBody(saved: Flag): Record<string, Json> {
  const { slug, kind, variants, seed, description, tags, environments, state } = saved;
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
