import type { OriginChange } from './assemble-plan.js';
import type { Change } from './change.js';
import { isOtherObject } from './other-object.js';
import type { Provider } from './provider.js';
import type { StateDescription } from './capabilities.js';
import type { Origin } from './vocabulary.js';

/**
 * Tells what the deploy changed from what was changed after it, by three comparisons of one provider: snapshot with live,
 * snapshot with release, release with live. Pure.
 *
 * A difference counts as `later` only if the deploy did not touch its object in any way. In doubt it is the deploy's, and a
 * rollback undoes it.
 *
 * @param release the state just after the deploy; its fingerprints have the salt of `saved`
 * @param asked the live state as it was asked for, if the service did not give all of it
 * @returns the changes that make live equal to the snapshot
 */
export function changesWithOrigin<State>(
  { plan, narrow }: Pick<Provider<unknown, State>, 'plan' | 'narrow'>,
  saved: State,
  release: State,
  live: State,
  asked: State = live,
): OriginChange[] {
  const [byDeploy, since] = [plan(saved, release), plan(release, asked)];
  // A capture of another object tells nothing of this one. As later changes, those of the deploy would stay.
  if ([...byDeploy, ...since].some(isOtherObject)) return plan(saved, live);
  const originOf = originsIn(touched(byDeploy), touched(since));
  const changes = plan(saved, live).flatMap((change): OriginChange[] => {
    const { id, parts } = change;
    if (!parts || !narrow) return [{ ...change, origin: originOf(objectOf(id)) }];
    const later = parts.filter((part) => originOf(partOf(id, part)) === 'later');
    const others = parts.filter((part) => !later.includes(part));
    const both = others.some((part) => originOf(partOf(id, part)) === 'both');
    return [
      ...narrow(saved, live, others).map((one) => ({ ...one, origin: both ? ('both' as const) : ('deploy' as const) })),
      ...narrow(saved, live, later).map((one) => ({ ...one, id: `${id}:later`, origin: 'later' as const })),
    ];
  });
  return afterCauses(withSideEffects(changes));
}

/** What each of the three states says of one resource. */
export interface Described {
  readonly saved: StateDescription;
  readonly release: StateDescription;
  readonly live: StateDescription;
}

/**
 * Adds who made each difference that is not the deploy's alone. A name counts only if the service wrote it between the two
 * states: the name on what is left of an object does not tell who deleted the rest. Pure.
 * @param deployedBy who made the deployment; null if unknown
 */
export function withAuthors(
  changes: readonly OriginChange[],
  { saved, release, live }: Described,
  deployedBy: string | null,
): OriginChange[] {
  const authorOf = (object: string, before: StateDescription, after: StateDescription): string | null => {
    const last = after.authors?.get(object);
    return last === undefined || last.at <= (before.authors?.get(object)?.at ?? 0) ? null : last.by;
  };
  return changes.map((change) => {
    if (change.origin !== 'both' && change.origin !== 'later') return change;
    const object = objectOf(change.id);
    const deploy = change.origin === 'both' ? (authorOf(object, saved, release) ?? deployedBy) : null;
    return { ...change, authors: { deploy, later: authorOf(object, release, live) } };
  });
}

/** What an undone change touches on its way cannot stay as it is. */
function withSideEffects(changes: readonly OriginChange[]): readonly OriginChange[] {
  const undone = changes.filter(({ origin }) => origin !== 'later');
  const side = new Set(undone.flatMap(({ sideEffects = [] }) => sideEffects));
  const caught = changes.filter(({ id, origin }) => origin === 'later' && side.has(id));
  if (caught.length === 0) return changes;
  return withSideEffects(changes.map((change) => (caught.includes(change) ? { ...change, origin: 'both' } : change)));
}

/** A change that only follows others goes or stays with them. */
function afterCauses(changes: readonly OriginChange[]): OriginChange[] {
  return changes.map((change) => {
    const causes = changes.filter(({ id }) => change.follows?.includes(id) === true);
    if (causes.length === 0) return change;
    if (causes.every(({ origin }) => origin === 'later')) return { ...change, origin: 'later' };
    return change.origin === 'later' ? { ...change, origin: 'both' } : change;
  });
}

/**
 * The changes of an approved plan keep the origin that was approved: a run that was interrupted left objects half-way, and
 * what a change touches on its way is no later change of somebody else.
 */
export function asApproved(changes: readonly OriginChange[], approved: readonly OriginChange[]): OriginChange[] {
  const known = new Map(approved.map((change) => [change.id, change]));
  const side = new Set(approved.flatMap(({ sideEffects = [] }) => sideEffects));
  const approvedOrigins = changes.map((change) => {
    const same = known.get(change.id);
    if (same?.origin !== undefined) return { ...change, origin: same.origin };
    return change.origin === 'later' && side.has(change.id) ? { ...change, origin: 'both' as const } : change;
  });
  return afterCauses(approvedOrigins);
}

const originsIn =
  (byDeploy: ReadonlySet<string>, since: ReadonlySet<string>) =>
  (object: string): Origin =>
    !since.has(object) ? 'deploy' : byDeploy.has(object) ? 'both' : 'later';

/** The objects of changes, of their parts, and of their side effects. */
function touched(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(
    changes.flatMap(({ id, parts = [], sideEffects = [] }) => [
      ...[id, ...sideEffects].map(objectOf),
      ...parts.map((part) => partOf(id, part)),
    ]),
  );
}

/** `update:we_1` and `create:we_1` are about one object. */
export const objectOf = (id: string): string => id.slice(id.indexOf(':') + 1);
/** Key of the object of a change across resources. */
export const objectKeyOf = (resource: string, id: string): string => `${resource}/${objectOf(id)}`;
const partOf = (id: string, part: string): string => `${id}/${part}`;
