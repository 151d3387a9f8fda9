import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import type { PayloadSource } from '../../engine/provider.js';
import type { z } from 'zod';
import type { Config } from './config.js';
import {
  PAYLOAD,
  payload,
  plainConstraints,
  plainStrategy,
  plainVariants,
  type Constraint,
  type Feature,
  type Segment,
  type Strategy,
} from './model.js';
import type { FeatureState, State } from './state.js';

export async function stateOf(
  config: Config,
  ctx: Context,
  { features, segments }: { readonly features: readonly Feature[]; readonly segments: readonly Segment[] },
): Promise<State> {
  const used = new Set(features.flatMap(({ strategies }) => strategies.flatMap((each) => each.segments)));
  return {
    schemaVersion: 1,
    project: config.project,
    environment: config.environment,
    features: await Promise.all(features.map((each) => featureStateOf(ctx, each))),
    segments: await Promise.all(
      segments.map(async ({ name, description, project, constraints }) => ({
        name,
        used: used.has(name),
        summary: constraintsText(constraints),
        mark: await ctx.fingerprint(canonicalJson([description ?? '', project, plainConstraints(constraints)])),
      })),
    ),
  };
}

async function featureStateOf(ctx: Context, feature: Feature): Promise<FeatureState> {
  const { name, type, stale, impressionData, description, enabled, strategies, variants, dependencies } = feature;
  return {
    name,
    type,
    stale,
    impressionData,
    description: description === null || description === '' ? '' : await ctx.fingerprint(description),
    enabled,
    strategies: await Promise.all(
      strategies.map(async (each) => ({
        summary: summaryOf(each),
        active: !each.disabled,
        mark: await ctx.fingerprint(canonicalJson(plainStrategy(each))),
      })),
    ),
    variants: {
      names: variants.map((each) => each.name).sort(),
      mark: variants.length === 0 ? '' : await ctx.fingerprint(canonicalJson(plainVariants(variants))),
    },
    dependencies,
  };
}

/** Parameters may hold user ids; only a rollout's share is shown. */
function summaryOf(strategy: Strategy): string {
  const { rollout } = strategy.parameters;
  const parts = [
    strategy.name,
    ...(rollout === undefined ? [] : [`${rollout} %`]),
    ...(strategy.disabled ? ['disabled'] : []),
    ...(strategy.constraints.length > 0 ? [constraintsText(strategy.constraints)] : []),
    ...(strategy.segments.length > 0 ? [`segments ${strategy.segments.join(', ')}`] : []),
    ...(strategy.variants.length > 0 ? [`variants ${strategy.variants.map(({ name }) => name).join(', ')}`] : []),
  ];
  return parts.join('; ');
}

function constraintsText(constraints: readonly Constraint[]): string {
  return constraints
    .map(({ contextName, operator, inverted, values }) => {
      const count = Math.max(1, values?.length ?? 0);
      return `${contextName} ${inverted === true ? 'not ' : ''}${operator} (${count} value${count === 1 ? '' : 's'})`;
    })
    .join(' and ');
}

/** The sealed flags and segments of the snapshot. @throws RewindError snapshot-corrupt */
export async function readSaved(ctx: Context, source: PayloadSource): Promise<z.infer<typeof payload>> {
  const bytes = await source.read(PAYLOAD);
  try {
    return payload.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw new RewindError('snapshot-corrupt', `payload ${PAYLOAD} does not hold the flags of Unleash`, {
      resource: ctx.resource,
      cause: error,
    });
  }
}
