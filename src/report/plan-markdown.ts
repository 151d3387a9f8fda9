import { describe, earlyChanges, type Plan, type PlannedChange } from '../engine/plan.js';
import type { Advice } from '../engine/database-advice.js';
import { codeSpan, details, escapeText, foldedTable, table } from '../runtime/markdown.js';
import { bytes, cutMarkdown } from '../runtime/markdown-cut.js';
import { adviceMarkdown } from './advice.js';
import {
  covered,
  mitigationOf,
  originLine,
  originNote,
  saysMode,
  sinceOf,
  toInclude,
  withDeployments,
  wouldNeed,
} from './plan-text.js';
import { riskText } from './risk.js';
import { plural } from '../runtime/text.js';

/** Rows of a table before the rest is folded. */
const ROWS = 25;

/** Bytes of a part above the changes. A longer one is cut, so that what stands beneath it is not lost. */
const PART = 300_000;

/** What the summary of a plan shows besides the plan. `circumstances` and `more` are Markdown. */
export interface PlanSurroundings {
  /** What the approver must know of the request and of the snapshot. */
  readonly circumstances?: string;
  /** What else there is to know, beneath the changes. */
  readonly more?: string;
  /** As for `planText`. */
  readonly notice?: string | null;
  /** As for `planText`. */
  readonly advice?: Advice | null;
}

/**
 * The plan for a job summary, for the approver. What the approver must not miss stands above the changes: a summary that is
 * too long for GitHub loses its end.
 */
export function planMarkdown(plan: Plan, surroundings: PlanSurroundings = {}): string {
  const { circumstances = '', more = '', notice = null, advice = null } = surroundings;
  const undo =
    plan.recovers !== undefined
      ? escapeText(withDeployments(plan.recovers))
      : plan.undoes === null
        ? ''
        : ` (undo of rollback \`${plan.undoes.slice(0, 12)}\`)`;
  const title = plan.recovers === undefined ? 'Rollback plan' : 'Recovery plan';
  const parts = [
    plan.mitigates === undefined
      ? `## ${title}: ${codeSpan(plan.environment)} → snapshot \`${plan.snapshot}\`${undo}`
      : `## Mitigation plan: ${escapeText(mitigationOf(plan, plan.mitigates))}`,
  ];
  if (notice !== null) parts.push(`⚠️ ${escapeText(notice)}`);
  parts.push(
    plan.changes.length === 0
      ? `**${notice === null ? 'Nothing to do' : 'No changes'}**: ${escapeText(covered(plan))}`
      : `**${plural(plan.changes.length, 'change')}**${saysMode(plan) ? `, database: \`${plan.database}\`` : ''}. Nothing has been changed yet.`,
  );
  parts.push(
    `Digest (the approval is for this digest): \`${plan.digest}\``,
    bounded(redFacts(plan)),
    bounded(circumstances),
  );
  if (plan.changes.length > 0) parts.push('### Changes', changesTable(plan.changes));
  if (plan.manual.length > 0) {
    parts.push(
      '### By hand',
      foldedTable(
        ['What', 'Now → then', 'What to do'],
        plan.manual.map((change) => [nameOf(change), describe(change), change.manual ?? '']),
        ROWS,
      ),
    );
  }
  const origin = originLine(plan);
  if (origin !== null) parts.push(`${plan.release === null ? '⚠️ ' : ''}${escapeText(origin)}`);
  if (advice !== null) parts.push(adviceMarkdown(advice));
  parts.push(more.trim(), stays(plan));
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const bounded = (part: string): string =>
  cutMarkdown(part, { most: PART, size: bytes, rest: 'The log of this step names them.' }).trimEnd();

const nameOf = ({ resource, target }: PlannedChange): string => `${resource}: ${target}`;

function changesTable(changes: readonly PlannedChange[]): string {
  const early = earlyChanges(changes);
  const stage = (change: PlannedChange): string =>
    change.effect !== 'live' ? 'next deployment' : early.has(change) ? 'at once' : change.stage;
  const undo = foldedTable(
    ['#', 'Undo'],
    changes.map((change, index) => [String(index + 1), change.undo ?? 'not possible']),
    ROWS,
  );
  return [
    foldedTable(
      ['#', 'What', 'Now', 'Then', 'When'],
      changes.map((change, index) => [
        String(index + 1),
        nameOf(change),
        change.before ?? 'absent',
        change.after ?? 'absent',
        stage(change),
      ]),
      ROWS,
    ),
    details('How each change is undone', undo),
  ].join('\n\n');
}

/** What an approver must not miss, the worst first: it stands above the changes. */
function redFacts(plan: Plan): string {
  const { changes } = plan;
  const red = changes.flatMap((change) => [
    ...(change.dataAtRisk ?? []).map((risk) => `- 🔴 **data at risk**: ${escapeText(riskText(risk))}`),
    ...(change.confirm === undefined
      ? []
      : [`- 🔴 the operator must type the name of the database: ${codeSpan(change.confirm)}`]),
    ...(change.undo === null ? [`- 🔴 **cannot be undone**: ${escapeText(change.target)}`] : []),
  ]);
  const others = changes.flatMap((change) =>
    [...originNote(plan, change), ...change.warnings].map(
      (warning) => `- ⚠️ **${escapeText(change.target)}**: ${escapeText(warning)}`,
    ),
  );
  const all = [...red, ...others];
  return all.length === 0 ? '' : ['### Read this before you approve', ...all].join('\n');
}

/** What the plan leaves as it is, folded. */
function stays(plan: Plan): string {
  const { notSelected, later } = plan;
  return [
    ...(notSelected.length === 0
      ? []
      : [
          details(
            `Not in this plan: ${notSelected.length}`,
            table(
              ['What', 'Now → then', 'Would need'],
              notSelected.map((change) => [nameOf(change), describe(change), wouldNeed(plan)(change)]),
            ),
          ),
        ]),
    ...(later.length === 0
      ? []
      : [
          details(
            `Changed after the ${sinceOf(plan)}; these stay: ${later.length}`,
            table(
              ['What', 'Now', 'In the snapshot', 'By whom, and how to undo it, too'],
              later.map((change) => [
                nameOf(change),
                change.before ?? 'absent',
                change.after ?? 'absent',
                toInclude(plan)(change),
              ]),
            ),
          ),
        ]),
  ].join('\n\n');
}
