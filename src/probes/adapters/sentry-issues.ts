import { z } from 'zod';
import { newestIssues } from '../../services/sentry/client.js';
import { notWatched } from '../not-watched.js';
import type { AlertSample, ProbeAdapter } from '../probe.js';
import { runQuestion, shortText } from '../question.js';
import { sentryFields } from '../sentry-fields.js';
import { serviceFields } from '../service-fields.js';

const NAME = 'new issues';
const MOST = 100;

export const config = z.strictObject({
  ...serviceFields('content', 60),
  adapter: z.literal('sentry-issues').describe('Issues that Sentry did not know when the baseline was taken.'),
  ...sentryFields,
  query: z
    .string()
    .max(500)
    .default('is:unresolved')
    .describe("Sentry's search, e.g. is:unresolved level:error firstRelease:latest."),
});
export type Config = z.output<typeof config>;

/** Sentry numbers issues in ascending order. The baseline keeps the newest of all; a search may find others later. */
export const adapter: ProbeAdapter<Config> = {
  id: 'sentry-issues',
  kind: 'alert',
  config,
  run: (entry, tick, context) =>
    runQuestion(tick, context, async (ctx, at) => {
      const quiet: AlertSample = { kind: 'alert', at, name: NAME, firing: false };
      if (tick.baseline === null) {
        const [newest] = await newestIssues(ctx, entry, '', 1);
        return { samples: [quiet], facts: { newest: newest?.id ?? '0' } };
      }
      const known = tick.baseline?.newest;
      if (known === undefined) {
        const message = 'The baseline does not know the issues, so none can be called new.';
        return { samples: [], errors: [{ at, reason: 'not-watched', message }] };
      }
      const found = (await newestIssues(ctx, entry, entry.query, MOST)).filter(({ id }) => Number(id) > Number(known));
      const [first] = found;
      if (first === undefined) return { samples: [quiet] };
      const more = found.length === 1 ? '' : `${found.length}${found.length === MOST ? ' or more' : ''} new issues. `;
      const detail = shortText(ctx, `${more}${first.shortId}, ${first.level}: ${first.title}`);
      return { samples: [{ ...quiet, firing: true, detail }] };
    }),
  inspect: (entry, ctx) =>
    notWatched(entry, 'The list of issues', ctx, async () => {
      await newestIssues(ctx, entry, entry.query, 1);
      return [];
    }),
};
