import type { DataAtRisk } from '../../engine/change.js';
import { keyOf } from '../../engine/plan.js';
import { notRecovered, whyOf } from '../areas.js';
import { riskText } from '../risk.js';
import { remainingOf, verdictOf, wordsOf, writtenText, type RollbackFacts } from '../rollback-report.js';
import { dateTime, html, NOTHING, section, type Markup } from './markup.js';

type Tone = 'good' | 'warn' | 'bad';

/** The colour of the whole report. */
export function toneOf(facts: RollbackFacts): Tone {
  if (verdictOf(facts) !== 'rolled-back') return 'bad';
  return facts.claim.verdict === 'equal' && lossesOf(facts).length === 0 ? 'good' : 'warn';
}

/** What the whole run came to, in a few words. */
export function headingOf(facts: RollbackFacts): string {
  const { approved, outcomes, cancelled, watched, ok } = facts;
  const { name, done } = wordsOf(approved);
  if (!ok) return `${name} ${cancelled ? 'cancelled' : 'incomplete'}`;
  const bad = notRecovered(watched);
  if (bad.length > 0) return `${done}, but ${bad.join(' and ')} ${bad.length === 1 ? 'has' : 'have'} not recovered`;
  return outcomes.length === 0 ? 'Nothing to do' : done;
}

/** What the changes gave up, or may have given up when they failed. */
export const lossesOf = ({ outcomes }: RollbackFacts): DataAtRisk[] =>
  outcomes.flatMap(({ change, status }) => (status === 'not-begun' ? [] : (change.dataAtRisk ?? [])));

/** What a reader must know before anything else: what failed, what was lost, where the old data is. */
export function firstSection(facts: RollbackFacts, unsigned: string | null): Markup {
  const all = [...failures(facts), ...losses(facts), ...keptObjects(facts), ...circumstances(facts, unsigned)];
  const calm: Fact[] = all.some(([tone]) => tone === 'bad')
    ? []
    : [['good', 'No failure, no loss', line('Each change of the plan was made, and nothing was given up.')]];
  const sorted = [...calm, ...all].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const list = sorted.map(([tone, title, ...rest]) => html`<li class="${tone}"><strong>${title}</strong>${rest}</li>`);
  return section('first', 'What happened', [
    html`<ul class="facts">
      ${list}
    </ul>`,
  ]);
}

/** What failed and what was lost comes first. */
const ORDER: readonly Fact[0][] = ['bad', 'good', 'warn', 'none'];

type Fact = readonly [tone: Tone | 'none', title: string, ...rest: readonly Markup[]];

const line = (text: string): Markup => html`<p>${text}</p>`;

function failures({ outcomes, watched, live, manual }: RollbackFacts): Fact[] {
  const failed = outcomes.flatMap(({ change, status, error }): Fact[] =>
    status === 'failed'
      ? [
          [
            'bad',
            `Failed: ${change.target}`,
            line(error?.message ?? 'The reason is not known.'),
            error === undefined ? NOTHING : html`<p class="how">${error.remedy}</p>`,
          ],
        ]
      : [],
  );
  const open = new Set(outcomes.flatMap(({ change, status }) => (status === 'done' ? [] : [keyOf(change)])));
  const left = remainingOf(live).flatMap((change) => (open.has(keyOf(change)) ? [] : [change.target]));
  const waiting = outcomes.filter(({ status }) => status === 'not-begun');
  const broken = watched?.areas.filter(({ state }) => state === 'not-recovered') ?? [];
  return [
    ...failed,
    ...(waiting.length === 0
      ? []
      : [
          [
            'bad',
            `Not begun: ${waiting.length} change(s)`,
            targets(waiting.map(({ change }) => change.target)),
          ] as const,
        ]),
    ...broken.map((one): Fact => [
      'bad',
      `Not recovered: ${one.area}`,
      line(watched === null ? '' : whyOf(one, watched)),
    ]),
    ...(left.length === 0 ? [] : [['bad', `Still different: ${left.length} change(s)`, targets(left)] as const]),
    ...('notRead' in live ? [['bad', 'Not verified', line(live.notRead)] as const] : []),
    ...(manual.length === 0
      ? []
      : [
          [
            'warn',
            `Left to a person: ${manual.length} change(s)`,
            targets(manual.map(({ target }) => target)),
          ] as const,
        ]),
  ];
}

