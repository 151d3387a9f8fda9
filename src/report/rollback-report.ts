import { isOvertaken } from '../engine/as-planned.js';
import { isLeft } from '../channels/beside.js';
import { withCommands } from '../cli/command-line.js';
import { describeApproval } from '../approval/approval-record.js';
import type { ChangeOutcome } from '../engine/apply.js';
import { presentValue, type Claim } from '../engine/claim.js';
import type { DataAtRisk } from '../engine/change.js';
import { describe, keyOf, type PlannedChange } from '../engine/plan.js';
import { isOfStore } from '../runtime/error-codes.js';
import { seconds } from '../runtime/progress.js';
import { plural, textOf } from '../runtime/text.js';
import { areasMarkdown, areasText, notRecovered } from './areas.js';
import { details, escapeText, foldedTable, remark } from '../runtime/markdown.js';
import { untoldLines } from './notify.js';
import { planAgain } from './plan-again.js';
import {
  doneOf,
  headingOf,
  meanwhileText,
  redFacts,
  againText,
  remainingOf,
  statusOf,
  titleOf,
  toneOf,
  unrecordedText,
  wordsOf,
  type RedFact,
  type RollbackFacts,
} from './outcome.js';

export interface RollbackReport {
  readonly text: string;
  readonly markdown: string;
  readonly title: string;
  /** What a person does next, whole sentences. */
  readonly next: readonly string[];
}

const NEXT = 'What next:';

const WORD = { done: 'done', failed: 'FAILED', uncertain: 'RESULT UNKNOWN', 'not-begun': 'not begun' } as const;

/** Reports the done changes, the open changes and the next steps. */
export function rollbackReport(facts: RollbackFacts): RollbackReport {
  const title = titleOf(facts);
  const next = nextSteps(facts);
  return {
    title,
    next,
    text: textOf([title, ...lines(facts), ...(next.length === 0 ? [] : [NEXT, ...next.map((step) => `  - ${step}`)])]),
    markdown: markdown(facts, title, next),
  };
}

function lines(facts: RollbackFacts): string[] {
  const { outcomes, earlier, live, ok, claim, written, watched, told, meanwhile } = facts;
  const unrecorded = unrecordedText(facts);
  return [
    ...earlier.map((change) => `  done by an earlier run: ${change.target} (${oneLine(describe(change))})`),
    ...outcomes.map(({ change, status, error, durationMs }) => {
      const why = error ? `: ${error.message}` : '';
      const word = WORD[statusOf({ status, error })];
      return `  ${word}: ${change.target} (${oneLine(describe(change))}, ${seconds(durationMs / 1000)})${why}`;
    }),
    ...meanwhile.map((one) => `  Went live meanwhile: ${oneLine(meanwhileText(one))}`),
    ...remainingOf(live).map((change) => `  still different: ${change.target} (${oneLine(describe(change))})`),
    ...('notRead' in live
      ? []
      : live.failures.map(({ resource, message }) => `  not verified: ${resource ?? 'a resource'}: ${message}`)),
    ...(written.length === 0 ? [] : [`  ${writtenText(written)}`]),
    // The title of a success is the claim.
    ...(ok ? [] : [`  ${'notRead' in live ? live.notRead : claim.sentence}`]),
    ...(watched === null ? [] : areasText(watched)),
    ...untoldLines(told).map((line) => `  ${oneLine(line)}`),
    ...(unrecorded === null ? [] : [`  ${oneLine(unrecorded)}`]),
  ];
}

const oneLine = (text: string): string => text.replaceAll('\n', '; ');

/** "At least 3 rows were written since by the application: public.orders (3)" */
export function writtenText(written: readonly DataAtRisk[]): string {
  const rows = written.reduce((sum, { rows: count }) => sum + (count ?? 0), 0);
  const tables = written.map(({ what, rows: count }) => (count === null ? what : `${what} (${count})`)).join(', ');
  return `${rows === 0 ? 'Rows were' : `At least ${plural(rows, 'row was', 'rows were')}`} written since by the application: ${tables}`;
}

