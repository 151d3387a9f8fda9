import { z } from 'zod';
import type { Change } from '../../engine/provider.js';

const flag = z.strictObject({
  slug: z.string(),
  /** active or archived */
  state: z.string(),
  /** Fingerprint of kind, variants and seed. */
  variants: z.string(),
  environments: z.record(
    z.string(),
    z.strictObject({
      active: z.boolean(),
      rules: z.number().int(),
      /** Fingerprint of everything that decides what users get. */
      targeting: z.string(),
      experiment: z.boolean(),
    }),
  ),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  project: z.string(),
  flags: z.array(flag),
});

export type State = z.infer<typeof state>;
type FlagState = State['flags'][number];

export const params = z.strictObject({ slug: z.string(), off: z.boolean() });

export function plan(saved: State, live: State): Change[] {
  const slugs = [...new Set([...saved.flags, ...live.flags].map(({ slug }) => slug))].sort();
  return slugs.flatMap((slug): Change[] => {
    const wanted = saved.flags.find((entry) => entry.slug === slug);
    const now = live.flags.find((entry) => entry.slug === slug);
    if (wanted) {
      return JSON.stringify(wanted) === JSON.stringify(now) ? [] : [restored(slug, wanted, now)];
    }
    // A flag that was made since: code of the snapshot does not ask for it. Off, not deleted, so that nothing is lost.
    return now && isOn(now) ? [turnedOff(slug, now)] : [];
  });
}

const isOn = (entry: FlagState): boolean =>
  entry.state === 'active' && Object.values(entry.environments).some(({ active }) => active);

function restored(slug: string, wanted: FlagState, now: FlagState | undefined): Change {
  const experiment = Object.values(wanted.environments).some((entry) => entry.experiment);
  return {
    id: `flag:${slug}`,
    stage: 'configuration',
    action: now ? 'update' : 'create',
    target: `flag ${slug}`,
    before: now ? describe(now) : null,
    after: describe(wanted),
    effect: 'live',
    undo: now ? 'restore the pre-rollback snapshot' : `archive ${slug}`,
    warnings: [],
    params: { slug, off: false },
    ...(experiment
      ? { manual: `${slug} ran an experiment, which the API does not take back: set it in the dashboard.` }
      : {}),
  };
}

function turnedOff(slug: string, now: FlagState): Change {
  return {
    id: `flag:${slug}`,
    stage: 'configuration',
    action: 'update',
    target: `flag ${slug}, made after the snapshot`,
    before: describe(now),
    after: 'off',
    effect: 'live',
    undo: 'turn it on again',
    warnings: [],
    params: { slug, off: true },
  };
}

function describe(entry: FlagState): string {
  if (entry.state !== 'active') return entry.state;
  const parts = Object.entries(entry.environments).map(
    ([name, { active, rules, targeting }]) =>
      `${name}: ${active ? 'on' : 'off'}, ${rules} rule(s), targeting ${targeting.slice(0, 6)}`,
  );
  return [...parts, `variants ${entry.variants.slice(0, 6)}`].join('; ');
}
