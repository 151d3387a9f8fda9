import { doneOf, redFacts, targets, type RollbackFacts, type Tone } from '../outcome.js';
import { writtenText } from '../rollback-report.js';
import { dateTime, html, NOTHING, section, type Markup } from './markup.js';
import { plural } from '../../runtime/text.js';

/** What a reader must know before anything else: what failed, what was lost, where the old data is. */
export function firstSection(facts: RollbackFacts, unsigned: string | null): Markup {
  const red = redFacts(facts).map(({ title, lines, how }): Fact => [
    'bad',
    title,
    ...lines.map(line),
    how === undefined ? NOTHING : html`<p class="how">${how}</p>`,
  ]);
  const all = [...red, ...calm(facts, red), ...others(facts), ...keptObjects(facts), ...circumstances(facts, unsigned)];
  const list = all.map(([tone, title, ...rest]) => html`<li class="${tone}"><strong>${title}</strong>${rest}</li>`);
  return section('first', 'What happened', [
    html`<ul class="facts">
      ${list}
    </ul>`,
  ]);
}

type Fact = readonly [tone: Tone | 'none', title: string, ...rest: readonly Markup[]];

const line = (text: string): Markup => html`<p>${text}</p>`;

/** Said only of what is proven: each change made, production verified, and nothing left to a person. */
function calm(facts: RollbackFacts, red: readonly Fact[]): Fact[] {
  if (!facts.ok || red.length > 0 || facts.manual.length > 0) return [];
  if (doneOf(facts).length === 0)
    return [['none', 'No change was needed', line('Production had no difference that the plan covers.')]];
  return [['good', 'No failure, no loss', line('Each change of the plan was made, and nothing was given up.')]];
}

function others({ manual, earlier, written }: RollbackFacts): Fact[] {
  return [
    ...(manual.length === 0
      ? []
      : [['warn', `Left to a person: ${plural(manual.length, 'change')}`, line(targets(manual))] as const]),
    ...(earlier.length === 0
      ? []
      : [
          [
            'none',
            `Done by an earlier run of this plan: ${plural(earlier.length, 'change')}`,
            line(targets(earlier)),
          ] as const,
        ]),
    ...(written.length === 0 ? [] : [['none', 'Written since', line(`${writtenText(written)}.`)] as const]),
  ];
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
    : [['warn', 'The snapshot is not signed', line(`It is unknown who made it: ${unsigned}.`)] as const]),
];

const KINDS = {
  reviewed: 'after a review',
  expedited: 'expedited, without the usual review',
  comment: 'by a comment that names the digest of the plan',
  digest: 'by typing the digest of the plan',
  none: 'no approval was required',
  'command line': 'on a command line',
  covered: 'by the approval of the mitigation, which covers its lift',
} as const;

/** Who approved what, and when. */
export function approvalSection({ approval, approved, live, timeline, reason, tookMs }: RollbackFacts): Markup {
  const start = timeline.startedAt.getTime();
  const rows: readonly (readonly [string, string | Markup])[] = [
    ['Requested by', approval.requestedBy],
    ['Approved by', approval.approvedBy.length === 0 ? 'nobody' : approval.approvedBy.join(', ')],
    ['How', KINDS[approval.kind]],
    ['Reason', reason ?? 'none given'],
    ['Plan made', `${dateTime(Date.parse(approved.createdAt))} UTC`],
    ['Approved run began', `${dateTime(start)} UTC`],
    ['notRead' in live ? 'Run ended' : 'Verification ended', `${dateTime(start + tookMs)} UTC`],
    [
      'What was approved',
      html`${plural(approved.changes.length, 'change')}, database: ${approved.database}, plan
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
