import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { secretReference } from '../../runtime/fields.js';
import { createGitHub, type GitHub } from '../../services/github/client.js';
import {
  ALERT_SOURCES,
  openAlerts,
  SEVERITIES,
  type AlertSource,
  type SecurityAlert,
} from '../../services/github/security-alerts.js';
import { notWatched } from '../not-watched.js';
import type { ProbeAdapter, ProbeRun } from '../probe.js';
import { errorOf, runQuestion, shortText, type Answers } from '../question.js';
import { serviceFields } from '../service-fields.js';

export const config = z.strictObject({
  ...serviceFields('security', 120),
  adapter: z.literal('github-security').describe('Security alerts of the repository that came after the baseline.'),
  alerts: z
    .array(z.enum(ALERT_SOURCES))
    .min(1)
    .default(['code-scanning', 'dependabot'])
    .describe('Sources. secret-scanning needs a token of a GitHub App or of a person.'),
  severity: z.enum(SEVERITIES).default('high').describe('Lowest severity that counts. A secret always counts.'),
  token: secretReference.optional().describe('Token that reads the alerts. Default: GITHUB_TOKEN.'),
});
export type Config = z.output<typeof config>;

/** Alerts of the default branch that are open and were not there when the baseline was taken. */
export const adapter: ProbeAdapter<Config> = {
  id: 'github-security',
  kind: 'alert',
  config,
  run: (entry, tick, context) =>
    runQuestion(tick, context, async (ctx, at) => {
      const github = open(entry, ctx);
      const answers = await Promise.all(
        entry.alerts.map(async (source): Promise<Answers> => {
          try {
            const alerts = await openAlerts(github, source);
            const facts = { [source]: newestOf(alerts) };
            return {
              ...answerOf(entry, ctx, { at, source, alerts }, tick.baseline === null ? facts : tick.baseline),
              facts,
            };
          } catch (error) {
            return { samples: [], errors: [errorOf(ctx, error, at)] };
          }
        }),
      );
      return {
        samples: answers.flatMap(({ samples }) => samples),
        errors: answers.flatMap(({ errors = [] }) => errors),
        facts: Object.fromEntries(answers.flatMap(({ facts = {} }) => Object.entries(facts))),
      };
    }),
  inspect: async (entry, ctx) => {
    const github = open(entry, ctx);
    const found = await Promise.all(
      entry.alerts.map((source) =>
        notWatched(entry, `The list of ${source} alerts`, ctx, async () => {
          await openAlerts(github, source);
          return [];
        }),
      ),
    );
    return found.flat();
  },
};

const open = ({ token }: Config, ctx: Context): GitHub =>
  createGitHub(ctx, token === undefined ? undefined : ctx.env.resolve(token, ctx.resource), 0);

const newestOf = (alerts: readonly SecurityAlert[]): string =>
  String(Math.max(0, ...alerts.map(({ number }) => number)));

interface Read {
  readonly at: number;
  readonly source: AlertSource;
  readonly alerts: readonly SecurityAlert[];
}

/** @param known the newest alert of each source when the baseline was taken */
function answerOf({ severity }: Config, ctx: Context, { at, source, alerts }: Read, known: ProbeRun['facts']): Answers {
  const newest = known?.[source];
  if (newest === undefined) {
    const message = `The baseline does not know the ${source} alerts, so none can be called new.`;
    return { samples: [], errors: [{ at, reason: 'not-watched', message }] };
  }
  const lowest = SEVERITIES.indexOf(severity);
  const found = alerts.filter((one) => one.number > Number(newest) && SEVERITIES.indexOf(one.severity) >= lowest);
  const [first] = found;
  const sample = { kind: 'alert', at, name: `${source} alerts`, firing: first !== undefined } as const;
  if (first === undefined) return { samples: [sample] };
  const more = found.length === 1 ? '' : `${found.length} new alerts. `;
  const detail = shortText(ctx, `${more}#${first.number}, ${first.severity}: ${first.title}`);
  return { samples: [{ ...sample, detail }] };
}
