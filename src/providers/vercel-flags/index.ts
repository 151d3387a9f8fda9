import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { defineProvider, type PayloadSink } from '../../engine/provider.js';
import { apply, FLAGS } from './apply.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { hasExperiment, type Flag } from './model.js';
import { plan, state, type State } from './state.js';
import { type Finding } from '../../runtime/finding.js';

export { turnOff, type FlagSelection } from './apply.js';

async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const flags = (await client(config, ctx).flags()).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  await sink.write(FLAGS, Buffer.from(JSON.stringify(flags)));
  return {
    schemaVersion: 1,
    project: config.project,
    flags: await Promise.all(flags.map((one) => stateOf(one, config, ctx))),
  };
}

/** Rules and targets may name people: a fingerprint stands for them. */
async function stateOf(one: Flag, config: Config, ctx: Context): Promise<State['flags'][number]> {
  const environments = await Promise.all(
    config.environments.flatMap((name) => {
      const entry = one.environments[name];
      if (!entry) return [];
      return [
        ctx
          .fingerprint(canonicalJson(entry))
          .then(
            (targeting) =>
              [
                name,
                { active: entry.active, rules: entry.rules.length, targeting, experiment: hasExperiment(entry) },
              ] as const,
          ),
      ];
    }),
  );
  return {
    slug: one.slug,
    state: one.state,
    variants: await ctx.fingerprint(canonicalJson([one.kind, one.variants ?? [], one.seed ?? null])),
    environments: Object.fromEntries(environments),
  };
}

async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const flags = await client(config, ctx).flags();
  return flags
    .filter((one) =>
      config.environments.some((name) => one.environments[name] && hasExperiment(one.environments[name])),
    )
    .map(({ slug }) => ({
      level: 'warning',
      code: 'flag-experiment',
      message: `Flag ${slug} runs an experiment: its targeting can be read, but not written back.`,
      remedy: 'Note its settings; after a rollback set them in the dashboard.',
    }));
}

export default defineProvider<Config, State>({ id: 'vercel-flags', state, check, capture, plan, apply });
