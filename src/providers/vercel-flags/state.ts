import { z } from 'zod';

const flag = z.strictObject({
  slug: z.string(),
  /** For the selection in a mitigation; not compared. */
  tags: z.array(z.string()),
  /** The user who wrote it last, and when; not compared. */
  author: z.strictObject({ by: z.string(), at: z.number() }).exactOptional(),
  /** boolean, string … Also in the fingerprint `variants`; snapshots of earlier versions do not show it. */
  kind: z.string().exactOptional(),
  /** active or archived */
  state: z.string(),
  /** Fingerprint of kind, variants and seed. */
  variants: z.string(),
  environments: z.record(
    z.string(),
    z.strictObject({
      active: z.boolean(),
      rules: z.number().int(),
      /** Fingerprint of all fields except `active` that affect evaluation. */
      targeting: z.string(),
      experiment: z.boolean(),
    }),
  ),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  project: z.string(),
  flags: z.array(flag),
  /** Set in the goal of a mitigation that turns flags on, never in a snapshot: no sealed value is needed. */
  switched: z.literal(true).exactOptional(),
});

export type State = z.infer<typeof state>;
export type FlagState = State['flags'][number];

/** The part of a change that `apply` reads. `restore` also needs the saved flag. */
export const params = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('restore'), slug: z.string() }),
  z.strictObject({ kind: z.literal('turn-off'), slug: z.string() }),
  z.strictObject({ kind: z.literal('turn-on'), slug: z.string() }),
  z.strictObject({ kind: z.literal('disable-new'), slug: z.string() }),
]);
export type Params = z.infer<typeof params>;

/** The environments that were captured, sorted; empty also if there was no flag. */
export const environmentsOf = ({ flags }: Pick<State, 'flags'>): string[] =>
  [...new Set(flags.flatMap(({ environments }) => Object.keys(environments)))].sort();

/** Active, and on in a captured environment. */
export function isOn({ state: lifecycle, environments }: FlagState): boolean {
  return lifecycle === 'active' && Object.values(environments).some(({ active }) => active);
}
