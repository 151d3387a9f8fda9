import { contactsAt } from '../../config/contacts-now.js';
import type { Chosen } from '../../cli/choose.js';
import { commandLine } from '../../cli/command-line.js';
import { busyFindings } from '../../cli/environment-lock.js';
import type { InputsOf } from '../../cli/flags.js';
import type { Project, Session } from '../../cli/session.js';
import { snapshotRows } from '../../cli/snapshot-rows.js';
import { planJobFindings } from '../../approval/environments.js';
import { howToType, isDigestRule } from '../../approval/typed-digest.js';
import { waitingFindings } from '../../approval/waiting.js';
import { approvalsSoFar, assertEnvironment, assertProtected, chooseApproval } from '../../approval/gate.js';
import { PAGE } from '../../engine/history.js';
import { assertConfirmed, confirmationsOf, confirmWords } from '../../engine/confirmation.js';
import type { Manifest } from '../../engine/manifest.js';
import { afterApprovals, type Plan } from '../../engine/plan.js';
import type { Resource } from '../../engine/resources.js';
import type { Advice } from '../../engine/database-advice.js';
import { forSnapshot } from '../../runtime/create-context.js';
import { assertNothingInTheWay, backupObstacles, lookAhead } from './obstacles.js';
import { planStyle } from './plan-style.js';
import type { ApprovalKind } from '../../engine/vocabulary.js';
import type { Trust } from '../../engine/trust.js';
import { approverMarkdown, peopleMarkdown, type ApproverFacts } from '../../report/approver.js';
import {
  deployFlagsJson,
  deployFlagsMarkdown,
  deployFlagsText,
  type ShownDeployFlags,
} from '../../report/deploy-flags.js';
import { findingsMarkdown, findingsText, type ResourceFinding } from '../../report/findings.js';
import { planMarkdown } from '../../report/plan-markdown.js';
import { planText } from '../../report/plan-text.js';
import { snapshotsMarkdown, snapshotsText } from '../../report/snapshots.js';
import { writeOutput } from '../../runtime/files.js';
import type { Finding } from '../../runtime/finding.js';
import { takenBackMarkdown, type TakenBack } from '../../report/taken-back.js';
import { toJson } from '../../runtime/json.js';
import { planFlags } from './plan-flags.js';
import { assertPlanPlace } from './plan-place.js';

const TITLE = 'The last snapshots';

type PlanSession = Session<InputsOf<typeof planFlags>>;

export interface PlanFacts {
  readonly manifest: Manifest;
  readonly trust: Trust;
  readonly resources: readonly Resource[];
  readonly cautions: readonly Finding[];
  /** The snapshots of the store, if one of them was chosen; null for an undo. */
  readonly chosen: Chosen | null;
  /** What the reader must know before the plan. */
  readonly notice: string | null;
  /** What the plan does not bring back, and what earlier rollbacks left. */
  readonly findings: readonly ResourceFinding[];
  /** The flags of the deploy that the plan takes back; absent or null: not asked for. */
  readonly flags?: ShownDeployFlags | null;
  /** What the plan takes back; absent or null: not asked for. */
  readonly taken?: TakenBack | null;
  /** What to know before the choice of a database mode; null if there is no choice. */
  readonly advice: Advice | null;
}

/** @returns what the approver should know of the environments. @throws RewindError as the gate; input-invalid for --plan */
export async function assertMayPlan(session: PlanSession, project: Project): Promise<readonly Finding[]> {
  assertEnvironment(session, project);
  await assertPlanPlace(session.path(session.inputs.plan));
  return [
    ...(await assertProtected(session, project)),
    ...(await waitingFindings(session)),
    ...(session.run === null
      ? []
      : await planJobFindings(session.context, project.config, session.inputs.planEnvironment)),
  ];
}

/**
 * Writes the plan file and says what the approver must know. What would stop the plan after the approval stops it here.
 * @throws RewindError preflight-failed, data-loss-unconfirmed
 */
