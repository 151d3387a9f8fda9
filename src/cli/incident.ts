import { snapshotIdAt } from '../engine/manifest.js';
import { openIncidents, readEntries, Recorder } from '../incident/record.js';
import { isMitigation } from '../incident/obligations.js';
import { openObligations, statusOf, tellsOf, type IncidentStatus } from '../incident/status.js';
import type { Context, Logger } from '../runtime/context.js';
import { asRewindError, RewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
import { cutText, oneLine, sentences } from '../runtime/text.js';
import type { Store } from '../store/store.js';
import { announceIndex } from './uploads.js';
import { incidentArtifact } from '../store/artifact-names.js';
import { authorOf } from './author.js';
import { commandLine } from './command-line.js';
import type { Project, Session } from './session.js';

const TO_VERIFY = 'Run "rewind incident verify".';

type Writer = Pick<Session, 'inputs' | 'run' | 'context' | 'setOutput'>;

/**
 * The record to write to: of the named incident, else of the newest open one.
 * @throws RewindError incident-not-found, incident-corrupt, input-invalid for a closed one
 */
export async function openRecorder(session: Writer, { store, config }: Project, id?: string): Promise<Recorder> {
  const { environment } = config;
  const openOne = commandLine(session, ['incident', 'open', '--title', 'what is wrong']);
  const [status, ...others] =
    id === undefined
      ? await openIncidentsToChoose(session, store, environment)
      : [statusOf(await readEntries(store, environment, id))];
  if (others.length > 0) {
    const all = [status, ...others].map((one) => `${one?.id ?? ''} (${oneLine(one?.title ?? '')})`);
    throw new RewindError('input-invalid', `${all.length} incidents are open: ${all.join(', ')}.`, {
      remedy: 'Give the id of the one that you mean.',
    });
  }
  if (status === undefined) {
    throw new RewindError('incident-not-found', `No incident of "${environment}" is open.`, {
      remedy: `Nothing has to be discharged or closed. To note something, open one: ${openOne}.`,
    });
  }
  if (status.closed !== null) {
    throw new RewindError('input-invalid', `Incident ${status.id} was closed at ${status.closed.at}.`, {
      remedy: `A closed record is not changed. Open a new incident: ${openOne}.`,
    });
  }
  return recorderOf(session, { store, config }, status.id);
}

/** Of each run, its recorders by incident. A store may not tell that an entry exists, so a record has one writer in a run. */
const recorders = new WeakMap<Context, Map<string, Recorder>>();

/** The record of an incident, as the store holds it now. */
export function recorderOf(
  session: Writer,
  { store, config }: Pick<Project, 'store' | 'config'>,
  incident: string,
): Recorder {
  const { context } = session;
  const known = recorders.get(context) ?? new Map<string, Recorder>();
  const recorder =
    known.get(incident) ?? new Recorder(store, config.environment, incident, authorOf(session), context.clock);
  recorders.set(context, known.set(incident, recorder));
  recorder.refresh();
  return recorder;
}

/** Characters of a title: every list and every message repeats it. */
export const TITLE = 200;

/**
 * The open incident that mentions one of these rollbacks; else the newest open one; else a new one with this title.
 * @param digests of the rollback, and of the one that it undoes
 * @throws RewindError incident-corrupt, store-write-failed
 */
export async function openOrNewRecorder(
  session: Writer,
  project: Project,
  title: string,
  digests: readonly string[],
): Promise<Recorder> {
  const { store, config } = project;
  const { clock, randomHex, log } = session.context;
  const all = await openIncidentsOf(session, store, config.environment);
  const open = all.find((one) => digests.some((digest) => tellsOf(one, digest))) ?? all[0];
  if (open !== undefined && all.length > 1) {
    warnOnce(log, `${all.length} incidents are open. This rollback is written to ${open.id} (${oneLine(open.title)}).`);
  }
  const id = open?.id ?? snapshotIdAt(clock.now(), randomHex(2));
  const recorder = recorderOf(session, project, id);
  if (open === undefined) await recorder.add('opened', { title: cutText(title.trim(), TITLE), severity: null });
  announceRecord(session, project, id);
  return recorder;
}

/** The open incidents, newest first. A damaged one is a warning. */
export function openIncidentsOf(
  { context }: Pick<Session, 'context'>,
  store: Store,
  environment: string,
): Promise<IncidentStatus[]> {
  return openIncidents(store, environment, ({ message }) => warnOnce(context.log, `${message} ${TO_VERIFY}`));
}

/** For a plan: until when each mitigation is in effect that an open incident names. */
export const openMitigationFindings = async (
  session: Pick<Session, 'context'>,
  project: Pick<Project, 'store' | 'config'>,
): Promise<(Finding & { resource: string })[]> =>
  (await mitigationsInEffect(session, project)).map((message) => ({
    level: 'warning',
    code: 'mitigation-open',
    resource: 'mitigations',
    message,
    remedy:
      'Its end changes production, too. A change that only begins where the mitigation had begun stays valid after its lift.',
  }));

/**
 * The mitigations that the open incidents say to be in effect, a sentence each. A record that cannot be read is a warning.
 */
export async function mitigationsInEffect(
  session: Pick<Session, 'context'>,
  { store, config }: Pick<Project, 'store' | 'config'>,
): Promise<string[]> {
  try {
    const open = await openIncidentsOf(session, store, config.environment);
    return open.flatMap(openObligations).flatMap(({ kind, what }) => (isMitigation(kind) ? [what] : []));
  } catch (error) {
    const { message, remedy } = asRewindError(error);
    session.context.log.warn(sentences(`Whether a mitigation is in effect is unknown: ${message}`, remedy));
    return [];
  }
}

/**
 * As `openIncidentsOf`, for a command that was given no id.
 * @throws RewindError incident-corrupt if none is open and a record is damaged, because that one may be open
 */
export async function openIncidentsToChoose(
  { context }: Pick<Session, 'context'>,
  store: Store,
  environment: string,
): Promise<IncidentStatus[]> {
  const damaged: RewindError[] = [];
  const open = await openIncidents(store, environment, (error) => damaged.push(error));
  if (open.length === 0 && damaged[0] !== undefined) throw damaged[0];
  for (const { message } of damaged) warnOnce(context.log, `${message} ${TO_VERIFY}`);
  return open;
}

/** One command reads the incidents several times. */
const warned = new WeakMap<Logger, Set<string>>();
function warnOnce(log: Logger, message: string): void {
  const before = warned.get(log) ?? new Set();
  if (before.has(message)) return;
  warned.set(log, before.add(message));
  log.warn(message);
}

/** With the store "artifact", only a workflow step can upload what was written. */
export function warnIfLocal({ run, context }: Writer, { config }: Pick<Project, 'config'>, id: string): void {
  const upload = incidentArtifact(config.store, config.environment, id);
  if (upload === null || run !== null) return;
  context.log.warn(
    `The entry is only in ${upload.path} on this machine: the store "artifact" takes records from workflows only. Write it with the workflow of examples/incident.yml.`,
  );
}

/** Sets the outputs for the upload of the record (store "artifact"). */
export function announceRecord(session: Writer, project: Project, id: string): void {
  const { config } = project;
  const upload = incidentArtifact(config.store, config.environment, id);
  if (upload === null) return;
  announceIndex(session, project, 'records');
  session.setOutput('incident-artifact', upload.name);
  session.setOutput('incident-path', upload.path);
}
