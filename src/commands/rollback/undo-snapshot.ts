import type { Project, Session } from '../../cli/session.js';
import { takeSnapshot } from '../../engine/snapshot.js';
import { snapshotArtifact, type ArtifactUpload } from '../../store/artifact-names.js';
import { backupsFor, type BackedUp } from './backup.js';

/** Sets the outputs immediately, so that the next step uploads the directory even if this one is killed. */
export function announceUpload(
  session: Pick<Session, 'setOutput'>,
  what: 'rollback' | 'undo-config' | 'undo-database',
  upload: ArtifactUpload | null,
): void {
  if (upload === null) return;
  session.setOutput(`${what}-artifact`, upload.name);
  session.setOutput(`${what}-path`, upload.path);
}

/**
 * Law 6: a rollback can be rolled back. Backs up databases only before a change that needs it.
 * @returns the id of the snapshot; null if there is nothing to capture
 */
export async function preRollbackSnapshot(
  { session, project }: { readonly session: Pick<Session, 'setOutput' | 'context'>; readonly project: Project },
  which: 'config' | 'database',
  changes: readonly BackedUp[] = [],
): Promise<string | null> {
  // All resources, even those out of scope: the undo must also cover a rollback with a wrong scope.
  const resources = [
    ...project.resources.filter(({ provider }) => (provider.slow ?? false) === (which === 'database')),
    ...(which === 'database' ? backupsFor(project, changes) : []),
  ];
  if (resources.length === 0) return null;
  const manifest = await takeSnapshot({
    resources,
    scope: resources.map(({ id }) => id),
    store: project.store,
    ctx: session.context,
    origin: project.origin,
    reason: 'pre-rollback',
    recipients: project.config.seal.recipients,
    identities: [],
    // The approved job does not hold the signing key: the undo of this rollback needs a review.
    signKeys: [],
    signer: null,
    // A database that an interrupted restore closed is what this rollback repairs. A backup leaves nothing out.
    leaveOut: which === 'config' ? ['database-fenced'] : [],
  });
  announceUpload(session, `undo-${which}`, snapshotArtifact(project.config.store, manifest.environment, manifest.id));
  session.context.log.info(
    `Snapshot ${manifest.id} holds the state before this rollback (${manifest.resources.map(({ id }) => id).join(', ')}).`,
  );
  return manifest.id;
}
