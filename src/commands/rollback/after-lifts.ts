import { approvalKeys } from '../../cli/sign-keys.js';
import { findLiftProof } from '../../engine/lift-proof.js';
import { keyOf, type Plan, type PlannedChange } from '../../engine/plan.js';
import { readApprovedPlan, rollbackDigests } from '../../engine/rollback-files.js';
import { digestOf } from '../../runtime/digest.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Run } from './run.js';

/**
 * The approved plan, if it had been made after the lift of a mitigation that was in effect then: its changes begin where that
 * mitigation had begun, and do the same. Only mitigations count whose approval is proven.
 * @param now the plan of what production is now
 */
export async function afterLifts(run: Run, now: Plan): Promise<Plan> {
  const { approved } = run;
  const known = new Map(approved.changes.map((change) => [keyOf(change), change]));
  const others = now.changes.flatMap((change): { was: PlannedChange; is: PlannedChange }[] => {
    const was = known.get(keyOf(change));
    return was !== undefined && was.before !== change.before && doTheSame(was, change) ? [{ was, is: change }] : [];
  });
  if (others.length === 0) return approved;
  const eased = (await provenMitigations(run)).flatMap(({ changes }) => changes);
  const lifted = others.filter(({ was, is }) =>
    eased.some((one) => keyOf(one) === keyOf(was) && one.after === was.before && one.before === is.before),
  );
  return { ...approved, changes: approved.changes.map((one) => lifted.find(({ was }) => was === one)?.is ?? one) };
}

const doTheSame = (was: PlannedChange, is: PlannedChange): boolean =>
  was.after === is.after && was.target === is.target && digestOf(was.params) === digestOf(is.params);

async function provenMitigations({ project, session, approved: { environment } }: Run): Promise<Plan[]> {
  const { store } = project;
  const { clock, log } = session.context;
  const found = await Promise.all(
    (await rollbackDigests(store, environment)).map(async (digest): Promise<Plan[]> => {
      try {
        const plan = await readApprovedPlan(store, environment, digest);
        if (plan?.mitigates?.lifts !== false) return [];
        const proof = await findLiftProof(store, plan, approvalKeys(project), clock.now());
        return typeof proof === 'string' ? [] : [plan];
      } catch (error) {
        log.debug(`The plan ${digest.slice(0, 12)} could not be read: ${asRewindError(error).message}`);
        return [];
      }
    }),
  );
  return found.flat();
}
