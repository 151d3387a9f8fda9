import { assertConfirmed, confirmationsOf, confirmFlag } from '../engine/confirmation.js';
import { adviseDatabases } from '../engine/database-advice.js';
import { compareWithLive, notInSnapshot, throwCombined } from '../engine/live-plan.js';
import { afterApprovals, type Plan } from '../engine/plan.js';
import { trustOf } from '../engine/trust.js';
import { approverMarkdown, type ApproverFacts } from '../report/approver.js';
import { planMarkdown, planText } from '../report/plan-text.js';
import { choose } from '../cli/choose.js';
import { snapshotRows } from '../cli/snapshot-rows.js';
import { PAGE } from '../engine/choose.js';
import { snapshotsMarkdown, snapshotsText } from '../report/snapshots.js';
import type { Session } from '../cli/session.js';
import { planJobFindings } from '../approval/environments.js';
import { approvalsSoFar, assertEnvironment, assertProtected, chooseApproval } from '../approval/gate.js';
import { defineCommand } from '../cli/command.js';
import { FLAGS, toggle } from '../cli/flags.js';
import { writeOutput } from '../runtime/files.js';
import { assertModeWorks, databaseFacts } from '../cli/databases.js';
import { loadProvider } from '../providers/load.js';
import { forSnapshot } from '../runtime/create-context.js';
import { assertNothingInTheWay, backupObstacles, obstaclesTo } from './rollback/obstacles.js';
import { toJson } from '../runtime/json.js';

const TITLE = 'The last snapshots';

/** Writes the plan file. The approval is for its digest. */
export default defineCommand({
  name: 'plan',
  summary: 'Plan a rollback: list the changes that would return production to the snapshot. Changes nothing.',
  flags: {
    snapshot: FLAGS.snapshot,
    database: FLAGS.database,
    plan: FLAGS.plan,
    'confirm-data-loss': FLAGS['confirm-data-loss'],
    reason: FLAGS.reason,
    environment: FLAGS.environment,
    'plan-environment': FLAGS['plan-environment'],
    'install-client': FLAGS['install-client'],
    'exit-code': toggle('Exit with status 3 if there are changes.'),
  },
  examples: ['plan', 'plan --database restore', 'plan --snapshot 20261123T030405Z-1a2b3c --exit-code'],
  outputs: ['snapshot-id', 'plan-digest', 'plan-path', 'changes', 'approval', 'unconfirmed'],
  async run(session) {
    const { inputs, context: ctx } = session;
    const project = await session.open();
    assertEnvironment(session, project);
    const cautions = [
      ...(await assertProtected(session, project)),
      ...(session.run === null ? [] : await planJobFindings(ctx, project.config, inputs.planEnvironment)),
    ];
    const chosen = await choose(session, project, inputs.snapshot, true);
    const { manifest, notice } = chosen;
    for (const id of notInSnapshot(project.resources, manifest)) {
      const why =
        manifest.reason === 'pre-rollback'
          ? 'a rollback took it, of a part of the configuration'
          : 'the resource was added to the configuration later';
      ctx.log.warn(`"${id}" is not in snapshot ${manifest.id} (${why}) and will not be rolled back.`);
    }
    const trust = await trustOf(project.store, manifest, project.signKeys, ctx.clock.now());
    if (trust.kind === 'unsigned') ctx.log.warn(`Snapshot ${manifest.id} is not signed: ${trust.reason}.`);
    const resources = [...project.resources, ...project.backups];
    const { database, scope } = inputs;
    await assertModeWorks(database, scope, resources, project.config, manifest, loadProvider);
    const compared = await compareWithLive({ ...project, resources, ctx, manifest, database, scope });
    throwCombined(compared.failures);
    const made = afterApprovals(compared.plan, await approvalsSoFar(session, project));
    const within = forSnapshot(ctx, manifest);
    // Those of the other modes are advice, those of the plan itself stop it before anybody is asked to approve.
    const others = made.notSelected.filter(({ manual }) => manual === undefined);
    const [inTheWay, ofOthers, ofBackup] = await Promise.all([
      obstaclesTo(resources, made.changes, within),
      obstaclesTo(resources, others, within),
      backupObstacles(project, made, within),
    ]);
    assertNothingInTheWay([...inTheWay, ...ofBackup]);
    const advice = adviseDatabases(database, databaseFacts(resources, compared, manifest, ofOthers, ctx));
    // A plan without the names shows which ones are needed.
    if (inputs.confirmDataLoss !== null) assertConfirmed(made, inputs.confirmDataLoss);
    await writePlan(session, made, inputs.plan);
    const needed = confirmationsOf(made);
    const decision = await chooseApproval(session, project, made, manifest, trust);
    const facts: ApproverFacts = {
      manifest,
      trust,
      decision,
      fast: project.config.expedited ?? null,
      requestedBy: session.run?.triggeredBy ?? null,
      reason: inputs.reason,
      cautions,
      contacts: project.config.contacts,
    };
    const last = await snapshotRows(session, project, chosen, { limit: PAGE, chosen: manifest.id });
    return {
      exit: inputs.exitCode && made.changes.length > 0 ? 3 : 0,
      json: toJson({ ...made, advice }),
      text: `${planText(made, notice, advice)}\n\n${TITLE}:\n${snapshotsText(last, true)}\n\nPlan written to ${inputs.plan}.${howToApply(made, inputs.plan)}`,
      summary: `${planMarkdown(made, approverMarkdown(made, facts), notice, advice)}\n### ${TITLE}\n\n${snapshotsMarkdown(last)}\n`,
      outputs: {
        'snapshot-id': made.snapshot,
        'plan-digest': made.digest,
        'plan-path': inputs.plan,
        changes: String(made.changes.length),
        approval: decision.approval,
        unconfirmed: inputs.confirmDataLoss === null ? needed.join(',') : '',
      },
    };
  },
});

function howToApply(made: Plan, file: string): string {
  if (made.changes.length === 0) return '';
  const needed = confirmationsOf(made);
  const words = ['rewind rollback', `--plan ${file}`, `--digest ${made.digest}`];
  return ` To apply it:\n  ${[...words, ...(needed.length === 0 ? [] : [confirmFlag(needed)])].join(' ')}`;
}

/** @param file relative to the repository */
export async function writePlan(session: Session, made: Plan, file: string): Promise<void> {
  await writeOutput('plan', session.path(file), `${JSON.stringify(made, null, 2)}\n`, 0o600);
}
