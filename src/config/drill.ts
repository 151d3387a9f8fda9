import { z } from 'zod';

const minutes = z.number().positive().max(525_600);

/** The section `drill` of rewind.yml. */
export const drillConfig = z
  .strictObject({
    targets: z
      .strictObject({
        'rto-minutes': minutes
          .optional()
          .describe('Longest time from the decision to a verified rollback, the usual wait for the approval included.'),
        'rpo-minutes': minutes
          .optional()
          .describe(
            'Greatest age of the newest snapshot that passed its last drill. Without a target, it is only measured.',
          ),
      })
      .prefault({})
      .describe('What a drill must reach.'),
    preview: z
      .url({ protocol: /^https?$/, error: 'must be an address like https://preview.example.com' })
      .optional()
      .describe(
        'Address of a deployment without production data. All HTTP probes run there, also those that write. Without it, those that only read run on the permanent address of the saved deployment.',
      ),
  })
  .prefault({})
  .describe('The rehearsal of a rollback.');
