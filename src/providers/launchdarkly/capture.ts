import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import type { PayloadSource } from '../../engine/provider.js';
import type { Config } from './config.js';
import { PAYLOAD, payload, type Flag, type Rule, type Variation } from './model.js';
import type { FlagState, State } from './state.js';

export async function stateOf(config: Config, ctx: Context, flags: readonly Flag[]): Promise<State> {
  return {
    schemaVersion: 1,
    project: config.project,
    environment: config.environment,
    flags: await Promise.all(flags.map((flag) => flagStateOf(ctx, flag))),
  };
}

async function flagStateOf(ctx: Context, flag: Flag): Promise<FlagState> {
  const { targeting } = flag;
  return {
    key: flag.key,
    archived: flag.archived,
    kind: flag.kind,
    variations: await Promise.all(
      flag.variations.map(async (variation) => ({
        id: variation.id,
        label: labelOf(variation),
        value: await mark(ctx, variation.value),
        texts: await mark(ctx, [variation.name, variation.description]),
      })),
    ),
    on: targeting.on,
    version: targeting.version,
    offVariation: targeting.offVariation,
    fallthrough: targeting.fallthrough,
    targets: await Promise.all(
      targeting.targets.map(async ({ contextKind, variation, values }) => ({
        contextKind,
        variation,
        count: values.length,
        mark: await mark(ctx, values),
      })),
    ),
    rules: await Promise.all(
      targeting.rules.map(async (rule) => ({
        serve: rule.serve,
        summary: summaryOf(rule),
        mark: await mark(ctx, [rule.clauses, rule.description]),
        trackEvents: rule.trackEvents,
        disabled: rule.disabled,
      })),
    ),
    prerequisites: targeting.prerequisites,
    trackEvents: targeting.trackEvents,
    trackEventsFallthrough: targeting.trackEventsFallthrough,
  };
}

async function mark(ctx: Context, value: unknown): Promise<string> {
  // Booleans and nothings tell no secret, and there are many: they need no slow fingerprint.
  const text = canonicalJson(value);
  return ['true', 'false', 'null', '[null,null]'].includes(text) ? text : ctx.fingerprint(text);
}

/** Booleans and short numbers say themselves; other values may be secrets and are not shown. */
function labelOf({ id, value, name }: Variation): string {
  if (name !== null && name !== '') return name.slice(0, 60);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return 'a number';
  return `${typeof value === 'string' ? 'a text' : 'JSON'} (variation ${id.slice(0, 8)})`;
}

function summaryOf({ clauses }: Rule): string {
  return clauses
    .map(({ contextKind, attribute, op, negate, values }) => {
      const who = contextKind === 'user' ? attribute : `${contextKind}.${attribute}`;
      return `${who} ${negate ? 'not ' : ''}${op} (${values.length} value${values.length === 1 ? '' : 's'})`;
    })
    .join(' and ');
}

/** The sealed flags of the snapshot. @throws RewindError snapshot-corrupt */
export async function savedFlags(ctx: Context, source: PayloadSource): Promise<Flag[]> {
  const bytes = await source.read(PAYLOAD);
  try {
    return payload.parse(JSON.parse(bytes.toString('utf8'))).flags;
  } catch (error) {
    throw new RewindError('snapshot-corrupt', `payload ${PAYLOAD} does not hold the flags of LaunchDarkly`, {
      resource: ctx.resource,
      cause: error,
    });
  }
}