function nextSteps(facts: RollbackFacts): string[] {
  const { ok, cancelled, outcomes, earlier, manual, undo, kept, approved, live, command } = facts;
  const steps: string[] = [];
  const name = wordsOf(approved).name.toLowerCase();
  const remaining = new Set(remainingOf(live).map(keyOf));
  const made = doneOf(facts).filter((change) => !remaining.has(keyOf(change)));
  if (cancelled) {
    steps.push(`Run the same ${name} again (digest ${approved.digest}): it goes on where this run stopped.`);
  } else if (!ok && outcomes.some(({ status }) => status !== 'done')) {
    const remedies = new Set(
      outcomes.flatMap(({ change, error }) => (error ? [`${change.resource}: ${error.remedy}`] : [])),
    );
    steps.push(...remedies);
    steps.push(
      outcomes.some(({ error }) => error !== undefined && isOvertaken(error))
        ? `To see what remains: "${command(planAgain(approved, null, made))}". The same ${name} is refused while the changed value is live.`
        : `Then run the same ${name} again (digest ${approved.digest}): it skips the changes that are done.`,
    );
    const failed = new Set(outcomes.filter(({ error }) => error).map(({ change }) => change.resource));
    const free = outcomes.flatMap(({ change, status }) =>
      status === 'not-begun' && !failed.has(change.resource) ? [change] : [],
    );
    // Another plan needs the same store.
    const needsStore = outcomes.some(({ error }) => error !== undefined && isOfStore(error.code));
    if (free.length > 0 && !needsStore && approved.recovers === undefined && approved.mitigates === undefined) {
      steps.push(
        `To apply what was not begun without the rest: ${command(planAgain(approved, free))}. Then get that plan approved.`,
      );
    }
  } else if (!ok && remainingOf(live).length > 0) {
    steps.push(
      `Run "${command(planAgain(approved, null, made))}" to see what remains, get the plan approved, and run it.`,
    );
  }
  const broken = ok ? notRecovered(facts.watched) : [];
  if (broken.length > 0) {
    steps.push(
      `A probe of ${broken.join(' and ')} still fails. What is verified: ${facts.claim.sentence}. Look at the services that production uses, and at what the snapshot does not hold.`,
      `To watch again, run the same ${name} again (digest ${approved.digest}): it skips the changes that are done.`,
    );
  }
  if ('notRead' in live) steps.push(`Run "${command(['verify'])}" to see what production is now.`);
  else steps.push(...new Set(live.failures.map(({ remedy }) => `${remedy} Then run "${command(['verify'])}".`)));
  steps.push(...manual.map((change) => `By hand: ${change.target}: ${change.manual ?? ''}`));
  const warnings = doneOf(facts).flatMap(({ resource, target, warnings: of }) =>
    of.map((warning) => `Keep in mind for ${resource} (${target}): ${warning}`),
  );
  steps.push(...new Set(warnings));
  steps.push(
    ...kept.map(({ what, since, name, drop }) => {
      const way = name === undefined ? drop : command(['recover', '--drop-database', name]);
      return `Kept since ${since}: ${what}. When nobody needs it: ${way}`;
    }),
  );
  if (facts.unrecorded !== null) steps.push(againText(facts));
  if (facts.told !== null && isLeft(facts.told)) {
    steps.push(`To send the messages that were not sent: ${facts.told.way}`);
  }
  if (undo !== null) {
    // A restore beside production replaces no data: what it made is not in the snapshot that an undo returns to.
    const stays = doneOf(facts).flatMap(({ database, target, undo: own }) =>
      database === 'restore' && own?.includes('rewind undo') === false
        ? [`It does not undo ${target}. To undo that: ${own}`]
        : [],
    );
    const hasData = [...earlier, ...outcomes.map(({ change }) => change)].some(
      ({ database }) => database !== undefined,
    );
    const data = hasData && stays.length === 0 ? ', data included' : '';
    steps.push([`To undo this ${name}${data}: ${undo}`, ...stays].join('. '));
  }
  return steps.map((step) => withCommands(step, command));
}

/** Why a resource is not among the equal ones, for a reader. */
export const WHY: Readonly<Record<Claim['differs'][number]['reason'], string>> = {
  changed: 'differs',
  'by-hand': 'must be restored by hand',
  'database-mode': 'left as it is by choice',
  'database-by-hand': 'left as it is: only a person can restore it',
  later: 'kept: it was changed later',
  'out-of-scope': 'not compared: out of scope',
  'not-in-snapshot': 'not compared: not in the snapshot',
  'not-configured': 'not compared: not in the configuration',
  'other-object': 'not compared: the configuration is another one',
  unreadable: 'not compared: could not be read again',
  'unreadable-value': 'not compared: a value cannot be read',
};

