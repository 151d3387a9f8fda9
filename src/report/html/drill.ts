import type { DrillRecord, DrillVerdict } from '../../engine/drill-record.js';
import { age } from '../../runtime/progress.js';
import {
  drillTitle,
  HISTORY_HEAD,
  historyRows,
  lasting,
  OUTCOME_WORDS,
  rowsText,
  rpoText,
  recoveryTime,
  rtoText,
  VERDICT_WORDS,
  type DrillFacts,
} from '../drill.js';
import { trendOption } from './drill-chart.js';
import { html, NOTHING, raw, section, table, type Markup } from './markup.js';
import { STYLE } from './style.js';

const HEIGHT = 220;
const TONES: Readonly<Record<DrillVerdict, string>> = {
  passed: 'good',
  failed: 'bad',
  unverified: 'warn',
  'target-missed': 'bad',
};

/** One file without scripts or external resources. */
export async function drillPage(facts: DrillFacts): Promise<string> {
  const { record, notes } = facts;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>Drill ${VERDICT_WORDS[record.verdict]}: ${record.environment}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          ${hero(facts)} ${checks(facts)} ${times(record)} ${await trend(facts)}
          ${section('notes', 'Also', [
            notes.length === 0
              ? NOTHING
              : html`<ul>
                  ${notes.map((one) => html`<li>${one}</li>`)}
                </ul>`,
          ])}
          <footer>Drill <code>${record.id}</code>.</footer>
        </main>
      </body>
    </html> `.toString();
}

function hero({ record }: DrillFacts): Markup {
  const tile = (name: string, value: string): Markup =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<header class="hero ${TONES[record.verdict]}">
    <p class="eyebrow">${record.kind} of ${record.environment}, ${record.startedAt.slice(0, 10)}</p>
    <h1>Drill ${VERDICT_WORDS[record.verdict]}</h1>
    <p class="lead">${drillTitle({ record })}</p>
    <p>${rtoText(record)}</p>
    <p>${rpoText(record)}</p>
    <dl class="tiles">
      ${[
        tile('Recovery time', recoveryTime(record)),
        tile('Wait for approval', record.waitMs === null ? 'not measured' : lasting(record.waitMs)),
        tile('Recovery point', record.rpoMs === null ? 'not known' : age(record.rpoMs)),
        tile('Rows since', record.rowsSince === null ? 'not known' : rowsText(record.rowsSince)),
      ]}
    </dl>
  </header>`;
}

const BADGES = { passed: 'good', failed: 'bad', unverified: 'warn', 'not-configured': 'none' } as const;

const checks = ({ checks: all }: DrillFacts): Markup =>
  section('checks', 'Checks', [
    table(
      'Checks',
      ['Result', 'Resource', 'Check', 'Found'],
      all.map(({ outcome, resource, title, findings }) => [
        html`<span class="badge ${BADGES[outcome]}">${OUTCOME_WORDS[outcome]}</span>`,
        resource,
        title,
        findings.map(({ message, remedy }) => `${message} ${remedy ?? ''}`.trim()).join(' '),
      ]),
    ),
  ]);

const times = ({ phases }: DrillRecord): Markup =>
  section('times', 'Time by phase', [
    table(
      'Time by phase',
      ['Phase', 'Took'],
      phases.map(({ name, ms }) => [name, lasting(ms)]),
      'numbers',
    ),
  ]);

/** The chart needs two points. Each number in it stands in the table. */
async function trend(facts: DrillFacts): Promise<Markup> {
  const all = [...facts.earlier, facts.record];
  const figure =
    all.length < 2
      ? NOTHING
      : html`<figure role="img" aria-label="Recovery time and recovery point of the last drills, in minutes">
          ${raw((await import('./chart.js')).drawn(HEIGHT, trendOption(all)))}
        </figure>`;
  return section('history', 'The last drills', [figure, table('The last drills', HISTORY_HEAD, historyRows(facts))]);
}
