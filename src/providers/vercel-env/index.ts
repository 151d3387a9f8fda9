import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { defineProvider, type Change, type PayloadSink, type PayloadSource } from '../../engine/provider.js';
import { restoreKey, VALUES } from './apply.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { plan, state, type State } from './state.js';
import { type Finding } from '../../runtime/finding.js';

async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const { variables, skipped } = await client(config, ctx).variables();
  const sorted = [...variables].sort((a, b) => `${a.key} ${a.id}`.localeCompare(`${b.key} ${b.id}`));
  await sink.write(VALUES, Buffer.from(JSON.stringify(sorted)));
  const rows = await Promise.all(
    sorted.map(async ({ target, customEnvironmentIds, value, ...rest }) => ({
      ...rest,
      target: [...target],
      customEnvironmentIds: [...customEnvironmentIds],
      value: value === null ? null : await ctx.fingerprint(value),
    })),
  );
  return {
    schemaVersion: 1,
    project: config.project,
    snapshot: ctx.snapshotId,
    rows,
    skipped: [...new Set(skipped)].sort(),
    supplied: [...new Set(sorted.map(({ key }) => key))].filter(
      (key) => ctx.env.secret(`REWIND_ENV_${key}`) !== undefined,
    ),
  };
}

async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const { variables, skipped } = await client(config, ctx).variables();
  const sensitive = variables.filter(
    ({ key, value }) => value === null && ctx.env.secret(`REWIND_ENV_${key}`) === undefined,
  );
  return [
    ...sensitive.map(({ key }): Finding => ({
      level: 'warning',
      code: 'env-sensitive',
      message: `${key} is sensitive: Vercel never gives its value back. If a deploy changes or deletes it, a snapshot cannot restore it.`,
      remedy: `Keep the value where the rollback job can read it, as the secret REWIND_ENV_${key}.`,
    })),
    ...(skipped.length === 0
      ? []
      : [
          {
            level: 'info' as const,
            code: 'env-skipped',
            message: `Not captured, because Vercel or an integration manages them: ${[...new Set(skipped)].sort().join(', ')}.`,
          },
        ]),
  ];
}

async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const { key } = z.object({ key: z.string() }).parse(change.params);
  await restoreKey(key, client(config, ctx), ctx, source);
}

export default defineProvider<Config, State>({ id: 'vercel-env', state, check, capture, plan, apply });
