import { notInSnapshot, planFromLive } from '../engine/live-plan.js';
import type { Plan } from '../engine/plan.js';
import { findSnapshot } from '../engine/snapshot.js';
import { trustOf } from '../engine/trust.js';
import { approverMarkdown, type ApproverFacts } from '../report/approver.js';
import { planMarkdown, planText } from '../report/plan-text.js';
import type { Session } from '../cli/session.js';
import { assertEnvironment, assertProtected, chooseApproval } from '../approval/gate.js';
import { defineCommand } from '../cli/command.js';
import { FLAGS, toggle } from '../cli/flags.js';
import { writeOutput } from '../runtime/files.js';
import { toJson } from '../runtime/json.js';

/** Writes the plan file. The approval is for its digest. */
export default defineCommand({
  name: 'plan',
  summary: 'Plan a rollback: list the changes that would return production to the snapshot. Changes nothing.',
  flags: {
    snapshot: FLAGS.snapshot,
    database: FLAGS.database,
    plan: FLAGS.plan,
    reason: FLAGS.reason,
    environment: FLAGS.environment,
    'install-client': FLAGS['install-client'],
    'exit-code': toggle('Exit with status 3 if there are changes.'),
  },
  examples: ['plan', 'plan --database restore', 'plan --snapshot 20261123T030405Z-1a2b3c --exit-code'],
  outputs: ['snapshot-id', 'plan-digest', 'plan-path', 'changes', 'approval'],
  async run(session) {
    const { inputs, context: ctx } = session;
    const project = await session.open();
    assertEnvironment(session, project);
    const cautions = await assertProtected(session, project);
    const manifest = await findSnapshot(project.store, inputs.snapshot, project.origin);
    for (const id of notInSnapshot(project.resources, manifest)) {
      ctx.log.warn(
        `"${id}" is not in snapshot ${manifest.id}: it was added to the configuration later and will not be rolled back.`,
      );
    }
    const trust = await trustOf(project.store, manifest, project.signKeys, ctx.clock.now());
    if (trust.kind === 'unsigned') ctx.log.warn(`Snapshot ${manifest.id} is not signed: ${trust.reason}.`);
    const made = await planFromLive({ ...project, ctx, manifest, database: inputs.database, scope: inputs.scope });
    await writePlan(session, made, inputs.plan);
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
    return {
      exit: inputs.exitCode && made.changes.length > 0 ? 3 : 0,
      json: toJson(made),
      text: `${planText(made)}\n\nPlan written to ${inputs.plan}. To apply it:\n  rewind rollback --plan ${inputs.plan} --digest ${made.digest}`,
      summary: planMarkdown(made, approverMarkdown(made, facts)),
      outputs: {
        'snapshot-id': made.snapshot,
        'plan-digest': made.digest,
        'plan-path': inputs.plan,
        changes: String(made.changes.length),
        approval: decision.approval,
      },
    };
  },
});

/** @param file relative to the repository */
export async function writePlan(session: Session, made: Plan, file: string): Promise<void> {
  await writeOutput('plan', session.path(file), `${JSON.stringify(made, null, 2)}\n`, 0o600);
}
