import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import type { PayloadSink } from '../../engine/payload.js';
import { LaunchDarklyClient } from './client.js';
import type { Config } from './config.js';
import { PAYLOAD, type Flag, type Rule, type Variation } from './model.js';
import type { FlagState, State } from './state.js';
import { cutText, plural } from '../../runtime/text.js';

/** Reads the targeting of every flag in one environment, with the flags' variations and archive. */
export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const client = new LaunchDarklyClient(config, ctx);
  const found = client.environment();
  // Awaited below: what the list of flags says of a wrong key or token is more exact.
  found.catch(() => undefined);
  const flags = await client.flags();
  const { _id: environmentId } = await found;
  if (sink.purpose === 'snapshot') await sink.write(PAYLOAD, Buffer.from(JSON.stringify({ flags })));
  const { project, environment } = config;
  return { schemaVersion: 1, project, environment, environmentId, flags: await statesOf(ctx, flags) };
}

/** What the manifest says of flags. */
export const statesOf = (ctx: Context, flags: readonly Flag[]): Promise<FlagState[]> =>
  Promise.all(flags.map((flag) => flagStateOf(ctx, flag)));

async function flagStateOf(ctx: Context, flag: Flag): Promise<FlagState> {
  const { targeting } = flag;
  return {
    key: flag.key,
    archived: flag.archived,
    tags: flag.tags,
    kind: flag.kind,
    variations: await variationStatesOf(ctx, flag.variations),
    on: targeting.on,
    version: targeting.version,
    offVariation: targeting.offVariation,
    fallthrough: targeting.fallthrough,
    targets: await Promise.all(
      targeting.targets.map(async ({ contextKind, variation, values }) => ({
        contextKind,
        variation,
        count: values.length,
        fingerprint: await fingerprintOf(ctx, values),
      })),
    ),
    rules: await Promise.all(
      targeting.rules.map(async (rule) => ({
        serve: rule.serve,
        summary: summaryOf(rule),
        fingerprint: await fingerprintOf(ctx, [rule.clauses, rule.description]),
        trackEvents: rule.trackEvents,
        disabled: rule.disabled,
      })),
    ),
    prerequisites: targeting.prerequisites,
    trackEvents: targeting.trackEvents,
    trackEventsFallthrough: targeting.trackEventsFallthrough,
  };
}

/** What the manifest says of variations. */
export function variationStatesOf(ctx: Context, variations: readonly Variation[]): Promise<FlagState['variations']> {
  return Promise.all(
    variations.map(async (variation) => ({
      id: variation.id,
      label: labelOf(variation),
      value: await fingerprintOf(ctx, variation.value),
      texts: await fingerprintOf(ctx, [variation.name, variation.description]),
    })),
  );
}

async function fingerprintOf(ctx: Context, value: unknown): Promise<string> {
  // Booleans and null hold no secrets and are frequent, so they skip the slow fingerprint.
  const text = canonicalJson(value);
  return ['true', 'false', 'null', '[null,null]'].includes(text) ? text : ctx.fingerprint(text);
}

/** A name or a boolean value; other values may be secrets. */
function labelOf({ id, value, name }: Variation): string {
  if (name !== null && name !== '') return cutText(name, 60);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return 'a number';
  return `${typeof value === 'string' ? 'a text' : 'JSON'} (variation ${id.slice(0, 8)})`;
}

function summaryOf({ clauses }: Rule): string {
  return clauses
    .map(({ contextKind, attribute, op, negate, values }) => {
      const who = contextKind === 'user' ? attribute : `${contextKind}.${attribute}`;
      return `${who} ${negate ? 'not ' : ''}${op} (${plural(values.length, 'value')})`;
    })
    .join(' and ');
}
