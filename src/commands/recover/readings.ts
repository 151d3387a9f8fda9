import { releaseOfPlan } from '../../cli/release.js';
import { findSnapshot } from '../../engine/choose.js';
import { otherwiseConfigured } from '../../engine/configured.js';
import { compareWithLive } from '../../engine/live-plan.js';
import { writtenSinceRestore } from '../../engine/drift.js';
import { endedIn, isLater, overtakenIn } from '../../engine/journal.js';
import type { Manifest } from '../../engine/manifest.js';
import { isOtherObject } from '../../engine/other-object.js';
import { keyOf, withoutChanges, type PlannedChange } from '../../engine/plan.js';
import { describeState } from '../../engine/provider.js';
import { inScope } from '../../engine/resources.js';
import { readApprovedPlan, readJournal } from '../../engine/rollback-files.js';
import { DiscardingSink } from '../../engine/payload-files.js';
import { deliveriesOf } from '../../engine/replay.js';
import type { ObligationStatus } from '../../incident/status.js';
import { forResource } from '../../runtime/create-context.js';
import { whyOf } from '../../runtime/errors.js';
import { measureReading, NOT_READ, readElsewhere, SHOWN, type Reading } from '../mitigate/reading.js';
import { pastReplays } from '../replay/plan-file.js';
import type { PastRollback } from '../undo/past-rollbacks.js';
import { plural } from '../../runtime/text.js';
import {
  holds,
  manifestBefore,
  met,
  resourceOf,
  stateOfBefore,
  unknown,
  type ReadingFacts,
  type SharedFacts,
} from './reading-facts.js';
import { beside, replication } from './readings-beside.js';

/**
 * Reads from production which obligations still hold. Read-only, never throws: what cannot be read is `unknown`.
 * @returns in the order of the obligations
 */
export function readingsOf(obligations: readonly ObligationStatus[], facts: ReadingFacts): Promise<Reading[]> {
  const shared = { ...facts, manifests: new Map<string, Promise<Manifest | null>>() };
  return Promise.all(obligations.map((obligation) => readingOf(obligation, shared)));
}

async function readingOf(obligation: ObligationStatus, facts: SharedFacts): Promise<Reading> {
  try {
    switch (obligation.kind) {
      case 'production-pinned':
        return await pinned(obligation, facts);
      case 'changes-undone':
        return await undone(obligation, facts);
      case 'unfinished-rollback':
        return await unfinished(obligation, facts);
      case 'kept-database':
      case 'leftover':
        return await beside(obligation, facts);
      case 'replication-left':
        return await replication(obligation, facts);
      case 'events-to-replay':
        return await replayed(obligation, facts);
      case 'flag-off':
      case 'maintenance-on':
      case 'scaled-up':
        return await mitigated(obligation, facts);
      case 'quarantined-commit':
        return await quarantined(obligation, facts);
    }
  } catch (error) {
    return unknown(whyOf(error));
  }
}

async function pinned(obligation: ObligationStatus, facts: SharedFacts): Promise<Reading> {
  const resource = resourceOf(obligation, facts);
  if (resource === undefined) return unknown(NOT_READ);
  const hold = await resource.provider.capabilities?.hold?.read(
    resource.config,
    forResource(facts.ctx, resource.id),
    await stateOfBefore(obligation, resource, facts),
  );
  if (hold === undefined) return unknown('its provider cannot read it');
  return { held: holds, free: met, unknown }[hold.pinned](hold.why);
}

/** Whether something that a mitigation changed is still as it made it. */
async function mitigated(obligation: ObligationStatus, facts: ReadingFacts): Promise<Reading> {
  const found = facts.past.find(({ plan }) => plan.digest === obligation.rollback);
  return found === undefined
    ? unknown('the store does not hold the state before it')
    : measureReading(facts, found, obligation.resource);
}

/** Compares with the state before the rollback. What people changed in other places of the resource does not count. */
async function undone(obligation: ObligationStatus, facts: SharedFacts): Promise<Reading> {
  const { project, ctx } = facts;
  const resource = resourceOf(obligation, facts);
  if (resource === undefined) return unknown(NOT_READ);
  const manifest = await manifestBefore(obligation, facts);
  if (manifest === null) return unknown('the store has no snapshot from before the rollback');
  const before = manifest.id;
  if (!manifest.resources.some(({ id }) => id === resource.id)) return unknown(`snapshot ${before} does not hold it`);
  const { plan, failures, blind } = await compareWithLive({
    store: project.store,
    resources: [resource],
    ctx,
    manifest,
    database: 'up',
    scope: [resource.id],
  });
  const [failure] = failures;
  if (failure !== undefined) throw failure;
  const differences = [...plan.changes, ...plan.manual, ...plan.notSelected];
  const other = differences.find(isOtherObject);
  if (other !== undefined) return unknown(readElsewhere(other));
  const left = differences.filter((change) => isOf(obligation, change));
  const more = left.length > SHOWN ? ` and ${left.length - SHOWN} more` : '';
  const names = `${left
    .slice(0, SHOWN)
    .map(({ target }) => target)
    .join('; ')}${more}`;
  if (left.length > 0)
    return holds(
      `${left.length} of them ${left.length === 1 ? 'differs' : 'differ'} from snapshot ${before}: ${names}`,
    );
  if (blind.length > 0) return unknown(`not comparable: ${blind.map(({ what }) => what).join('; ')}`);
  return met(`production holds what snapshot ${before} says of them`);
}

/** The way back of a change of a database has another id; migrations that came later are no part of it. */
const isOf = ({ items }: ObligationStatus, change: PlannedChange): boolean =>
  change.database === undefined ? items.includes(keyOf(change)) : change.database !== 'down';

