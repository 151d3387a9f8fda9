import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import type { PayloadSink } from '../../engine/payload.js';
import { UnleashClient } from './client.js';
import type { Config } from './config.js';
import {
  PAYLOAD,
  comparableConstraints,
  comparableRest,
  comparableVariants,
  percentageOf,
  type Constraint,
  type Feature,
  type Saved,
  type Strategy,
} from './model.js';
import type { FeatureState, State } from './state.js';
import { plural } from '../../runtime/text.js';

/** Reads switches, strategies and variants of every flag in one environment, and the project's segments. */
export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const saved = await new UnleashClient(config, ctx).features();
  if (sink.purpose === 'snapshot') await sink.write(PAYLOAD, Buffer.from(JSON.stringify(saved)));
  return stateOf(config, ctx, saved);
}

export async function stateOf(config: Config, ctx: Context, { features, segments }: Saved): Promise<State> {
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
        fingerprint: await ctx.fingerprint(
          canonicalJson([description ?? '', project, comparableConstraints(constraints)]),
        ),
      })),
    ),
  };
}

async function featureStateOf(ctx: Context, feature: Feature): Promise<FeatureState> {
  const { name, tags, type, stale, impressionData, description, enabled, strategies, variants, dependencies } = feature;
  return {
    name,
    tags,
    type,
    stale,
    impressionData,
    description: description === null || description === '' ? '' : await ctx.fingerprint(description),
    enabled,
    strategies: await Promise.all(
      strategies.map(async (each) => ({
        summary: summaryOf(each),
        active: !each.disabled,
        percentage: percentageOf(each),
        fingerprint: await ctx.fingerprint(canonicalJson(comparableRest(each))),
      })),
    ),
    variants: {
      names: variants.map((each) => each.name).sort(),
      fingerprint: variants.length === 0 ? '' : await ctx.fingerprint(canonicalJson(comparableVariants(variants))),
    },
    dependencies,
  };
}

/** Shows only the share of a rollout, because parameters may hold user ids. */
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

/** What a plan says of a segment. */
export function constraintsText(constraints: readonly Constraint[]): string {
  return constraints
    .map(({ contextName, operator, inverted, values }) => {
      const count = Math.max(1, values?.length ?? 0);
      return `${contextName} ${inverted === true ? 'not ' : ''}${operator} (${plural(count, 'value')})`;
    })
    .join(' and ');
}
