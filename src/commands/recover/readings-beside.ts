import type { Place, SetAside } from '../../engine/capabilities.js';
import type { Resource } from '../../engine/resources.js';
import { stillBeside, stillReplicated } from '../../incident/beside.js';
import type { ObligationStatus } from '../../incident/status.js';
import { forResource } from '../../runtime/create-context.js';
import { NOT_READ, type Reading } from '../mitigate/reading.js';
import { holds, met, resourceOf, stateOfBefore, unknown, type SharedFacts } from './reading-facts.js';

/** A record of an earlier version does not say where the object lies, and neither does one whose provider could not tell. */
async function placeOf(
  obligation: ObligationStatus,
  resource: Resource,
  facts: SharedFacts,
): Promise<Place<unknown> | null> {
  const { where } = obligation;
  if (where !== undefined) return { where };
  const before = await stateOfBefore(obligation, resource, facts);
  return before === undefined ? null : { before };
}

/** What lies beside production in the place of an obligation, or why that is unknown. */
async function objectsBeside(obligation: ObligationStatus, facts: SharedFacts): Promise<readonly SetAside[] | string> {
  const resource = resourceOf(obligation, facts);
  if (resource === undefined) return NOT_READ;
  const of = await placeOf(obligation, resource, facts);
  // Without it nothing tells whether the configuration leads to the same server.
  if (of === null) return 'the store does not hold its state before the rollback';
  const found = await resource.provider.capabilities?.aside?.(resource.config, forResource(facts.ctx, resource.id), of);
  return found ?? 'its provider cannot read it';
}

/** Whether what a rollback kept or left still lies beside production. */
export async function beside(obligation: ObligationStatus, facts: SharedFacts): Promise<Reading> {
  const found = await objectsBeside(obligation, facts);
  if (typeof found === 'string') return unknown(found);
  const still = stillBeside(obligation, found);
  if (still === undefined) return met('it is not there any more, or has its name again');
  if (still.kind === 'unmarked') return unknown(still.why);
  if (still.kind !== 'kept') return holds('it is there');
  const isRenamed = still.begins === undefined && !obligation.items.includes(still.what);
  return holds(`it has been there${isRenamed ? ` under another name, as ${still.what},` : ''} since ${still.since}`);
}

/** Also met if an undo brought the kept object back, or if it was dropped: then nothing replicates there. */
export async function replication(obligation: ObligationStatus, facts: SharedFacts): Promise<Reading> {
  const found = await objectsBeside(obligation, facts);
  if (typeof found === 'string') return unknown(found);
  const [kept = ''] = obligation.items;
  const still = found.find(({ what }) => what === kept);
  if (still === undefined) return met(`the ${kept} is not kept any more`);
  if (still.kind !== 'kept') return unknown(still.why);
  const left = stillReplicated(obligation, still);
  return left.length > 0
    ? holds(`not moved: ${left.join(', ')} of the ${kept}`)
    : met(`nothing of it is left in the ${kept}`);
}
