import { keyOf, type PlannedChange } from '../../engine/plan.js';
import { presentValue } from '../../engine/claim.js';
import type { Entry } from '../../incident/entry.js';
import { seconds } from '../../runtime/progress.js';
import { sentenceOf } from '../incident.js';
import { statusOf, type RollbackFacts } from '../outcome.js';
import { notEqualRows, tookOf } from '../rollback-report.js';
import { dateTime, html, link, NOTHING, section, table, type Markup } from './markup.js';

/** What happened when: the steps of this run, and what the record of the incident holds. */
export function timelineSection({ timeline, approved }: RollbackFacts, entries: readonly Entry[]): Markup {
  const start = timeline.startedAt.getTime();
  const end = Math.max(1, ...timeline.entries.map(({ to }) => to));
  const percent = (ms: number): string => ((100 * ms) / end).toFixed(1);
  const rows = [
    { at: Date.parse(approved.createdAt), cells: ['The plan was made', '', ''] },
    ...entries.map((entry) => ({
      at: Date.parse(entry.at),
      cells: [html`${sentenceOf(entry)}<small>incident record, by ${entry.by}</small>`, '', ''],
    })),
    ...timeline.entries.map(({ what, from, to }) => ({
      at: start + from,
      cells: [
        what,
        html`<span class="track"
          ><span
            class="bar"
            style="margin-left:${percent(Math.min(from, end * 0.99))}%;width:${percent(to - from)}%"
          ></span
        ></span>`,
        seconds((to - from) / 1000),
      ],
    })),
  ];
  const body = rows.sort((a, b) => a.at - b.at).map(({ at, cells }) => [dateTime(at), ...cells]);
  return section('timeline', 'Timeline (UTC)', [
    table('Timeline', ['Time', 'What', 'Share of the run', 'Took'], body, 'time'),
  ]);
}

const STATUS = {
  done: { tone: 'good', word: 'done' },
  failed: { tone: 'bad', word: 'failed' },
  uncertain: { tone: 'bad', word: 'result unknown' },
  'not-begun': { tone: 'warn', word: 'not begun' },
} as const;

/** Each change with what is now. */
export function changesSection({ outcomes, earlier, live }: RollbackFacts): Markup {
  const row = (status: keyof typeof STATUS, change: PlannedChange, took: string | Markup): (string | Markup)[] => [
    html`<span class="badge ${STATUS[status].tone}">${STATUS[status].word}</span>`,
    html`${change.target}<small>${keyOf(change)}</small>`,
    html`<span class="lines">${change.before ?? 'absent'}</span>`,
    html`<span class="lines">${presentValue(change, live) ?? 'not read again'}</span>`,
    took,
  ];
  const rows = [
    ...earlier.map((change) => row('done', change, 'earlier run')),
    ...outcomes.map(({ change, status, error, durationMs }) =>
      row(
        statusOf({ status, error }),
        change,
        html`${tookOf(status, durationMs)}${error === undefined ? NOTHING : html`<small>${error.message}</small>`}`,
      ),
    ),
  ];
  if (rows.length === 0) return NOTHING;
  return section('changes', `Changes (${rows.length})`, [
    table('Changes', ['Status', 'What', 'Before', 'Now', 'Took'], rows),
  ]);
}

/** What is proven of production, and what is not. */
export function proofSection({ claim, live }: RollbackFacts): Markup {
  const left = notEqualRows(claim);
  return section('proof', 'Proof', [
    'notRead' in live
      ? html`<p><strong>Production was not captured again after the changes:</strong> ${live.notRead}.</p>`
      : html`<p>Production was captured again after the changes: ${claim.sentence}.</p>`,
    left.length === 0
      ? NOTHING
      : table('What is not called equal', ['Resource', 'Why it is not called equal', 'What'], left),
  ]);
}

/** A checklist. Who started the run owns each step until another person takes it. */
export function nextSection(next: readonly string[], owner: string): Markup {
  if (next.length === 0) return NOTHING;
  return section('next', 'Next steps', [
    html`<p>${owner} owns each step until another person takes it.</p>`,
    html`<ul class="todo">
      ${next.map(
        (step) =>
          html`<li>
            <div>${step}<small>Owner: ${owner}</small></div>
          </li>`,
      )}
    </ul>`,
  ]);
}

export interface Contact {
  readonly name: string;
  readonly role: string;
  readonly reach: string;
}

export function contactsSection(contacts: readonly Contact[]): Markup {
  if (contacts.length === 0) return NOTHING;
  const rows = contacts.map(({ name, role, reach }) => [name, role, reach]);
  return section('contacts', 'Who to call', [table('Contacts', ['Who', 'For', 'How'], rows)]);
}

/** A page to read on. `words`: what it is. */
export interface ReportLink {
  readonly words: string;
  readonly url: string;
}

export function linksSection(links: readonly ReportLink[]): Markup {
  if (links.length === 0) return NOTHING;
  return section('links', 'Links', [
    html`<ul>
      ${links.map(({ words, url }) => html`<li>${link(words, url)}</li>`)}
    </ul>`,
  ]);
}
