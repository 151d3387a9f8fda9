import type { Project, Session } from '../../cli/session.js';
import type { Manifest } from '../../engine/manifest.js';
import { withSharedDatabases } from '../../engine/resources.js';
import { holdSnapshot, takeSnapshot, type TakeSnapshot } from '../../engine/snapshot.js';
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

interface Taking {
  readonly session: Pick<Session, 'setOutput' | 'context'>;
  readonly project: Project;
}

/**
 * Law 6: a rollback can be undone. Captures everything but the databases, also what is out of scope; of a database only
 * which one it is: a rollback that exchanges it keeps it.
 * @param compared the snapshot that the rollback returns to, if its state decides what a capture must tell
 * @returns what writes the snapshot; until then, nothing of it is in the store
 */
export async function holdBefore(taking: Taking, compared: Manifest | null): Promise<() => Promise<Manifest>> {
  const { resources, backups } = taking.project;
  const request = requestOf(taking, {
    resources: resources.filter(({ provider }) => provider.slow !== true),
    references: [...resources, ...backups].filter(
      ({ provider }) => provider.slow === true && provider.capabilities?.reference !== undefined,
    ),
    // A database that an interrupted restore closed is what this rollback repairs.
    leaveOut: ['database-fenced'],
  });
  const write = await holdSnapshot({ ...request, compared });
  return async () => announced(taking, 'undo-config', await write());
}

/**
 * Backs up the databases of the changes that ask for it, directly before them.
 * @param before the snapshot before the rollback, which becomes a part of this one; null for none
 * @returns null if there is nothing to back up
 */
export async function backupBefore(
  taking: Taking,
  changes: readonly BackedUp[],
  before: Manifest | null,
): Promise<Manifest | null> {
  const { project, session } = taking;
  const asking = new Set(changes.flatMap(({ backupFirst, resource }) => (backupFirst === true ? [resource] : [])));
  const resources = [
    ...withSharedDatabases(project.resources, asking, session.context).filter(({ provider }) => provider.slow === true),
    ...backupsFor(project, changes),
  ];
  if (resources.length === 0) return null;
  return announced(taking, 'undo-database', await takeSnapshot(requestOf(taking, { resources, including: before })));
}

/** Writes a snapshot before a rollback once more, with states that were corrected. */
export const correctedBefore = async (taking: Taking, including: Manifest): Promise<Manifest> =>
  announced(taking, 'undo-config', await takeSnapshot(requestOf(taking, { resources: [], including })));

function requestOf(
  { session, project }: Taking,
  what: Pick<TakeSnapshot, 'resources' | 'references' | 'including' | 'leaveOut'>,
): TakeSnapshot {
  const { resources, references = [], including } = what;
  return {
    ...what,
    scope: [...new Set([...resources, ...references, ...(including?.resources ?? [])].map(({ id }) => id))],
    store: project.store,
    ctx: session.context,
    origin: project.origin,
    reason: 'pre-rollback',
    recipients: project.config.seal.recipients,
    identities: [],
    // The approved job does not hold the signing key: the undo of this rollback needs a review.
    signKeys: [],
    signer: null,
  };
}

function announced(
  { session, project }: Taking,
  output: 'undo-config' | 'undo-database',
  manifest: Manifest,
): Manifest {
  announceUpload(session, output, snapshotArtifact(project.config.store, manifest.environment, manifest.id));
  const held = manifest.resources.map(({ id }) => id).join(', ');
  // Before a database is backed up, there may be nothing else to hold.
  if (held !== '')
    session.context.log.info(`Snapshot ${manifest.id} holds the state before the first change of this run (${held}).`);
  return manifest;
}