/** More names stand in the list of changes. */
const SHOWN = 8;
const targets = (names: readonly string[]): Markup =>
  line(
    `${names.slice(0, SHOWN).join('; ')}${names.length > SHOWN ? `; and ${names.length - SHOWN} more, see below` : ''}`,
  );

function losses(facts: RollbackFacts): Fact[] {
  const lost = lossesOf(facts);
  const kept = facts.kept.length > 0 ? ' The database from before the rollback is kept, see below.' : '';
  return [
    ...(lost.length === 0
      ? []
      : [
          [
            'bad',
            `Given up: ${lostText(lost)}`,
            ...lost.slice(0, SHOWN).map((one) => line(riskText(one))),
            line(`This was written after the snapshot, and production no longer has it.${kept}`),
          ] as const,
        ]),
    ...(facts.written.length === 0 ? [] : [['none', 'Written since', line(`${writtenText(facts.written)}.`)] as const]),
  ];
}

/** "3 rows", "at least 3 rows", "an unknown number of rows" */
export function lostText(lost: readonly DataAtRisk[]): string {
  const rows = lost.reduce((sum, one) => sum + (one.rows ?? 0), 0);
  const unknown = lost.some((one) => one.rows === null);
  if (rows === 0 && unknown) return 'an unknown number of rows';
  return `${unknown ? 'at least ' : ''}${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;
}

function keptObjects({ kept, undo, command }: RollbackFacts): Fact[] {
  const objects = kept.map(({ what, since, name, drop }): Fact => [
    'warn',
    `Kept: ${what}`,
    html`<p>
      It holds the data from before this run, since ${dateTime(Date.parse(since))} UTC. When nobody needs it:
    </p>`,
    html`<p><code>${drop}</code></p>`,
    name === undefined ? NOTHING : html`<p>or <code>${command(['recover', '--drop-database', name])}</code></p>`,
  ]);
  return undo === null ? objects : [...objects, ['none', 'It can be undone', html`<p><code>${undo}</code></p>`]];
}

const circumstances = ({ approval }: RollbackFacts, unsigned: string | null): Fact[] => [
  ...(approval.skipped === null
    ? []
    : [['warn', 'A check of the approval was skipped', line(approval.skipped)] as const]),
  ...(unsigned === null
    ? []
    : [['warn', 'The snapshot is not signed', line(`Nobody can tell who made it: ${unsigned}.`)] as const]),
];

const KINDS = {
  reviewed: 'after a review',
  expedited: 'expedited, without the usual review',
  none: 'no approval was required',
  'command line': 'on a command line',
  covered: 'by the approval of the mitigation, which covers its lift',
} as const;

/** Who approved what, and when. */
export function approvalSection({ approval, approved, timeline, reason, tookMs }: RollbackFacts): Markup {
  const start = timeline.startedAt.getTime();
  const rows: readonly (readonly [string, string | Markup])[] = [
    ['Requested by', approval.requestedBy],
    ['Approved by', approval.approvedBy.length === 0 ? 'nobody' : approval.approvedBy.join(', ')],
    ['How', KINDS[approval.kind]],
    ['Reason', reason ?? 'none given'],
    ['Plan made', `${dateTime(Date.parse(approved.createdAt))} UTC`],
    ['Approved run began', `${dateTime(start)} UTC`],
    ['Verification ended', `${dateTime(start + tookMs)} UTC`],
    [
      'What was approved',
      html`${approved.changes.length} change(s), database: ${approved.database}, plan
        <code>${approved.digest.slice(0, 12)}</code>`,
    ],
  ];
  return section('approval', 'Who approved it', [
    html`<dl class="pairs">
      ${rows.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>`,
  ]);
}