async function unfinished({ items }: ObligationStatus, facts: ReadingFacts): Promise<Reading> {
  const { project, ctx, past } = facts;
  const own = past.find(({ plan }) => items.includes(plan.digest)) ?? (await withoutRun(items, facts));
  if (own === undefined) return unknown('the store does not hold its plan: it changed nothing, or its journal is lost');
  const approved = own.plan;
  if (own.entries.length === 0) return holds('no run of it has changed anything');
  if (approved.mitigates !== undefined) {
    // Only its end finishes a mitigation: one that was done completely must still be lifted.
    const begun = approved.mitigates.lifts ? past.find(({ plan }) => plan.digest === approved.undoes) : own;
    return begun === undefined
      ? unknown('the store does not hold the mitigation that it lifts')
      : measureReading(facts, begun, null);
  }
  const manifest = await findSnapshot(project.store, approved.snapshot, project.origin);
  const { database, scope, undoes, recovers, includeLater, stays } = approved;
  const resources = inScope([...project.resources, ...project.backups], scope);
  const { plan, failures } = await compareWithLive({
    store: project.store,
    resources,
    ctx,
    manifest,
    database,
    scope,
    undoes,
    recovers,
    includeLater,
    stays,
    release: await releaseOfPlan(project, approved),
    approved,
  });
  const [failure] = failures;
  if (failure !== undefined) throw failure;
  const now = new Set(withoutChanges(plan, writtenSinceRestore(approved, plan)).changes.map(keyOf));
  const read = new Set(resources.map(({ id }) => id));
  // A plan that was carried out and taken back can be approved again: only what came after its last run counts.
  const lock = own.entries.findLast(({ event }) => event === 'lock');
  const others = past
    .filter((one) => one !== own)
    .map(({ entries }) => (lock === undefined ? entries : entries.filter((entry) => isLater(entry, lock))));
  const overtaken = overtakenIn(own.entries, others, 'end');
  const differs = approved.changes.filter((change) => now.has(keyOf(change)));
  const left = differs.filter((change) => !overtaken.has(keyOf(change)));
  const all = approved.changes.length;
  if (left.length > 0)
    return holds(
      all === 1
        ? 'its one change is not done'
        : `${left.length} of its ${all} changes ${left.length === 1 ? 'is' : 'are'} not done`,
    );
  const changed = new Set(approved.changes.map(({ resource }) => resource));
  if ([...changed].some((resource) => !read.has(resource))) return unknown(NOT_READ);
  const ended = endedIn(own.entries, overtakenIn(own.entries, others, 'begin'));
  const unproven = new Set(approved.changes.filter((one) => !ended.has(keyOf(one))).map(({ resource }) => resource));
  const [reconfigured] = [...otherwiseConfigured(approved, resources, plan.program)].filter(([id]) => unproven.has(id));
  if (reconfigured !== undefined) return unknown(`the configuration of ${reconfigured[0]} was changed since its plan`);
  const other = plan.manual.find((change) => isOtherObject(change) && changed.has(change.resource));
  if (other !== undefined) return unknown(readElsewhere(other));
  const also = differs.length > 0 ? `, or another plan changed the same later (${differs.length})` : '';
  return met(`${all === 1 ? 'its one change' : `each of its ${all} changes`} is done${also}`);
}

/** The plan of a run that ended before its first change: its journal in the store says so before each stage. */
async function withoutRun(
  items: readonly string[],
  { project }: ReadingFacts,
): Promise<Pick<PastRollback, 'plan' | 'entries'> | undefined> {
  const [digest] = items;
  if (digest === undefined) return undefined;
  const { store, config } = project;
  const plan = await readApprovedPlan(store, config.environment, digest);
  // One that cannot be read does not say that nothing was begun.
  await readJournal(store, config.environment, digest);
  return plan === undefined ? undefined : { plan, entries: [] };
}

/** The service does not tell what was sent again; the store does. */
async function replayed({ resource, items }: ObligationStatus, { project }: ReadingFacts): Promise<Reading> {
  for (const { plan, progress } of await pastReplays(project)) {
    if (plan.resource !== resource || plan.snapshot !== items[0]) continue;
    const all = deliveriesOf(plan.facts).length;
    if (progress.done < all)
      return holds(`${progress.done} of ${plural(all, 'event')} ${progress.done === 1 ? 'was' : 'were'} sent`);
    const refused = progress.refused.length;
    if (refused > 0) return holds(`the application refused ${refused} of ${plural(all, 'event')}`);
    // What is left out of a plan was not sent, however few events are in it.
    const [skipped] = plan.facts.skipped;
    if (skipped !== undefined) return holds(`nothing was sent to ${skipped.address}: ${skipped.reason}`);
    if (plan.facts.targets.length === 0) return holds('no endpoint was there to send to');
    return met(`${plural(all, 'event was', 'events were')} sent`);
  }
  return holds('no event was sent again');
}

/** A person lifts a quarantine; production only tells whether the commit is live. */
async function quarantined({ items }: ObligationStatus, { project, ctx }: ReadingFacts): Promise<Reading> {
  const able = project.resources.filter(({ provider }) => provider.capabilities?.forward !== undefined);
  const serving = await Promise.all(
    able.map(async ({ id, provider, config }) => {
      const live = await provider.capture(config, forResource(ctx, id), new DiscardingSink());
      return { id, commit: describeState(provider, live).commit };
    }),
  );
  const live = serving.find(({ commit }) => commit !== undefined && items.includes(commit));
  return holds(live === undefined ? 'production does not serve it' : `production of "${live.id}" serves it`);
}
