import { isLeft, type Told } from '../channels/beside.js';
import { describeApproval, type ApprovalRecord } from '../approval/approval-record.js';
import type { ChangeOutcome } from '../engine/apply.js';
import { presentValue, type Claim, type ClaimFacts } from '../engine/claim.js';
import type { Manifest } from '../engine/manifest.js';
import type { DataAtRisk } from '../engine/change.js';
import type { KeptObject } from '../engine/capabilities.js';
import { describe, keyOf, planKind, type Plan, type PlannedChange } from '../engine/plan.js';
import type { PlanKind } from '../engine/vocabulary.js';
import { seconds } from '../runtime/progress.js';
import { textOf } from '../runtime/text.js';
import { areasClause, areasMarkdown, areasText, notRecovered, type WatchedAreas } from './areas.js';
import { details, escapeText, foldedTable } from '../runtime/markdown.js';
import { untoldLines } from './notify.js';
import type { Timeline } from './timeline.js';

/** The comparison after the changes, or why there is none. */
export type Reread = ClaimFacts['live'];

export interface RollbackFacts {
  readonly ok: boolean;
  readonly cancelled: boolean;
  readonly manifest: Manifest;
  readonly approved: Plan;
  readonly outcomes: readonly ChangeOutcome[];
  /** Production as it was read after the changes. */
  readonly live: Reread;
  readonly claim: Claim;
  /** What the application wrote after the restore, by table. */
  readonly written: readonly DataAtRisk[];
  readonly manual: readonly PlannedChange[];
  /** The command that undoes this rollback; null if it changed nothing. */
  readonly undo: string | null;
  /** A command line of this program, from its words. */
  readonly command: (words: readonly string[]) => string;
  /** Id of the snapshot that holds the state before it; null if it changed nothing. */
  readonly before: string | null;
  /** What it put aside. */
  readonly kept: readonly (KeptObject & { readonly resource: string })[];
  readonly timeline: Timeline;
  /** Milliseconds from the start to the end of the verification. */
  readonly tookMs: number;
  /** What the probes say of each area; null: none is configured, or they did not run. */
  readonly watched: WatchedAreas | null;
  /** What became of the messages to the channels; null: there was nothing to tell. */
  readonly told: Told | null;
  readonly reason: string | null;
  readonly approval: ApprovalRecord;
}

export interface RollbackReport {
  readonly text: string;
  readonly markdown: string;
  readonly title: string;
  /** What a person does next, whole sentences. */
  readonly next: readonly string[];
}

const NEXT = 'What next:';

/** What a plan is called. */
export const wordsOf = (plan: Plan): { readonly name: string; readonly done: string } => WORDS[planKind(plan)];
const WORDS = {
  rollback: { name: 'Rollback', done: 'Rolled back' },
  undo: { name: 'Undo', done: 'Undone' },
  recovery: { name: 'Recovery', done: 'Recovered' },
  mitigation: { name: 'Mitigation', done: 'Mitigated' },
  lift: { name: 'Lift', done: 'Lifted' },
} as const satisfies Record<PlanKind, { name: string; done: string }>;

const WORD = { done: 'done', failed: 'FAILED', 'not-begun': 'not begun' } as const;

/** Reports the done changes, the open changes and the next steps. */
export function rollbackReport(facts: RollbackFacts): RollbackReport {
  const title = headline(facts);
  const next = nextSteps(facts);
  return {
    title,
    next,
    text: textOf([title, ...lines(facts), ...(next.length === 0 ? [] : [NEXT, ...next.map((step) => `  - ${step}`)])]),
    markdown: markdown(facts, title, next),
  };
}

/** `not-recovered`: production equals the snapshot, and a probe proves that an area does not work. */
export const verdictOf = ({ ok, watched }: RollbackFacts): 'rolled-back' | 'not-recovered' | 'incomplete' =>
  !ok ? 'incomplete' : notRecovered(watched).length > 0 ? 'not-recovered' : 'rolled-back';

function headline({ ok, cancelled, claim, outcomes, tookMs, approved, watched }: RollbackFacts): string {
  const took = seconds(tookMs / 1000);
  const sentence = `${claim.sentence}${areasClause(watched)}`;
  const byHand = claim.differs.some(({ reason }) => reason === 'by-hand');
  if (ok && outcomes.length === 0) return `${byHand ? 'Nothing was changed' : 'Nothing to do'}: ${sentence}.`;
  if (ok)
    return `${wordsOf(approved).done}${byHand ? ' in part' : ''}: ${sentence} (${outcomes.length} change(s), ${took}).`;
  const done = outcomes.filter(({ status }) => status === 'done').length;
  const what = `${wordsOf(approved).name} ${cancelled ? 'cancelled' : 'INCOMPLETE'}`;
  return `${what}: ${done} of ${outcomes.length} change(s) done after ${took}.`;
}

