import { z } from 'zod';
import { objectKeyOf } from './three-way.js';

/** A mitigation that was in effect when a snapshot was taken: the snapshot holds what it changed as it made it. */
export const mitigatedSchema = z.strictObject({
  /** Digest of its plan. */
  plan: z.string(),
  /** What it is called in texts. */
  name: z.string(),
  /** Id of the resource. */
  resource: z.string(),
  /** What was as the mitigation made it; null: that could not be read. */
  objects: z.array(z.strictObject({ id: z.string(), target: z.string() })).nullable(),
});
export type Mitigated = z.infer<typeof mitigatedSchema>;

/** Objects named in one line. */
const NAMED = 5;

/** `the mitigation flags-off "checkout-off" (0123456789ab): Flag "checkout", Flag "banner"` */
export function mitigatedText({ plan, name, resource, objects }: Mitigated): string {
  const targets = objects?.map(({ target }) => target) ?? null;
  const more = (targets?.length ?? 0) - NAMED;
  const what =
    targets === null
      ? `"${resource}" (which objects could not be read)`
      : `${targets.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `the mitigation ${name} (${plan.slice(0, 12)}): ${what}`;
}

/** The objects (`resource/object`) of all of them. */
export const mitigatedKeys = (all: readonly Mitigated[]): ReadonlySet<string> =>
  new Set(all.flatMap(({ resource, objects }) => (objects ?? []).map(({ id }) => objectKeyOf(resource, id))));
