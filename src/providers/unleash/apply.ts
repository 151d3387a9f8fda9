import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { oneLine } from '../../runtime/text.js';
import { isUndecided } from '../../runtime/undecided.js';
import { assertAsPlanned } from '../../engine/as-planned.js';
import type { Change } from '../../engine/change.js';
import type { PayloadSource } from '../../engine/payload.js';
import { readJsonPayload, requireSaved } from '../../engine/json-payload.js';
import { bringInSteps } from '../../services/flags/steps.js';
import { constraintsText, stateOf } from './capture.js';
import { UnleashClient } from './client.js';
import type { Config } from './config.js';
import {
  comparableConstraints,
  comparableStrategy,
  comparableVariants,
  PAYLOAD,
  payload,
  type Feature,
  type Segment,
  type Strategy,
  type WireSegment,
} from './model.js';
import { plan } from './plan.js';
import { params, type Params } from './state.js';
import { atStep, standingOf } from './steps.js';

/** A restore sends many requests (one for each strategy), and other clients may write in between. */
const ROUNDS = 5;
const PAUSE_MS = 500;

interface Applying {
  readonly config: Config;
  readonly ctx: Context;
  readonly client: UnleashClient;
  readonly change: Change;
}

export async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const task = params.parse(change.params);
  const client = new UnleashClient(config, ctx);
  if (task.kind === 'steps') return applySteps(client, task, ctx, source);
  const run: Applying = { config, ctx, client, change };
  const { kind, name } = task;
  if (kind === 'turn-on' || kind === 'turn-off' || kind === 'disable-new') {
    const live = await client.feature(name);
    // Counts a deleted new flag as off.
    if (!live && kind !== 'disable-new') throw gone(ctx, name);
    const on = kind === 'turn-on';
    if (live !== undefined && live.enabled !== on) await client.turn(name, on);
    return;
  }
  const { features, segments } = await readJsonPayload(PAYLOAD, payload, source, ctx);
  if (kind === 'segment') {
    const segment = segments.find((each) => each.name === name);
    return restoreSegment(run, requireSaved(segment, `segment ${name}`, ctx));
  }
  const found = features.find((each) => each.name === name);
  const feature = requireSaved(found, `flag ${name}`, ctx);
  if (kind === 'targeting') return restore(client, ctx, feature, (live) => assertFeature(run, feature, live));
  return restoreMetadata(run, feature, kind === 'recreate');
}

async function applySteps(
  client: UnleashClient,
  { flags, ...steps }: Params & { readonly kind: 'steps' },
  ctx: Context,
  source: PayloadSource,
): Promise<void> {
  const { features } = await readJsonPayload(PAYLOAD, payload, source, ctx);
  const all = new Map(
    flags.map((step) => {
      const goal = features.find(({ name }) => name === step.flag);
      return [step.flag, { step, goal: requireSaved(goal, `flag ${step.flag}`, ctx) }];
    }),
  );
  const of = (name: string) => requireSaved(all.get(name), `flag ${name}`, ctx);
  await bringInSteps(ctx, steps, {
    flags: [...all.keys()],
    standing: async (name) => {
      const live = await client.feature(name);
      return live === undefined ? null : standingOf(of(name).step, of(name).goal, live);
    },
    set: (name, percentage) => restore(client, ctx, atStep(of(name).step, of(name).goal, percentage)),
  });
}

/** The live flag must be what the plan says of it, or absent there: then this plan has created it. */
async function assertFeature({ config, ctx, change }: Applying, saved: Feature, live: Feature): Promise<void> {
  if (change.before === null) return;
  const [was, is] = await Promise.all(
    [saved, live].map((one) => stateOf(config, ctx, { features: [one], segments: [] })),
  );
  const left = was && is && plan(was, is).find(({ id }) => id === change.id);
  if (left) assertAsPlanned(change, left.before, ctx, 'in Unleash');
}

async function restoreSegment({ ctx, client, change }: Applying, saved: Segment): Promise<void> {
  const live = (await client.segments()).find(({ name }) => name === saved.name);
  const comparable = ({ description, project, constraints }: Segment | WireSegment): string =>
    canonicalJson([description ?? '', project ?? null, comparableConstraints(constraints)]);
  if (live && comparable(live) === comparable(saved)) return;
  if (live) assertAsPlanned(change, oneLine(constraintsText(live.constraints)), ctx, 'in Unleash');
  await client.saveSegment(saved, live?.id);
}

async function restoreMetadata(run: Applying, saved: Feature, recreates: boolean): Promise<void> {
  const { client, ctx } = run;
  let live = await client.feature(saved.name);
  if (!live && recreates) {
    await client.recreate(saved);
    live = await client.feature(saved.name);
  }
  if (!live) throw gone(ctx, saved.name);
  const metadata = (each: Feature): string =>
    canonicalJson([each.type, each.description ?? '', each.stale, each.impressionData]);
  if (metadata(live) === metadata(saved)) return;
  await assertFeature(run, saved, live);
  await client.saveMetadata(saved);
}

/** The response was lost: Unleash may or may not have added the strategy. */
class ResponseLost extends Error {
  constructor(readonly failure: HttpFailure) {
    super(failure.message);
  }
}

/**
 * Decides each step from the live flag. If the response to the creation of a strategy is lost, reads the flag again to
 * find out whether the strategy exists.
 * @param check of the flag as it is before the first write
 */
async function restore(
  client: UnleashClient,
  ctx: Context,
  saved: Feature,
  check?: (live: Feature) => Promise<void>,
): Promise<void> {
  for (let round = 1; ; round += 1) {
    try {
      // A later round meets what an earlier one has written.
      await restoreOnce(client, ctx, saved, round === 1 ? check : undefined);
      return;
    } catch (error) {
      const failure = error instanceof ResponseLost ? error.failure : error;
      const overtaken = failure instanceof HttpFailure && (failure.status === 404 || failure.status === 409);
      if ((!(error instanceof ResponseLost) && !overtaken) || round === ROUNDS) throw failure;
      await ctx.clock.sleep(PAUSE_MS * round * ctx.random(), ctx.signal);
    }
  }
}

/** @throws ResponseLost if it is unknown whether the strategy was added */
async function addStrategy(client: UnleashClient, flag: string, strategy: Strategy, place: number): Promise<void> {
  try {
    await client.saveStrategy(flag, strategy, place, undefined);
  } catch (error) {
    throw isUndecided(error) ? new ResponseLost(error) : error;
  }
}

async function restoreOnce(
  client: UnleashClient,
  ctx: Context,
  saved: Feature,
  check?: (live: Feature) => Promise<void>,
): Promise<void> {
  const { name } = saved;
  const live = await client.feature(name);
  if (!live) throw gone(ctx, name);
  await check?.(live);
  // Off first, so that no user gets a half-restored flag. On last, because Unleash turns a flag off with its last
  // strategy and adds a default strategy to a flag that is turned on without one.
  if (live.enabled && !saved.enabled) await client.turn(name, false);
  if (canonicalJson(comparableVariants(live.variants)) !== canonicalJson(comparableVariants(saved.variants))) {
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

/** Matches each saved strategy to a live one to keep or overwrite: by id, else equal, else of the same kind. */
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
  return canonicalJson(comparableStrategy(strategy));
}

function strategiesText(strategies: readonly Strategy[]): string {
  return strategies.map(text).join('\n');
}

function gone(ctx: Context, name: string): RewindError {
  return new RewindError('api-not-found', `Flag ${name} was deleted or archived.`, {
    resource: ctx.resource,
    remedy: 'Plan again: the new plan creates the flag first.',
  });
}
