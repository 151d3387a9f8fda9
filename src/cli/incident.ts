import { snapshotIdAt } from '../engine/manifest.js';
import { findOpen, readEntries, Recorder } from '../incident/record.js';
import { statusOf } from '../incident/status.js';
import { RewindError } from '../runtime/errors.js';
import { incidentArtifact } from '../store/artifact-names.js';
import { authorOf } from './author.js';
import type { Project, Session } from './session.js';

type Writer = Pick<Session, 'run' | 'context' | 'setOutput'>;

/**
 * The record to write to: of the named incident, else of the newest open one.
 * @throws RewindError incident-not-found, incident-corrupt, input-invalid for a closed one
 */
export async function openRecorder(session: Writer, { store, config }: Project, id?: string): Promise<Recorder> {
  const { environment } = config;
  const status =
    id === undefined ? await findOpen(store, environment) : statusOf(await readEntries(store, environment, id));
  if (status === null) {
    throw new RewindError('incident-not-found', `No incident of "${environment}" is open.`, {
      remedy: 'Open one: rewind incident open --title "what is wrong".',
    });
  }
  if (status.closed !== null) {
    throw new RewindError('input-invalid', `Incident ${status.id} was closed at ${status.closed.at}.`, {
      remedy: 'A closed record is not changed. Open a new incident: rewind incident open --title "what is wrong".',
    });
  }
  return new Recorder(store, environment, status.id, authorOf(session), session.context.clock);
}

/** The newest open incident, or a new one with this title. @throws RewindError incident-corrupt, store-write-failed */
export async function openOrNewRecorder(session: Writer, project: Project, title: string): Promise<Recorder> {
  const { store, config } = project;
  const { clock, randomHex } = session.context;
  const open = await findOpen(store, config.environment);
  const id = open?.id ?? snapshotIdAt(clock.now(), randomHex(3));
  const recorder = new Recorder(store, config.environment, id, authorOf(session), clock);
  if (open === null) await recorder.add('opened', { title, severity: null });
  announceRecord(session, project, id);
  return recorder;
}

/** Sets the outputs for the upload of the record (store "artifact"). */
export function announceRecord(session: Writer, { config }: Project, id: string): void {
  const upload = incidentArtifact(config.store, config.environment, id);
  if (upload === null) return;
  session.setOutput('incident-artifact', upload.name);
  session.setOutput('incident-path', upload.path);
}
