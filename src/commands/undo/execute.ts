import { includedResources } from '../../cli/release.js';
import { otherwiseConfigured } from '../../engine/configured.js';
import { notInSnapshot } from '../../engine/live-plan.js';
import type { Plan } from '../../engine/plan.js';
import { trustOf } from '../../engine/trust.js';
import { begunChanges } from '../../engine/undo.js';
import { liftNotice } from '../mitigate/notice.js';
import { stillAskedFor } from '../mitigate/overlap.js';
import { assertMayPlan, publishPlan } from '../rollback/publish-plan.js';
import { quarantinedByUndo } from '../rollback/quarantine.js';
import { leftBeside } from '../rollback/aside.js';
import { damagedFindings } from '../rollback/damaged.js';
import { undoPlan } from './undo-plan.js';
import { findRollback, rollbacksOfStore, unbegunNotice, type PastRollback } from './past-rollbacks.js';
import type { UndoSession } from './flags.js';
import { notUndone } from './not-undone.js';

/** Plans the way back to the state before a rollback. The plan is approved and carried out like any other. */
export async function execute(session: UndoSession) {
  const { inputs, context: ctx } = session;
  const project = await session.open();
  const cautions = await assertMayPlan(session, project);
  const rollbacks = await rollbacksOfStore(session, project);
  const { past, unbegun } = rollbacks;
  const found = findRollback(rollbacks, inputs.args[0] ?? 'latest', project.config.environment);
  const { plan, manifest, resources } = await undoPlan(project, found, ctx, {
    past,
    includeLater: includedResources(project, inputs.includeLaterChanges),
  });
  const trust = await trustOf(project.store, manifest, project.signKeys, null);
  const { mitigates } = plan;
  const notice = [
    noticeOf(found, past, resources.length),
    ...[unbegunNotice({ unbegun }, null)].filter((text) => text !== null),
    ...(mitigates?.lifts === false ? [liftNotice(session, project, mitigates)] : []),
  ].join(' ');
  const findings = [
    ...(await damagedFindings(project.store, manifest, ctx)),
    ...notUndone(
      plan,
      notInSnapshot(resources, manifest),
      otherwiseConfigured(found.plan, resources, plan.program),
      begunChanges(found.plan, found.entries),
    ),
    ...(await quarantinedByUndo(session, project, plan, manifest, resources)),
    ...(await stillAskedFor(session, project, past, found)),
    // Also of a database that the undo leaves as it is: the rollback was killed before it exchanged it.
    ...(await leftBeside([...project.resources, ...project.backups], ctx)),
  ];
  const facts = { manifest, trust, resources, cautions, chosen: null, notice, findings, advice: null };
  const { exit, json, text, style, summary, outputs } = await publishPlan(session, project, plan, facts);
  return { exit, json, text, style, summary, outputs };
}

const kindOf = ({ undoes, recovers, mitigates }: Plan): string =>
  mitigates?.lifts === false
    ? 'mitigation'
    : undoes !== null
      ? 'undo'
      : recovers === undefined
        ? 'rollback'
        : 'recovery';

/** "undo 9e6b79b922c9 of the rollback f1a81717d063" */
function nameOf(plan: Plan, past: readonly PastRollback[]): string {
  const name = `${kindOf(plan)} ${plan.digest.slice(0, 12)}`;
  if (plan.mitigates?.lifts === false || plan.undoes === null) return name;
  const undone = past.find((other) => other.plan.digest === plan.undoes)?.plan;
  return `${name} of the ${undone === undefined ? 'rollback' : kindOf(undone)} ${plan.undoes.slice(0, 12)}`;
}

function noticeOf(found: PastRollback, past: readonly PastRollback[], changed: number): string {
  const { plan, at } = found;
  const name = `the ${nameOf(plan, past)}, last begun at ${at}${plan.mitigates?.lifts === false ? '' : ` (to snapshot ${plan.snapshot}, database: ${plan.database})`}`;
  const later = past.filter((other) => other.at > at && begunChanges(other.plan, other.entries).length > 0);
  const names = later.map((other) => `the ${nameOf(other.plan, past)}`).join(', ');
  // The undo of a lift is the mitigation once more: nobody means that.
  const newest = later.find((other) => other.plan.mitigates?.lifts !== true)?.plan.digest.slice(0, 12);
  const instead = newest === undefined ? '' : ` To undo the newest of them instead: "rewind undo ${newest}".`;
  const after = names === '' ? '' : ` After it, these changed production, too: ${names}.${instead}`;
  if (changed > 0) return `This undoes ${name}.${after}`;
  const earlier = past.find((other) => other.at < at && begunChanges(other.plan, other.entries).length > 0);
  const other =
    earlier === undefined ? '' : ` The one before it that did: "rewind undo ${earlier.plan.digest.slice(0, 12)}"`;
  return `Nothing to undo: ${name}, changed nothing.${other}`;
}