export async function publishPlan(session: PlanSession, project: Project, plan: Plan, facts: PlanFacts) {
  const { inputs } = session;
  const { manifest, trust, resources, cautions, chosen, advice, flags = null, taken = null } = facts;
  const made = afterApprovals(plan, await approvalsSoFar(session, project));
  const within = forSnapshot(session.context, manifest);
  const [{ obstacles, warnings }, ofBackup, busy] = await Promise.all([
    lookAhead(resources, made.changes, within),
    backupObstacles(project, made, within),
    // The last reading: what the plan says of production may have been true for a moment only.
    busyFindings(session, project),
  ]);
  assertNothingInTheWay([...obstacles, ...ofBackup]);
  const findings = [...busy, ...facts.findings, ...warnings];
  // A plan without the names shows which ones are needed.
  if (inputs.confirmDataLoss !== null) assertConfirmed(made, inputs.confirmDataLoss);
  await writePlan(session, made, inputs.plan);
  const decision = await chooseApproval(session, project, made, manifest, trust);
  const typed = typedText(session, project, made, decision.approval);
  const notice = [typed?.text, facts.notice].filter((one) => typeof one === 'string').join(' ') || null;
  const circumstances: ApproverFacts = {
    manifest,
    trust,
    decision,
    fast: project.config.expedited ?? null,
    requestedBy: session.run?.triggeredBy ?? null,
    reason: inputs.reason,
    cautions,
    contacts: await contactsAt(project.config.contacts, session.context.clock.now()),
  };
  const others =
    chosen === null ? [] : await snapshotRows(session, project, chosen, { limit: PAGE, chosen: manifest.id });
  const list = others.length === 0 ? '' : `\n\n${TITLE}:\n${snapshotsText(others, true)}`;
  const listMarkdown = others.length === 0 ? '' : `\n### ${TITLE}\n\n${snapshotsMarkdown(others)}\n`;
  const hazards = findings.length === 0 ? '' : `${findingsText(findings)}\n\n`;
  const hazardsMarkdown = findings.length === 0 ? '' : `### What this plan leaves\n\n${findingsMarkdown(findings)}\n\n`;
  const page = session.run?.url.split('/actions/')[0];
  const takenMarkdown =
    taken === null || page === undefined || made.changes.length === 0
      ? ''
      : takenBackMarkdown(taken, page, made.environment);
  return {
    made,
    exit: typed?.refused === true ? 3 : 0,
    json: toJson({ ...made, findings, advice, ...(flags === null ? {} : { flags: deployFlagsJson(flags) }) }),
    text: `${typed?.refused === true ? `${typed.text}\n\n` : ''}${hazards}${deployFlagsText(flags)}${planText(made, notice, advice)}${list}\n\nPlan written to ${inputs.plan}.${howToApply(session, made)}`,
    style: planStyle,
    summary: `${planMarkdown(made, {
      circumstances: approverMarkdown(circumstances),
      more: `${takenMarkdown}${hazardsMarkdown}${deployFlagsMarkdown(flags)}${peopleMarkdown(made, circumstances)}`,
      notice,
      advice,
    })}${listMarkdown}`,
    outputs: {
      'snapshot-id': made.snapshot,
      'plan-digest': made.digest,
      'plan-path': inputs.plan,
      changes: String(made.changes.length),
      approval: typed === null ? decision.approval : 'digest',
      unconfirmed: inputs.confirmDataLoss === null ? confirmationsOf(made).join(',') : '',
    },
  } as const;
}

/**
 * What is said of the digest that a person types, if the plan is not to be applied now: it is typed for another plan, or not
 * yet. Null if the plan may be applied.
 */
function typedText(
  { run, inputs }: PlanSession,
  { config: { approval } }: Project,
  { digest, changes }: Plan,
  needs: ApprovalKind,
): { readonly text: string; readonly refused: boolean } | null {
  const { typedDigest } = inputs;
  if (run === null && typedDigest === null) return null;
  if (changes.length === 0) return null;
  if (typedDigest !== null) {
    if (digest.startsWith(typedDigest)) return null;
    const text = `The digest ${typedDigest} was typed, and this plan has another one, ${digest.slice(0, 12)}: production, the snapshot or an input is not what it was. Nothing was changed. If you agree with this plan, start again with its digest.`;
    return { text, refused: true };
  }
  if (needs === 'expedited' || !isDigestRule(approval)) return null;
  return { text: howToType(approval, digest), refused: false };
}

function howToApply(session: PlanSession, made: Plan): string {
  return made.changes.length === 0 ? '' : ` To apply it:\n  ${rollbackCommand(session, made, session.inputs.plan)}`;
}

/** The command that applies a plan. @param file relative to the working directory */
export function rollbackCommand(session: Pick<Session, 'inputs'>, made: Plan, file: string): string {
  const needed = confirmationsOf(made);
  const confirm = needed.length === 0 ? [] : confirmWords(needed);
  return commandLine(session, ['rollback', '--plan', file, '--digest', made.digest, ...confirm]);
}

/** @param file relative to the repository */
export async function writePlan(session: Session, made: Plan, file: string): Promise<void> {
  await writeOutput('plan', session.path(file), `${JSON.stringify(made, null, 2)}\n`, 0o600);
}
