import { defineCommand } from '../cli/command.js';
import { text, type CommonInputs, type Flag } from '../cli/flags.js';
import type { Session } from '../cli/session.js';
import { readText } from '../config/read-text.js';
import { deployState } from '../readiness/windows/index.js';
import type { Sample, Traffic } from '../readiness/windows/traffic.js';
import { escapeText, table } from '../runtime/markdown.js';
import { dateText } from '../report/snapshots.js';
import { RewindError } from '../runtime/errors.js';
import { toJson } from '../runtime/json.js';
import { DAY_MS } from '../runtime/progress.js';
import { plural, textOf } from '../runtime/text.js';

const HOUR_MS = DAY_MS / 24;
/** Days of CloudFront's metrics that are read: each hour of the week four times. */
const DAYS = 28;

const distribution: Flag<string | null> = {
  ...text('id', 'Suggest quiet hours from the requests to this CloudFront distribution in the last 28 days.'),
  allowed: 'the id of a distribution like E2QWRUHAPOMQZL',
  parse: (given) => (/^E[A-Z0-9]{6,30}$/.test(given) ? given : undefined),
};

/** Shows the calendar, and suggests quiet hours from measured traffic. */
export default defineCommand({
  name: 'windows',
  summary: 'Show whether deploys are allowed now, and suggest hours with little traffic. Changes nothing.',
  flags: {
    requests: text('file', 'Suggest quiet hours from this CSV file: lines of time,requests. A time needs its offset.'),
    distribution,
  },
  examples: ['windows', 'windows --requests traffic.csv', 'windows --distribution E2QWRUHAPOMQZL'],
  notes: [
    'Exit status 0 also if deploys are not allowed ("closed"): "guard" and "snapshot" stop a deploy, with status 3.',
  ],
  verdicts: ['open', 'closed'],
  async run(session) {
    const { config } = await session.open();
    const state =
      config.windows === undefined
        ? { open: true, why: 'The configuration has no "windows": deploys are allowed at any time.' }
        : await deployState(config.windows, session.context.clock.now());
    const source = await samplesOf(session);
    const timezone = config.windows?.timezone ?? 'UTC';
    const traffic =
      source === null
        ? null
        : (await import('../readiness/windows/traffic.js')).quietHours(
            source.samples,
            { timezone, open: config.windows?.open },
            source.name,
          );
    const rows = traffic === null ? [] : rowsOf(traffic);
    const where = `${config.windows?.open === undefined ? 'of the week' : 'inside the deploy windows'}, ${timezone}`;
    const lines = traffic === null || source === null ? [] : [basisOf(traffic, source.name)];
    const heading =
      traffic === null
        ? []
        : rows.length === 0
          ? [`No two hours in a row ${where}, have values.`]
          : [`The quietest hours ${where}:`];
    return {
      exit: 0,
      json: toJson({ ...state, timezone, ...(traffic === null ? {} : { source: source?.name, ...traffic }) }),
      text: textOf([
        state.why,
        ...heading,
        ...rows.map(
          ([when, requests, share]) =>
            `  ${when}: ${requests} ${requests === '1' ? 'request' : 'requests'} an hour, ${share} of the average hour`,
        ),
        ...lines,
      ]),
      summary: [
        `## ${escapeText(state.why)}`,
        ...heading.map(escapeText),
        ...(rows.length === 0 ? [] : [table(['Hours', 'Requests an hour', 'Of the average hour'], rows)]),
        ...lines.map(escapeText),
      ].join('\n\n'),
      outputs: { verdict: state.open ? 'open' : 'closed' },
    };
  },
});

type Inputs = CommonInputs & { readonly requests: string | null; readonly distribution: string | null };

/** @returns null if no traffic was given */
async function samplesOf(session: Session<Inputs>): Promise<{ name: string; samples: Sample[] } | null> {
  const { inputs, context } = session;
  if (inputs.requests !== null && inputs.distribution !== null) {
    throw new RewindError('input-invalid', 'Give --requests or --distribution, not both.');
  }
  if (inputs.requests !== null) {
    const { parseTraffic } = await import('../readiness/windows/traffic.js');
    return {
      name: inputs.requests,
      samples: parseTraffic(inputs.requests, readCsv(inputs.requests, session.path(inputs.requests))),
    };
  }
  if (inputs.distribution === null) return null;
  const { hourlyRequests } = await import('../services/aws/cloudwatch.js');
  // The last hour is not over, and CloudFront's metrics come minutes late.
  const to = new Date(Math.floor(context.clock.now().getTime() / HOUR_MS - 1) * HOUR_MS);
  const from = new Date(to.getTime() - DAYS * DAY_MS);
  const name = `CloudFront's metric Requests of ${inputs.distribution}`;
  return { name, samples: await hourlyRequests(context, inputs.distribution, from, to) };
}

function readCsv(name: string, absolute: string): string {
  try {
    return readText(name, absolute);
  } catch (error) {
    if (!(error instanceof RewindError)) throw error;
    throw new RewindError('input-invalid', error.message, { cause: error, remedy: 'Correct the file of --requests.' });
  }
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

const rowsOf = ({ quiet }: Traffic): [string, string, string][] =>
  quiet.map(({ day, from, to, requests, share }) => [
    `${day} ${from} to ${to}`,
    whole(requests),
    `${Math.round(share * 100)} %`,
  ]);

function basisOf({ basis: { from, to, hours, missing, seen, requests } }: Traffic, name: string): string {
  const often =
    seen === 0
      ? 'Not every hour of the week was seen.'
      : `Each hour of the week was seen ${plural(seen, 'time')} or more.`;
  return `Based on ${whole(hours)} hours from ${dateText(from)} to ${dateText(to)} in ${name}, with ${plural(Math.round(requests), 'request')} in the average hour. ${plural(missing, 'hour has no value and does', 'hours have no value and do')} not count. ${often}`;
}
