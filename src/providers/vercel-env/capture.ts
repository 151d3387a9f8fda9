import type { PayloadSink } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { client, type Variable } from './client.js';
import type { Config } from './config.js';
import type { Row, State } from './state.js';
import { inOrder } from '../../runtime/text.js';

export const VALUES = 'variables.json';

export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const { variables, skipped } = await client(config, ctx).variables();
  const sorted = [...variables].sort((a, b) => inOrder(`${a.key} ${a.id}`, `${b.key} ${b.id}`));
  await sink.write(VALUES, Buffer.from(JSON.stringify(sorted)));
  return {
    schemaVersion: 1,
    project: config.project,
    snapshot: ctx.snapshotId,
    rows: await rowsOf(sorted, ctx),
    skipped: [...new Set(skipped)].sort(),
    supplied: [...new Set(sorted.map(({ key }) => key))].filter(
      (key) => ctx.env.secret(`REWIND_ENV_${key}`) !== undefined,
    ),
  };
}

/** What the manifest says of variables. */
export function rowsOf(variables: readonly Variable[], ctx: Context): Promise<Row[]> {
  return Promise.all(
    variables.map(async ({ target, customEnvironmentIds, value, ...rest }) => ({
      ...rest,
      target: [...target],
      customEnvironmentIds: [...customEnvironmentIds],
      value: value === null ? null : await ctx.fingerprint(value),
    })),
  );
}
