import type { Project } from '../../cli/session.js';
import { findSnapshot } from '../../engine/choose.js';
import { parseState } from '../../engine/live-plan.js';
import type { Manifest } from '../../engine/manifest.js';
import type { Resource } from '../../engine/resources.js';
import { readJournal } from '../../engine/rollback-files.js';
import { stateBefore } from '../../engine/undo.js';
import type { ObligationStatus } from '../../incident/status.js';
import type { Context } from '../../runtime/context.js';
import type { Reading } from '../mitigate/reading.js';
import type { PastRollback } from '../undo/past-rollbacks.js';

export interface ReadingFacts {
  readonly project: Project;
  readonly ctx: Context;
  /** The rollbacks of the store, newest first. */
  readonly past: readonly PastRollback[];
}

/** The same, with what several obligations need and one reads. */
export interface SharedFacts extends ReadingFacts {
  /** Of the snapshots before the rollbacks, by the digest of the plan. */
  readonly manifests: Map<string, Promise<Manifest | null>>;
}

export const holds = (why: string): Reading => ({ state: 'holds', why });
export const met = (why: string): Reading => ({ state: 'met', why });
export const unknown = (why: string): Reading => ({ state: 'unknown', why });

export const resourceOf = ({ resource }: ObligationStatus, { project }: ReadingFacts): Resource | undefined =>
  [...project.resources, ...project.backups].find(({ id }) => id === resource);

/**
 * The snapshot that the rollback of an obligation took before its first change; null if the store has none. One rollback leaves
 * an obligation for each resource, and finding a snapshot reads the manifests of the store.
 */
export function manifestBefore({ rollback: digest }: ObligationStatus, facts: SharedFacts): Promise<Manifest | null> {
  const found = facts.manifests.get(digest) ?? findBefore(digest, facts);
  facts.manifests.set(digest, found);
  return found;
}

async function findBefore(digest: string, { project, past }: ReadingFacts): Promise<Manifest | null> {
  const { store, config } = project;
  // A plan that cannot be read hides no state from before its rollback.
  const entries =
    past.find(({ plan }) => plan.digest === digest)?.entries ?? (await readJournal(store, config.environment, digest));
  const before = stateBefore(entries);
  return before === null ? null : findSnapshot(store, before, project.origin);
}

/** The state of the resource before the rollback; undefined if the store does not hold it. */
export async function stateOfBefore(
  obligation: ObligationStatus,
  resource: Resource,
  facts: SharedFacts,
): Promise<unknown> {
  const captured = (await manifestBefore(obligation, facts))?.resources.find(({ id }) => id === resource.id);
  return captured === undefined ? undefined : parseState(resource, captured.state);
}
