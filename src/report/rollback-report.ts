import { describeApproval, type ApprovalRecord } from '../approval/approval-record.js';
import type { ChangeOutcome } from '../engine/apply.js';
import type { RewindError } from '../runtime/errors.js';
import type { Manifest } from '../engine/manifest.js';
import { describe, keyOf, type Plan, type PlannedChange } from '../engine/plan.js';
import { seconds } from '../runtime/progress.js';
import { escapeText, table } from './markdown.js';
import type { Timeline } from './timeline.js';

export interface RollbackFacts {
  readonly ok: boolean;
  readonly cancelled: boolean;
  readonly manifest: Manifest;
  readonly approved: Plan;
  readonly outcomes: readonly ChangeOutcome[];
  /** Changes that a new plan would contain. */
  readonly remaining: readonly PlannedChange[];
  readonly manual: readonly PlannedChange[];
  /** Ids of the snapshots that undo this rollback. */
  readonly undo: readonly string[];
  /** Those among them that hold the databases; the first one holds them as they were before the first change. */
  readonly backups: readonly string[];
  readonly timeline: Timeline;
  readonly reason: string | null;
  readonly approval: ApprovalRecord;
  /** Set if production could not be read again. */
  readonly verifyError?: RewindError | undefined;
}

export interface RollbackReport {
  readonly text: string;
  readonly markdown: string;
  readonly timeline: Timeline;
  readonly title: string;
}

const WORD = { done: 'done', failed: 'FAILED', 'not-begun': 'not begun' } as const;

/** Reports the done changes, the open changes and the next steps. */
export function rollbackReport(facts: RollbackFacts): RollbackReport {
  const title = headline(facts);
  const next = nextSteps(facts);
  return {
    title,
    timeline: facts.timeline,
    text: [title, ...lines(facts), ...next].join('\n'),
    markdown: markdown(facts, title, next),
  };
}

function headline({ ok, cancelled, manifest, outcomes, timeline }: RollbackFacts): string {
  const took = seconds(timeline.totalMs() / 1000);
  if (ok && outcomes.length === 0)
    return `Nothing to do: "${manifest.environment}" already equals snapshot ${manifest.id}.`;
  if (ok)
    return `Rolled back: "${manifest.environment}" equals snapshot ${manifest.id} again (${outcomes.length} change(s), ${took}).`;
  const done = outcomes.filter(({ status }) => status === 'done').length;
  const what = cancelled ? 'Rollback cancelled' : 'Rollback INCOMPLETE';
  return `${what}: ${done} of ${outcomes.length} change(s) done after ${took}.`;
}

function lines({ outcomes, remaining, verifyError }: RollbackFacts): string[] {
  return [
    ...outcomes.map(({ change, status, error, durationMs }) => {
      const why = error ? `: ${error.message}` : '';
      return `  ${WORD[status]}: ${change.target} (${describe(change).replaceAll('\n', '; ')}, ${seconds(durationMs / 1000)})${why}`;
    }),
    ...remaining.map((change) => `  still different: ${change.target} (${describe(change).replaceAll('\n', '; ')})`),
    ...(verifyError ? [`  could not be verified: ${verifyError.message}`] : []),
  ];
}

function nextSteps(facts: RollbackFacts): string[] {
  const { ok, outcomes, manual, undo, backups, approved, remaining, verifyError } = facts;
  const steps: string[] = [];
  if (!ok && outcomes.some(({ status }) => status !== 'done')) {
    const remedies = new Set(outcomes.flatMap(({ error }) => (error ? [error.remedy] : [])));
    steps.push(...remedies);
    steps.push(`Then run the same rollback again (digest ${approved.digest}): it skips the changes that are done.`);
  } else if (!ok && remaining.length > 0) {
    steps.push('Run "rewind plan" to see what remains, get the plan approved, and run it.');
  }
  if (verifyError) steps.push(`${verifyError.remedy} Then run "rewind verify".`);
  steps.push(...manual.map((change) => `By hand: ${change.target}: ${change.manual ?? ''}`));
  const warnings = new Set(outcomes.filter(({ status }) => status === 'done').flatMap(({ change }) => change.warnings));
  steps.push(...[...warnings].map((warning) => `Keep in mind: ${warning}`));
  const [backup] = backups;
  if (backup !== undefined) {
    steps.push(
      `Snapshot ${backup} holds the database as it was before this rollback, with every row. To bring it back: rewind plan --snapshot ${backup} --database restore`,
    );
  }
  const others = undo.filter((id) => !backups.includes(id));
  if (others.length > 0) steps.push(`To undo this rollback: rewind plan --snapshot ${others[0] ?? ''}`);
  return steps.length === 0 ? [] : ['What next:', ...steps.map((step) => `  - ${step}`)];
}

function markdown(facts: RollbackFacts, title: string, next: readonly string[]): string {
  const { outcomes, ok, reason, manifest, approved, timeline, verifyError, remaining } = facts;
  const rows = outcomes.map(({ change, status, error, durationMs }) => [
    status === 'done' ? '✅' : status === 'failed' ? '❌' : '⏸️',
    keyOf(change),
    change.target,
    change.before ?? 'absent',
    change.after ?? 'absent',
    seconds(durationMs / 1000),
    error?.message ?? '',
  ]);
  const proof = verifyError
    ? `❓ Production could not be read again: ${escapeText(verifyError.message)}`
    : remaining.length === 0
      ? '✅ Captured again: nothing differs from the snapshot.'
      : `❌ Captured again: ${remaining.length} difference(s) remain: ${escapeText(remaining.map((change) => change.target).join(', '))}`;
  const parts = [
    `## ${ok ? '✅' : '❌'} ${escapeText(title)}`,
    `${escapeText(describeApproval(facts.approval))}${reason === null ? '' : `\n\nReason: ${escapeText(reason)}`}`,
    rows.length === 0 ? '' : table(['', 'Change', 'What', 'Before', 'Now', 'Took', ''], rows),
    `### Proof\n\n${proof}`,
    next.length === 0
      ? ''
      : `### ${next[0] ?? ''}\n\n${next
          .slice(1)
          .map((line) => escapeText(line.trim()))
          .join('\n')}`,
    timeline.mermaid(),
    `Snapshot \`${manifest.id}\` of ${manifest.createdAt} (commit \`${manifest.commit ?? '-'}\`), plan digest \`${approved.digest}\`.`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
