import { z } from 'zod';
import type { Context } from '../runtime/context.js';
import { type Json, jsonValue } from '../runtime/json.js';

/**
 * A reversible change that reduces the effect of an incident. `flags-off`: the named flags, and those with one of the tags.
 * `maintenance`: users get a page that says so. `flag`: the flag that the application asks for it. `item`: the same in an
 * Edge Config. Without both, a deployment that was made ahead takes production. `scale-up`: more capacity, never less.
 */
export type Measure =
  | { readonly kind: 'flags-off'; readonly flags: readonly string[]; readonly tags: readonly string[] }
  | {
      readonly kind: 'maintenance';
      readonly flag?: string;
      readonly item?: { readonly key: string; readonly value: Json };
    }
  | { readonly kind: 'scale-up'; readonly min?: number; readonly max?: number };
/** A measure as a plan holds it. */
export const measureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flags-off'), flags: z.array(z.string()), tags: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('maintenance'),
    flag: z.string().exactOptional(),
    item: z.strictObject({ key: z.string(), value: jsonValue }).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('scale-up'),
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
  }),
]) satisfies z.ZodType<Measure>;
export const MEASURES = ['flags-off', 'maintenance', 'scale-up'] as const satisfies readonly Measure['kind'][];

/** What a mitigation wants of one resource. */
export interface Eased<State> {
  /** The live state with the measure. Equal to it if the measure is already in effect. */
  readonly desired: State;
  /** Flags and tags that the measure names and the resource does not have. Another resource of the measure may have them. */
  readonly unknown: readonly string[];
  /** What keeps this resource from the measure, as a sentence. It stops the plan, whatever other resources can do. */
  readonly impossible?: readonly string[];
}

/** What a measure uses later. `made`: it was not there before. */
export interface Prepared {
  readonly id: string;
  readonly made: boolean;
}

/** How a provider eases an incident. Its `plan` and `apply` do the rest, and an undo returns to the state before. */
export interface Mitigation<Config, State> {
  readonly kinds: readonly Measure['kind'][];
  /**
   * What a measure needs besides the live state, e.g. the id of the deployment for maintenance. Read-only. It stands in the
   * plan, so it holds no secret.
   * @throws RewindError with what is missing and how to make it
   */
  facts?(config: Config, ctx: Context, measure: Measure): Promise<Readonly<Record<string, Json>>>;
  /**
   * Makes ahead what the measure needs, beside production. Idempotent.
   * @param page for maintenance: a whole HTML document; null: a plain one
   */
  prepare?(config: Config, ctx: Context, page: string | null): Promise<Prepared>;
  /** Objects of which only a part is as a measure makes them, e.g. a flag that is off in one of two environments. Pure. */
  partly?(live: State): readonly string[];
  /**
   * The state as it was asked for, where the service may fail to give it. It decides whether somebody changed an object since
   * the measure. Pure.
   */
  settled?(state: State): State;
  /** Pure. */
  ease(config: Config, live: State, measure: Measure, facts: Readonly<Record<string, Json>>): Eased<State>;
}
