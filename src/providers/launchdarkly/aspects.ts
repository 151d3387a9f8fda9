import { canonicalJson } from '../../runtime/digest.js';
import { matchVariations } from './model.js';
import type { Serve } from './model.js';
import type { FlagState } from './state.js';

/** Names of variations: of this flag by id, of another by its key and id. */
export interface Names {
  /** The saved id of this live variation; the id itself if there is none. */
  readonly id: (flagKey: string, variation: string) => string;
  readonly label: (flagKey: string, variation: string) => string;
}

/** One part of a flag's targeting: a comparable form, and its text in a plan. */
interface Aspect {
  readonly comparable: unknown;
  readonly lines: readonly string[];
}

export const ASPECTS = ['on', 'off', 'fallthrough', 'targets', 'rules', 'prerequisites', 'events'] as const;

export type AspectName = (typeof ASPECTS)[number];

type Variations = ReadonlyMap<string, Pick<FlagState, 'variations'>>;

export function namesOf(saved: Variations, live: Variations): Names {
  const matches = new Map<string, Map<string, string>>();
  for (const [key, flag] of live) matches.set(key, matchVariations(saved.get(key)?.variations ?? [], flag.variations));
  return {
    id: (key, variation) => matches.get(key)?.get(variation) ?? variation,
    label: (key, variation) =>
      [saved.get(key), live.get(key)].flatMap((flag) => flag?.variations ?? []).find(({ id }) => id === variation)
        ?.label ?? variation,
  };
}

export function aspectsOf(flag: FlagState, id: Names['id'], names: Names): Record<AspectName, Aspect> {
  const own = (variation: string): string => id(flag.key, variation);
  const label = (variation: string): string => names.label(flag.key, variation);
  const { offVariation: off, fallthrough } = flag;
  const targets = flag.targets
    .map((each) => ({ ...each, variation: own(each.variation) }))
    .sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  return {
    on: { comparable: flag.on, lines: [flag.on ? 'on' : 'off'] },
    off: {
      comparable: off === null ? null : own(off),
      lines: [`when off: ${off === null ? 'the default in the code' : label(own(off))}`],
    },
    fallthrough: {
      comparable: fallthrough === null ? null : comparableServe(fallthrough, own),
      lines: [`default rule: ${fallthrough === null ? 'none' : serveText(fallthrough, own, label)}`],
    },
    targets: {
      comparable: targets,
      lines: targets.map((each) => `targets: ${each.count} of ${each.contextKind} → ${label(each.variation)}`),
    },
    rules: {
      // Without the summary: versions of Rewind word it differently, and the fingerprint is of all that it says.
      comparable: flag.rules.map(({ serve, fingerprint, trackEvents, disabled }) => ({
        serve: comparableServe(serve, own),
        fingerprint,
        trackEvents,
        disabled,
      })),
      lines: flag.rules.map(
        (rule, at) =>
          `rule ${at + 1}${rule.disabled ? ' (disabled)' : ''}: ${rule.summary} → ${serveText(rule.serve, own, label)}`,
      ),
    },
    prerequisites: {
      comparable: flag.prerequisites.map((each) => ({ key: each.key, variation: id(each.key, each.variation) })),
      lines: flag.prerequisites.map(
        (each) => `prerequisite: ${each.key} = ${names.label(each.key, id(each.key, each.variation))}`,
      ),
    },
    events: {
      comparable: [flag.trackEvents, flag.trackEventsFallthrough],
      lines: [`events tracked: all ${yes(flag.trackEvents)}, default rule ${yes(flag.trackEventsFallthrough)}`],
    },
  };
}

function comparableServe({ variation, rollout }: Serve, own: (id: string) => string): unknown {
  return {
    variation: variation === null ? null : own(variation),
    // A variation without a share is not served. One kind and one attribute are the default.
    rollout: rollout && {
      weights: Object.fromEntries(
        rollout.weights
          .filter(({ weight }) => weight > 0)
          .map((each): [string, number] => [own(each.variation), each.weight]),
      ),
      bucketBy: rollout.bucketBy ?? 'key',
      contextKind: rollout.contextKind ?? 'user',
      experiment: rollout.experiment,
    },
  };
}

function serveText({ variation, rollout }: Serve, own: (id: string) => string, label: (id: string) => string): string {
  if (rollout === null) return variation === null ? 'nothing' : label(own(variation));
  const parts = rollout.weights.map((each) => `${each.weight / 1000} % ${label(own(each.variation))}`);
  return parts.join(', ') + (rollout.experiment ? ' (experiment)' : '');
}

function yes(value: boolean): string {
  return value ? 'yes' : 'no';
}