/** Rows of a table before the rest is folded. */
const ROWS = 25;

function markdown(facts: RollbackFacts, title: string, next: readonly string[]): string {
  const { reason, manifest, approved, timeline, claim, written, watched, told } = facts;
  const red = redFacts(facts);
  const parts = [
    `## ${ICON[toneOf(facts)]} ${escapeText(headingOf(facts))}`,
    escapeText(title),
    red.map((fact) => `- 🔴 ${redLine(fact)}`).join('\n'),
    `${escapeText(describeApproval(facts.approval))}${reason === null ? '' : `\n\nReason:${remark(reason)}`}`,
    untoldLines(told)
      .map((line) => `- ⚠️ ${escapeText(oneLine(line))}`)
      .join('\n'),
    next.length === 0 ? '' : `### ${NEXT}\n\n${next.map((step) => `- ${escapeText(step)}`).join('\n')}`,
    outcomesTable(facts),
    `### Proof\n\n${proofLine(facts)}`,
    written.length === 0 ? '' : escapeText(`${writtenText(written)}.`),
    notEqualTable(claim),
    watched === null ? '' : areasMarkdown(watched),
    details('Timeline', timeline.markdown()),
    `Snapshot \`${manifest.id}\` of ${manifest.createdAt} (commit \`${manifest.commit ?? '-'}\`), plan digest \`${approved.digest}\`.`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const ICON = { good: '✅', warn: '🟡', bad: '❌' } as const;

const redLine = ({ title, lines: of, how }: RedFact): string =>
  escapeText(oneLine(`${title}: ${[...of, ...(how === undefined ? [] : [how])].map(withStop).join(' ')}`));
const withStop = (text: string): string => (/[.!?:]$/.test(text) ? text : `${text}.`);

function proofLine({ claim, live }: RollbackFacts): string {
  const read = 'notRead' in live ? 'Production was NOT captured again' : 'Captured again';
  return `${PROOF_ICON[claim.verdict]} ${read}: ${escapeText(claim.sentence)}.`;
}

function outcomesTable({ outcomes, earlier, live }: RollbackFacts): string {
  const row = (icon: string, change: PlannedChange, took: string): string[] => [
    icon,
    `${change.resource}: ${change.target}`,
    change.before ?? 'absent',
    presentValue(change, live) ?? 'not read again',
    took,
  ];
  const rows = [
    ...earlier.map((change) => row('✅', change, 'earlier run')),
    ...outcomes.map(({ change, status, error, durationMs }) =>
      row(STATUS[statusOf({ status, error })], change, tookOf(status, durationMs)),
    ),
  ];
  return rows.length === 0 ? '' : foldedTable(['', 'What', 'Before', 'Now', 'Took'], rows, ROWS);
}
const STATUS = { done: '✅', failed: '❌', uncertain: '❓', 'not-begun': '⏸️' } as const;

/** How long a change took: "4.8 s". */
export const tookOf = (status: ChangeOutcome['status'], durationMs: number): string =>
  status === 'not-begun' ? '–' : seconds(durationMs / 1000);

/** What is not called equal: resources, why, what. Those with the same reason and text are in one row. */
export function notEqualRows({ differs, notCompared }: Claim): string[][] {
  const rows = new Map<string, string[]>();
  for (const { resource, reason, detail } of [...differs, ...notCompared]) {
    const key = `${reason} ${detail}`;
    const [ids] = rows.get(key) ?? [];
    rows.set(key, [ids === undefined ? resource : `${ids}, ${resource}`, WHY[reason], detail]);
  }
  return [...rows.values()];
}

function notEqualTable(claim: Claim): string {
  const rows = notEqualRows(claim);
  return rows.length === 0 ? '' : foldedTable(['Resource', 'Why it is not called equal', 'What'], rows, ROWS);
}

const PROOF_ICON = { equal: '✅', 'partly-compared': '🟡', differs: '🟡', 'not-compared': '❓' } as const;
