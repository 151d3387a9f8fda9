import type { RewindConfig } from '../../config/schema.js';
import type { Flag, InputsOf } from '../../cli/flags.js';
import type { Found } from './find.js';
import { INIT_FLAGS, type ActionRef } from './flags.js';
import type { NeedFlag } from './needs.js';
import { published } from './published.js';
import type { Choices } from './proposal.js';

export type InitInputs = InputsOf<typeof INIT_FLAGS>;

/** Flags and answers together. An answer comes only for a flag that was not given. */
export function choicesOf(
  inputs: InitInputs,
  answers: ReadonlyMap<NeedFlag, string>,
  found: Found,
  existing: RewindConfig | null,
  home: ActionRef | null = published(),
): Choices {
  const answer = <T>(flag: NeedFlag, { parse }: Flag<T | null>): T | null => {
    const text = answers.get(flag);
    return text === undefined || text === '' ? null : (parse(text) ?? null);
  };
  const environment = existing?.environment ?? inputs.environment ?? environmentOf(found.workflows.environments);
  const without = new Set(inputs.without ?? []);
  return {
    environment,
    planEnvironment: inputs.planEnvironment ?? `${environment}-plan`,
    store: storeOf(existing) ?? inputs.store ?? { kind: 'artifact' },
    action: inputs.action ?? answer('action', INIT_FLAGS.action) ?? home,
    answers: {
      vercel: inputs.vercel ?? answer('vercel', INIT_FLAGS.vercel),
      edgeConfig: without.has('edge-config')
        ? null
        : (inputs.edgeConfig ?? answer('edge-config', INIT_FLAGS['edge-config'])),
      launchdarkly: without.has('launchdarkly')
        ? null
        : (inputs.launchdarkly ?? answer('launchdarkly', INIT_FLAGS.launchdarkly)),
      unleash: without.has('unleash') ? null : (inputs.unleash ?? answer('unleash', INIT_FLAGS.unleash)),
      region: inputs.region ?? answer('region', INIT_FLAGS.region),
      distributions: inputs.cloudfront ?? [],
    },
    without,
    url: inputs.url,
    workflows: inputs.workflows,
  };
}

function storeOf(existing: RewindConfig | null): Choices['store'] | null {
  if (existing === null) return null;
  const { store } = existing;
  if (store.kind === 's3') return { kind: 's3', bucket: store.bucket, region: store.region };
  return store.kind === 'directory' ? { kind: 'directory', path: store.path } : { kind: 'artifact' };
}

/** The environment of production by the names in the workflows; "production" if they do not tell. */
function environmentOf(names: readonly string[]): string {
  const likely = names.filter((name) => /^prod/i.test(name) && !/-(plan|deploy|lift|expedited)$/.test(name));
  return (
    likely.find((name) => name === 'production') ?? (likely.length === 1 ? (likely[0] ?? 'production') : 'production')
  );
}
