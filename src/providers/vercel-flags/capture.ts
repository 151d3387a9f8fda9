import type { PayloadSink } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { connectVercelFlags } from './client.js';
import type { Config } from './config.js';
import { FLAGS, hasExperiment, type Flag, type FlagEnvironment } from './model.js';
import type { FlagState, State } from './state.js';

export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const flags = (await connectVercelFlags(config, ctx).flags()).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  await sink.write(FLAGS, Buffer.from(JSON.stringify(flags)));
  return {
    schemaVersion: 1,
    project: config.project,
    flags: await flagStatesOf(flags, config, ctx),
  };
}

/** What the manifest says of flags. */
export function flagStatesOf(
  flags: readonly Flag[],
  config: { readonly environments: readonly string[] },
  ctx: Context,
): Promise<FlagState[]> {
  return Promise.all(flags.map((flag) => flagStateOf(flag, config, ctx)));
}

async function flagStateOf(
  flag: Flag,
  config: { readonly environments: readonly string[] },
  ctx: Context,
): Promise<FlagState> {
  const environments = await Promise.all(
    config.environments.flatMap((name) => {
      const entry = flag.environments[name];
      return entry ? [environmentStateOf(entry, ctx).then((state) => [name, state] as const)] : [];
    }),
  );
  const by = flag.updatedBy ?? flag.createdBy;
  return {
    slug: flag.slug,
    tags: [...(flag.tags ?? [])].sort(),
    ...(by && flag.updatedAt ? { author: { by: `Vercel user ${by}`, at: flag.updatedAt } } : {}),
    kind: flag.kind,
    state: flag.state,
    variants: await ctx.fingerprint(canonicalJson([flag.kind, flag.variants ?? [], flag.seed ?? null])),
    environments: Object.fromEntries(environments),
  };
}

/** The state holds only a fingerprint of rules and targets, because they may name people. */
async function environmentStateOf(entry: FlagEnvironment, ctx: Context): Promise<FlagState['environments'][string]> {
  const { active, ...targeting } = entry;
  return {
    active,
    rules: entry.rules.length,
    targeting: await ctx.fingerprint(canonicalJson(targeting)),
    experiment: hasExperiment(entry),
  };
}