/** Changes that a new plan would contain; none if production was not read again. */
export const remainingOf = (live: Reread): readonly PlannedChange[] => ('notRead' in live ? [] : live.plan.changes);

function lines({ outcomes, live, ok, claim, written, watched, told }: RollbackFacts): string[] {
  return [
    ...outcomes.map(({ change, status, error, durationMs }) => {
      const why = error ? `: ${error.message}` : '';
      return `  ${WORD[status]}: ${change.target} (${oneLine(describe(change))}, ${seconds(durationMs / 1000)})${why}`;
    }),
    ...remainingOf(live).map((change) => `  still different: ${change.target} (${oneLine(describe(change))})`),
    ...(written.length === 0 ? [] : [`  ${writtenText(written)}`]),
    // The title of a success is the claim.
    ...(ok ? [] : [`  ${'notRead' in live ? live.notRead : claim.sentence}`]),
    ...(watched === null ? [] : areasText(watched)),
    ...untoldLines(told).map((line) => `  ${oneLine(line)}`),
  ];
}

const oneLine = (text: string): string => text.replaceAll('\n', '; ');

/** "At least 3 row(s) were written since by the application: public.orders (3)" */
export function writtenText(written: readonly DataAtRisk[]): string {
  const rows = written.reduce((sum, { rows: count }) => sum + (count ?? 0), 0);
  const tables = written.map(({ what, rows: count }) => (count === null ? what : `${what} (${count})`)).join(', ');
  return `${rows === 0 ? 'Rows' : `At least ${rows} row(s)`} were written since by the application: ${tables}`;
}

function nextSteps(facts: RollbackFacts): string[] {
  const { ok, cancelled, outcomes, manual, undo, kept, approved, live, command } = facts;
  const steps: string[] = [];
  if (cancelled) {
    steps.push(`Run the same rollback again (digest ${approved.digest}): it goes on where this run stopped.`);
  } else if (!ok && outcomes.some(({ status }) => status !== 'done')) {
    const remedies = new Set(
      outcomes.flatMap(({ change, error }) => (error ? [`${change.resource}: ${error.remedy}`] : [])),
    );
    steps.push(...remedies);
    steps.push(`Then run the same rollback again (digest ${approved.digest}): it skips the changes that are done.`);
    const failed = new Set(outcomes.filter(({ error }) => error).map(({ change }) => change.resource));
    const waiting = new Set(
      outcomes.filter(({ status }) => status === 'not-begun').map(({ change }) => change.resource),
    );
    const free = [...waiting].filter((id) => !failed.has(id));
    if (free.length > 0 && approved.recovers === undefined && approved.mitigates === undefined) {
      steps.push(
        `To apply what was not begun without the rest: ${command(['plan', '--scope', free.join(',')])}. Then get that plan approved.`,
      );
    }
  } else if (!ok && remainingOf(live).length > 0) {
    const again = approved.mitigates !== undefined ? 'mitigate' : approved.recovers === undefined ? 'plan' : 'recover';
    steps.push(`Run "${command([again])}" to see what remains, get the plan approved, and run it.`);
  }
  const broken = ok ? notRecovered(facts.watched) : [];
  if (broken.length > 0) {
    steps.push(
      `${approved.mitigates?.lifts === false ? 'The measure is in effect' : 'Production equals the snapshot'}, and a probe of ${broken.join(' and ')} still fails. Look at the services that production uses, and at what the snapshot does not hold.`,
      `To watch again, run the same rollback again (digest ${approved.digest}): it skips the changes that are done.`,
    );
  }
  if ('notRead' in live) steps.push(`Run "${command(['verify'])}" to see what production is now.`);
  else steps.push(...new Set(live.failures.map(({ remedy }) => `${remedy} Then run "${command(['verify'])}".`)));
  steps.push(...manual.map((change) => `By hand: ${change.target}: ${change.manual ?? ''}`));
  const warnings = outcomes.flatMap(({ status, change: { resource, target, warnings: of } }) =>
    status === 'done' ? of.map((warning) => `Keep in mind for ${resource} (${target}): ${warning}`) : [],
  );
  steps.push(...new Set(warnings));
  steps.push(
    ...kept.map(({ what, since, name, drop }) => {
      const way = name === undefined ? drop : command(['recover', '--drop-database', name]);
      return `Kept since ${since}: ${what}. When nobody needs it: ${way}`;
    }),
  );
  if (facts.told !== null && isLeft(facts.told)) {
    steps.push(`To send the messages that were not sent: ${command(['notify', facts.told.incident])}`);
  }
  if (undo !== null) {
    // A restore beside production replaces no data: what it made is not in the snapshot that an undo returns to.
    const stays = outcomes.flatMap(({ status, change }) =>
      status === 'done' && change.database === 'restore' && change.undo?.includes('rewind undo') === false
        ? [`It does not undo ${change.target}. To undo that: ${change.undo}`]
        : [],
    );
    const hasData = outcomes.some(({ change }) => change.database !== undefined);
    const data = hasData && stays.length === 0 ? ', data included' : '';
    steps.push([`To undo this ${wordsOf(approved).name.toLowerCase()}${data}: ${undo}`, ...stays].join('. '));
  }
  return steps;
}

