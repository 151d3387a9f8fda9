import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { notInSnapshot, planFromLive } from '../engine/live-plan.js';
import type { Plan } from '../engine/plan.js';
import { findSnapshot } from '../engine/snapshot.js';
import { approverMarkdown, type ApproverFacts } from '../report/approver.js';
import { planMarkdown, planText } from '../report/plan-text.js';
import type { CommandResult } from '../cli/result.js';
import { toJson } from '../runtime/json.js';
import type { Session } from '../cli/session.js';
import { assertEnvironment, assertProtected, chooseApproval } from '../approval/gate.js';

/** What would be changed to return to the snapshot. Reads only; writes the plan file whose digest is approved. */
export async function plan(session: Session): Promise<CommandResult> {
  const { inputs, context: ctx } = session;
  const project = await session.open();
  assertEnvironment(session, project);
  const cautions = await assertProtected(session, project);
  const manifest = await findSnapshot(project.store, inputs.snapshot, project.origin);
  for (const id of notInSnapshot(project.resources, manifest)) {
    ctx.log.warn(`"${id}" is not in snapshot ${manifest.id}: it was configured later and will not be rolled back.`);
  }
  const made = await planFromLive({ ...project, ctx, manifest, database: inputs.database, scope: inputs.scope });
  await writePlan(session, made);
  const decision = await chooseApproval(session, project, made, manifest);
  const facts: ApproverFacts = {
    manifest,
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
    text: `${planText(made)}\n\nWritten to ${inputs.plan}. To carry it out:\n  rewind rollback --plan ${inputs.plan} --digest ${made.digest}`,
    summary: planMarkdown(made, approverMarkdown(made, facts)),
    outputs: {
      'snapshot-id': made.snapshot,
      'plan-digest': made.digest,
      'plan-path': inputs.plan,
      changes: String(made.changes.length),
      approval: decision.approval,
    },
  };
}

export async function writePlan(session: Session, made: Plan): Promise<void> {
  const path = session.path(session.inputs.plan);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
}
