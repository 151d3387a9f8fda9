import type { PayloadSink } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { client, type Variable } from './client.js';
import type { Config } from './config.js';
import { coveredBy } from './covered.js';
import { state, type Row, type State } from './state.js';
import { inOrder } from '../../runtime/text.js';

export const VALUES = 'variables.json';

export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const { variables, skipped, beside } = await client(config, ctx).variables();
  const sorted = [...variables].sort((a, b) => inOrder(`${a.key} ${a.id}`, `${b.key} ${b.id}`));
  await sink.write(VALUES, Buffer.from(JSON.stringify(sorted)));
  const isComparison = sink.purpose === 'compare';
  // A variable that is gone needs its value too: only the snapshot names it.
  const before = isComparison ? (state.safeParse(sink.saved).data?.rows ?? []) : [];
  return {
    schemaVersion: 1,
    project: config.project,
    snapshot: ctx.snapshotId,
    covered: coveredBy(config),
    rows: await rowsOf(sorted, ctx),
    skipped: [...new Set(skipped)].sort(),
    supplied: [...new Set([...sorted, ...before].map(({ key }) => key))].filter(
      (key) => ctx.env.secret(`REWIND_ENV_${key}`) !== undefined,
    ),
    ...(isComparison
      ? {
          beside: beside.map((place) => ({
            ...place,
            target: [...place.target],
            customEnvironmentIds: [...place.customEnvironmentIds],
          })),
        }
      : {}),
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