/** Why a resource is not among the equal ones, for a reader. */
export const WHY: Readonly<Record<Claim['differs'][number]['reason'], string>> = {
  changed: 'differs',
  'by-hand': 'must be restored by hand',
  'database-mode': 'left as it is by choice',
  later: 'kept: it was changed after the deploy',
  'out-of-scope': 'not compared: out of scope',
  'not-in-snapshot': 'not compared: not in the snapshot',
  'not-configured': 'not compared: not in the configuration',
  unreadable: 'not compared: could not be read again',
  'unreadable-value': 'not compared: a value cannot be read',
};

/** Rows of a table before the rest is folded. */
const ROWS = 25;

function markdown(facts: RollbackFacts, title: string, next: readonly string[]): string {
  const { reason, manifest, approved, timeline, claim, written, watched, told } = facts;
  const red = redFacts(facts);
  const parts = [
    `## ${verdictOf(facts) === 'rolled-back' ? '✅' : '❌'} ${escapeText(title)}`,
    red.length === 0 ? '' : red.map((line) => `- 🔴 ${escapeText(line)}`).join('\n'),
    `${escapeText(describeApproval(facts.approval))}${reason === null ? '' : `\n\nReason: ${escapeText(reason)}`}`,
    untoldLines(told)
      .map((line) => `- ⚠️ ${escapeText(oneLine(line))}`)
      .join('\n'),
    next.length === 0 ? '' : `### ${NEXT}\n\n${next.map((step) => `- ${escapeText(step)}`).join('\n')}`,
    outcomesTable(facts),
    `### Proof\n\n${PROOF_ICON[claim.verdict]} Captured again: ${escapeText(claim.sentence)}.`,
    written.length === 0 ? '' : escapeText(`${writtenText(written)}.`),
    notEqualTable(claim),
    watched === null ? '' : areasMarkdown(watched),
    details('Timeline', timeline.mermaid()),
    `Snapshot \`${manifest.id}\` of ${manifest.createdAt} (commit \`${manifest.commit ?? '-'}\`), plan digest \`${approved.digest}\`.`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What is not as it must be, the failures first. */
function redFacts({ outcomes, live, watched }: RollbackFacts): string[] {
  const notBegun = outcomes.filter(({ status }) => status === 'not-begun').length;
  return [
    ...outcomes.flatMap(({ change, status, error }) =>
      status === 'failed' ? [`Failed: ${keyOf(change)}: ${error?.message ?? 'no reason is known'}`] : [],
    ),
    ...(notBegun === 0 ? [] : [`Not begun: ${notBegun} of ${outcomes.length} change(s)`]),
    ...('notRead' in live ? [`Not proven: ${live.notRead}`] : []),
    ...remainingOf(live).map((change) => `Still different: ${keyOf(change)}: ${oneLine(describe(change))}`),
    ...notRecovered(watched).map((area) => `Does not work: ${area}`),
  ];
}

function outcomesTable({ outcomes, live }: RollbackFacts): string {
  if (outcomes.length === 0) return '';
  const head = ['', 'What', 'Before', 'Now', 'Took'];
  const rows = outcomes.map(({ change, status, durationMs }) => [
    status === 'done' ? '✅' : status === 'failed' ? '❌' : '⏸️',
    `${change.resource}: ${change.target}`,
    change.before ?? 'absent',
    presentValue(change, live) ?? 'not read again',
    seconds(durationMs / 1000),
  ]);
  return foldedTable(head, rows, ROWS);
}

function notEqualTable({ differs, notCompared }: Claim): string {
  const left = [...differs, ...notCompared];
  if (left.length === 0) return '';
  const rows = left.map(({ resource, reason, detail }) => [resource, WHY[reason], detail]);
  return foldedTable(['Resource', 'Why it is not called equal', 'What'], rows, ROWS);
}

const PROOF_ICON = { equal: '✅', 'partly-compared': '🟡', differs: '🟡', 'not-compared': '❓' } as const;
