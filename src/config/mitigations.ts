import { z } from 'zod';
import type { Measure } from '../engine/measure.js';
import { resourceId } from '../runtime/fields.js';

const common = {
  id: resourceId,
  resources: z.array(resourceId).min(1).describe('Resources that support the measure.'),
  minutes: z
    .number()
    .int()
    .min(1)
    .max(10_080)
    .default(60)
    .describe('After this many minutes "mitigate --lift-expired" lifts it without a person.'),
};
const names = z.array(z.string().min(1).max(256)).max(200);

/** A measure that is prepared before an incident. */
export const mitigationConfig = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...common,
      kind: z.literal('flags-off').describe('Turns feature flags off.'),
      flags: names.default([]).describe('Keys of flags.'),
      tags: names.default([]).describe('Every flag with one of these tags, too.'),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('maintenance').describe('Users get a maintenance page.'),
      flag: z.string().min(1).max(256).exactOptional().describe('Key of the flag that the application asks for it.'),
      item: z
        .strictObject({ key: z.string().min(1).describe('Its key.'), value: z.json().describe('Its value.') })
        .exactOptional()
        .describe('The item of an Edge Config that the application asks for it.'),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('scale-up').describe('More capacity, never less.'),
      min: z.number().positive().exactOptional().describe('Capacity at least.'),
      max: z.number().positive().exactOptional().describe('Limit of the capacity.'),
    }),
  ])
  .superRefine((measure, context) => {
    const { kind } = measure;
    const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
    if (kind === 'flags-off' && measure.flags.length + measure.tags.length === 0)
      refuse('must have flags, tags, or both');
    if (kind === 'maintenance' && measure.flag !== undefined && measure.item !== undefined)
      refuse('must have flag or item, not both');
    if (kind === 'scale-up' && measure.min === undefined && measure.max === undefined)
      refuse('must have min, max, or both');
  });
export type MitigationConfig = z.infer<typeof mitigationConfig>;

/** What the engine does for it. */
export function measureOf(config: MitigationConfig): Measure {
  switch (config.kind) {
    case 'flags-off':
      return { kind: config.kind, flags: config.flags, tags: config.tags };
    case 'maintenance': {
      const { kind, flag, item } = config;
      return { kind, ...(flag === undefined ? {} : { flag }), ...(item === undefined ? {} : { item }) };
    }
    case 'scale-up': {
      const { kind, min, max } = config;
      return { kind, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
    }
  }
}
