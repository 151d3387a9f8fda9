import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http.js';
import type { Change, PayloadSource } from '../../engine/provider.js';
import { readSaved } from './capture.js';
import { UnleashClient } from './client.js';
import type { Config } from './config.js';
import { plainConstraints, plainStrategy, plainVariants, type Feature, type Strategy } from './model.js';

const params = z.object({
  kind: z.enum(['segment', 'metadata', 'comeback', 'targeting', 'newcomer']),
  name: z.string(),
});

/** Ways are long (each strategy is a request of its own), and others may write meanwhile. */
const ROUNDS = 5;
const PAUSE_MS = 500;

export async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const { kind, name } = params.parse(change.params);
  const client = new UnleashClient(config, ctx);
  if (kind === 'newcomer') {
    if ((await client.feature(name))?.enabled) await client.turn(name, false);
    return;
  }
  const saved = await readSaved(ctx, source);
  if (kind === 'segment') {
    const segment = saved.segments.find((each) => each.name === name);
    if (!segment) throw missing(ctx, `segment ${name}`);
    const live = (await client.segments()).find((each) => each.name === name);
    const same = (a: typeof segment, b: NonNullable<typeof live>): boolean =>
      (a.description ?? '') === (b.description ?? '') &&
      a.project === (b.project ?? null) &&
      canonicalJson(plainConstraints(a.constraints)) === canonicalJson(plainConstraints(b.constraints));
    if (!live || !same(segment, live)) await client.saveSegment(segment, live?.id);
    return;
  }
  const feature = saved.features.find((each) => each.name === name);
  if (!feature) throw missing(ctx, `flag ${name}`);
  if (kind === 'targeting') return restore(client, ctx, feature);
  let live = await client.feature(name);
  if (!live && kind === 'comeback') {
    await client.bringBack(feature);
    live = await client.feature(name);
  }
  if (!live) throw gone(ctx, name);
  const metadata = (each: Feature): string =>
    canonicalJson([each.type, each.description ?? '', each.stale, each.impressionData]);
  if (metadata(live) !== metadata(feature)) await client.saveMetadata(feature);
}

/** Unleash may or may not have added a strategy: the answer did not come. */
class AnswerLost extends Error {
  constructor(readonly failure: HttpFailure) {
    super(failure.message);
  }
}

/**
 * Step by step, each decided from what is there. Adding a strategy is never repeated blindly: when its answer is lost,
 * the flag is read again, which shows whether it was added.
 */
async function restore(client: UnleashClient, ctx: Context, saved: Feature): Promise<void> {
  for (let round = 1; ; round += 1) {
    try {
      await restoreOnce(client, ctx, saved);
      return;
    } catch (error) {
      const failure = error instanceof AnswerLost ? error.failure : error;
      const overtaken = failure instanceof HttpFailure && (failure.status === 404 || failure.status === 409);
      if ((!(error instanceof AnswerLost) && !overtaken) || round === ROUNDS) throw failure;
      await ctx.clock.sleep(PAUSE_MS * round * ctx.random(), ctx.signal);
    }
  }
}

/** @throws AnswerLost when it is not known whether the strategy was added */
async function addStrategy(client: UnleashClient, flag: string, strategy: Strategy, place: number): Promise<void> {
  try {
    await client.saveStrategy(flag, strategy, place, undefined);
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    throw error.status === undefined || error.status >= 500 || error.malformed ? new AnswerLost(error) : error;
  }
}

async function restoreOnce(client: UnleashClient, ctx: Context, saved: Feature): Promise<void> {
  const { name } = saved;
  const live = await client.feature(name);
  if (!live) throw gone(ctx, name);
  // Off first, so that nobody sees it half restored; on last, because Unleash turns a flag off with its last strategy,
  // and gives one of its own to a flag that is turned on without any.
  if (live.enabled && !saved.enabled) await client.turn(name, false);
  if (canonicalJson(plainVariants(live.variants)) !== canonicalJson(plainVariants(saved.variants))) {
    await client.saveVariants(name, saved.variants);
  }
  if (strategiesText(live.strategies) !== strategiesText(saved.strategies)) {
    await restoreStrategies(client, name, saved.strategies, live.strategies);
  }
  const now = await client.feature(name);
  if (now && now.enabled !== saved.enabled) await client.turn(name, saved.enabled);
}

async function restoreStrategies(
  client: UnleashClient,
  flag: string,
  saved: readonly Strategy[],
  live: readonly Strategy[],
): Promise<void> {
  const pairs = pair(saved, live);
  for (const [place, { was, is }] of pairs.entries()) {
    if (!is) await addStrategy(client, flag, was, place);
    else if (text(is) !== text(was)) await client.saveStrategy(flag, was, place, is.id);
  }
  const kept = new Set(pairs.map(({ is }) => is?.id));
  for (const { id } of live) if (!kept.has(id)) await client.removeStrategy(flag, id);
  const after = (await client.feature(flag))?.strategies ?? [];
  if (strategiesText(after) === strategiesText(saved)) return;
  const ordered = pair(saved, after).flatMap(({ is }) => (is ? [is.id] : []));
  await client.reorder(flag, ordered);
}

/** For each saved strategy the live one that it was, or that is just like it, or that may become it. */
function pair(saved: readonly Strategy[], live: readonly Strategy[]): { was: Strategy; is: Strategy | undefined }[] {
  const free = new Set(live);
  const take = (fits: (each: Strategy) => boolean): Strategy | undefined => {
    const found = [...free].find(fits);
    if (found) free.delete(found);
    return found;
  };
  const found = new Map<Strategy, Strategy>();
  const rounds: ((was: Strategy, is: Strategy) => boolean)[] = [
    (was, is) => is.id === was.id && text(is) === text(was),
    (was, is) => text(is) === text(was),
    (was, is) => is.id === was.id,
    (was, is) => is.name === was.name,
  ];
  for (const fits of rounds) {
    for (const was of saved) {
      const is = found.has(was) ? undefined : take((each) => fits(was, each));
      if (is) found.set(was, is);
    }
  }
  return saved.map((was) => ({ was, is: found.get(was) }));
}

function text(strategy: Strategy): string {
  return canonicalJson(plainStrategy(strategy));
}

function strategiesText(strategies: readonly Strategy[]): string {
  return strategies.map(text).join('\n');
}

function missing(ctx: Context, what: string): RewindError {
  return new RewindError('snapshot-corrupt', `the sealed payload does not hold ${what}`, { resource: ctx.resource });
}

function gone(ctx: Context, name: string): RewindError {
  return new RewindError('api-not-found', `flag ${name} is not there (any more): deleted or archived`, {
    resource: ctx.resource,
    remedy: 'Plan again: the plan will bring the flag back first.',
  });
}
