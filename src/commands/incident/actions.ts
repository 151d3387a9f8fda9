import { commandLine } from '../../cli/command-line.js';
import {
  announceRecord,
  openIncidentsOf,
  openIncidentsToChoose,
  openRecorder,
  recorderOf,
  TITLE,
  warnIfLocal,
} from '../../cli/incident.js';
import type { CommandResult, OutputName } from '../../cli/result.js';
import type { Project } from '../../cli/session.js';
import { tellNow } from '../../cli/tell.js';
import { snapshotIdAt } from '../../engine/manifest.js';
import { headText, problemsOf, type Head } from '../../incident/chain.js';
import { INCIDENT_ID, noIncidentId } from '../../incident/entry.js';
import { INCIDENTS_AT_ONCE, listIncidents, readEntries, readRecord } from '../../incident/record.js';
import { openObligations, statusOf, type IncidentStatus } from '../../incident/status.js';
import { incidentLine, incidentMarkdown, incidentText } from '../../report/incident.js';
import { codeSpan, escapeText } from '../../runtime/markdown.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import { mapLimited } from '../../runtime/flow.js';
import { toJson } from '../../runtime/json.js';
import { plural, textOf } from '../../runtime/text.js';
import { placeOf } from '../../store/index.js';
import { pastRollbacks } from '../undo/past-rollbacks.js';
import { unrecordedRollback } from '../undo/unrecorded.js';
import type { IncidentSession } from './flags.js';
import { liftOnGitHub } from './lift.js';

type Verdict = 'sound' | 'damaged' | 'open' | 'closed' | 'none';
type Result = CommandResult<Verdict, OutputName & `incident-${string}`>;
type Action = (session: IncidentSession, project: Project, id: string | undefined) => Promise<Result>;

/** Each action by its name. */
export const ACTIONS = { open, list, show, note, discharge, close, verify } satisfies Record<string, Action>;

export async function run(action: keyof typeof ACTIONS, session: IncidentSession, id?: string): Promise<Result> {
  if (id !== undefined && !INCIDENT_ID.test(id)) {
    throw noIncidentId(id);
  }
  if (id !== undefined && (action === 'open' || action === 'list')) {
    throw new RewindError('input-invalid', `incident ${action} takes no id (got "${id}").`, {
      remedy:
        action === 'open' ? 'A new incident gets its id from Rewind. Leave it out.' : 'To see one: incident show.',
    });
  }
  assertOwnFlags(action, session);
  // A head that is not compared would look like a proof.
  if (session.inputs.head !== null && action !== 'verify') {
    throw new RewindError('input-invalid', `incident ${action} compares no head: --head belongs to incident verify.`, {
      remedy: `Leave --head out, or run: ${commandLine(session, ['incident', 'verify', '--head', headText(session.inputs.head)])}`,
    });
  }
  return ACTIONS[action](session, await session.open(), id);
}

/** The flags of one action, or of two. */
const OWN = {
  title: ['open'],
  severity: ['open'],
  text: ['note'],
  obligation: ['discharge'],
  reason: ['discharge', 'close'],
} as const satisfies Readonly<Record<string, readonly (keyof typeof ACTIONS)[]>>;

/**
 * What was typed for another action would be lost. A text that this action takes too is not lost: the form of a workflow
 * fills title, text and reason from one field.
 */
function assertOwnFlags(action: keyof typeof ACTIONS, { inputs }: IncidentSession): void {
  const flags = Object.entries(OWN) as [keyof typeof OWN, readonly (keyof typeof ACTIONS)[]][];
  const taken = flags.flatMap(([flag, actions]) => (actions.includes(action) ? [inputs[flag]] : []));
  const lost = flags.filter(
    ([flag, actions]) => inputs.given.has(flag) && !actions.includes(action) && !taken.includes(inputs[flag]),
  );
  if (lost.length === 0) return;
  throw new RewindError(
    'input-invalid',
    `incident ${action} takes no ${lost.map(([flag]) => `--${flag}`).join(', ')}.`,
    {
      remedy: lost
        .map(
          ([flag, actions]) =>
            `Leave --${flag} out: it belongs to ${actions.map((one) => `"incident ${one}"`).join(' and ')}.`,
        )
        .join(' '),
    },
  );
}

async function open(session: IncidentSession, project: Project): Promise<Result> {
  const { context: ctx, inputs } = session;
  const title = required(inputs.title, 'title', 'open');
  for (const before of await openIncidentsOf(session, project.store, project.config.environment)) {
    ctx.log.warn(`Incident ${before.id} is still open: ${incidentLine(before, ctx.clock.now())}`);
  }
  const recorder = recorderOf(session, project, snapshotIdAt(ctx.clock.now(), ctx.randomHex(2)));
  await recorder.add('opened', { title, severity: inputs.severity });
  return told(session, project, recorder.incident);
}

async function list(session: IncidentSession, project: Project): Promise<Result> {
  const { environment } = project.config;
  const now = session.context.clock.now();
  const ids = (await listIncidents(project.store, environment)).reverse();
  const rows = await mapLimited(ids, INCIDENTS_AT_ONCE, async (id) => {
    try {
      const status = statusOf(await readEntries(project.store, environment, id));
      return { id, status, line: incidentLine(status, now) };
    } catch (error) {
      return { id, status: null, line: `DAMAGED: ${asRewindError(error).message}` };
    }
  });
  const empty = `"${environment}" has no incidents.`;
  return {
    exit: 0,
    json: toJson({ environment, incidents: rows.map(({ id, status, line }) => status ?? { id, problem: line }) }),
    text: rows.length === 0 ? empty : textOf(rows.map(({ id, line }) => `${id}  ${line}`)),
    summary: `## Incidents of ${codeSpan(environment)}\n\n${
      rows.length === 0
        ? escapeText(empty)
        : rows.map(({ id, line }) => `- ${codeSpan(id)} ${escapeText(line)}`).join('\n')
    }\n`,
  };
}

async function show(session: IncidentSession, project: Project, id: string | undefined): Promise<Result> {
  const openOnes = id === undefined ? openIncidentsToChoose : openIncidentsOf;
  const open = await openOnes(session, project.store, project.config.environment);
  const chosen = id ?? open[0]?.id;
  if (chosen !== undefined) {
    return shown(session, project, chosen, { alsoOpen: open.filter((one) => one.id !== chosen) });
  }
  const { environment, store } = project.config;
  // A wrong store has no open incident, too.
  const none = `No incident of "${environment}" is open in ${placeOf(store, session.context)}`;
  const unrecorded = await unrecordedRollback(project, await pastRollbacks(session, project));
  const text =
    unrecorded === null
      ? `${none}: nothing is left to be undone or finished.`
      : `${none}, and it is unknown ${unrecorded.what}: ${unrecorded.why((words) => commandLine(session, words))}`;
  return {
    exit: 0,
    json: toJson({ environment: project.config.environment, incident: null, untold: unrecorded?.digest ?? null }),
    text,
    summary: `${escapeText(text)}\n`,
    outputs: { verdict: 'none' },
  };
}

async function note(session: IncidentSession, project: Project, id: string | undefined): Promise<Result> {
  const text = required(session.inputs.text, 'text', 'note');
  const recorder = await openRecorder(session, project, id);
  await recorder.add('note', { text });
  return shown(session, project, recorder.incident);
}

async function discharge(session: IncidentSession, project: Project, id: string | undefined): Promise<Result> {
  const obligation = required(session.inputs.obligation, 'obligation', 'discharge');
  const reason = required(session.inputs.reason, 'reason', 'discharge');
  const recorder = await openRecorder(session, project, id);
  const status = statusOf(await readEntries(project.store, project.config.environment, recorder.incident));
  const known = openObligations(status).map(({ id: name }) => name);
  if (!known.includes(obligation)) {
    throw new RewindError('input-invalid', `Incident ${status.id} has no open obligation "${obligation}".`, {
      remedy: known.length === 0 ? 'No obligation is open.' : `Open are: ${known.join(', ')}.`,
    });
  }
  await recorder.add('discharged', { id: obligation, how: reason });
  await liftOnGitHub(session, project, recorder, obligation);
  return shown(session, project, recorder.incident);
}

async function close(session: IncidentSession, project: Project, id: string | undefined): Promise<Result> {
  const reason = required(session.inputs.reason, 'reason', 'close');
  const recorder = await openRecorder(session, project, id);
  const status = statusOf(await readEntries(project.store, project.config.environment, recorder.incident));
  const left = openObligations(status);
  if (left.length > 0) {
    throw new RewindError('incident-open', `Incident ${status.id} has ${plural(left.length, 'open obligation')}.`, {
      problems: left.map(({ id: name, what, discharge: how }) => `${name}: ${what} To discharge: ${how}`),
    });
  }
  await recorder.add('closed', { reason });
  return told(session, project, recorder.incident);
}

/** Tells the channels. A broken one is named, and changes nothing in the result. */
async function told(session: IncidentSession, project: Project, id: string): Promise<Result> {
  await tellNow(session, project, id);
  return shown(session, project, id);
}

async function verify(session: IncidentSession, project: Project, id: string | undefined): Promise<Result> {
  const { environment } = project.config;
  const ids = id === undefined ? await listIncidents(project.store, environment) : [id];
  const { head } = session.inputs;
  if (id !== undefined && head !== null) await assertNotOfAnother(session, project, id, head);
  const records = await mapLimited(ids, INCIDENTS_AT_ONCE, async (incident) => ({
    incident,
    ...(await readRecord(project.store, environment, incident)),
  }));
  const checked = records.map(({ incident, stored, head: own }) => ({
    incident,
    entries: stored.length,
    problems: problemsOf(stored, incident, own, id === undefined ? null : head),
  }));
  const entries = records.flatMap(({ stored }) => stored.map(({ entry }) => entry?.hash));
  const lost =
    head === null || id !== undefined || entries.includes(head.hash)
      ? []
      : [`No record of "${environment}" holds entry ${headText(head)}: a record was cut, replaced or removed.`];
  const damaged = checked.filter(({ problems }) => problems.length > 0);
  const lines = checked.flatMap(({ incident, entries: count, problems }) => [
    `${incident}: ${problems.length === 0 ? `sound (${plural(count, 'entry', 'entries')})` : 'DAMAGED'}`,
    ...problems.map((problem) => `  ${problem}`),
  ]);
  const sound =
    checked.length === 0
      ? `"${environment}" has no incidents: there is nothing to verify.`
      : `Each entry of ${plural(checked.length, 'incident')} is as it was written.`;
  const headline =
    lost[0] ??
    (damaged.length === 0
      ? sound
      : `${damaged.length} of ${plural(checked.length, 'incident')} ${damaged.length === 1 ? 'was changed after it was' : 'were changed after they were'} written.`);
  const ok = damaged.length === 0 && lost.length === 0;
  return {
    exit: ok ? 0 : 3,
    json: toJson({ ok, incidents: checked, problems: lost }),
    text: textOf([headline, ...lines]),
    summary: [`## ${escapeText(headline)}`, ...lines.map((line) => `- ${escapeText(line.trim())}`)].join('\n\n'),
    outputs: { verdict: ok ? 'sound' : 'damaged' },
  };
}

/** @throws RewindError input-invalid if the head is that of another incident: it says nothing about this one */
async function assertNotOfAnother(
  session: IncidentSession,
  { store, config }: Project,
  id: string,
  head: Head,
): Promise<void> {
  const { environment } = config;
  const all = await mapLimited(await listIncidents(store, environment), INCIDENTS_AT_ONCE, async (incident) => {
    const { stored } = await readRecord(store, environment, incident);
    return stored.some(({ entry }) => entry?.hash === head.hash) ? [incident] : [];
  });
  const [owner, ...more] = all.flat();
  if (owner === undefined || owner === id || more.includes(id)) return;
  throw new RewindError('input-invalid', `The head ${headText(head)} belongs to incident ${owner}, not to ${id}.`, {
    remedy: `Verify the incident that it belongs to: ${commandLine(session, ['incident', 'verify', owner, '--head', headText(head)])}`,
  });
}

interface Details {
  /** The other open incidents of the environment. */
  readonly alsoOpen: readonly IncidentStatus[];
}

/** @param details null after a write, for the state without the timeline */
async function shown(
  session: IncidentSession,
  project: Project,
  id: string,
  details: Details | null = null,
): Promise<Result> {
  const { config, store } = project;
  const entries = await readEntries(store, config.environment, id);
  const status = statusOf(entries);
  const now = session.context.clock.now();
  announceRecord(session, project, id);
  if (details === null) warnIfLocal(session, project, id);
  const timeline = details === null ? null : entries;
  const { alsoOpen } = details ?? { alsoOpen: [] };
  const others =
    alsoOpen.length === 0
      ? []
      : [
          `Also open: ${plural(alsoOpen.length, 'incident')}.`,
          ...alsoOpen.map((one) => `  ${one.id}  ${incidentLine(one, now)}`),
        ];
  return {
    exit: 0,
    json: toJson({ ...status, ...(details === null ? {} : { entries, alsoOpen: alsoOpen.map((one) => one.id) }) }),
    text: [incidentText(status, timeline, now), textOf(others)].filter((part) => part !== '').join('\n\n'),
    summary: [incidentMarkdown(status, timeline, now), ...others.map((line) => escapeText(line.trim()))].join('\n'),
    outputs: { 'incident-id': id, verdict: status.closed === null ? 'open' : 'closed' },
  };
}

/** A timeline holds each other text. In characters. */
const LIMITS: Readonly<Record<string, number>> = { title: TITLE };
const LIMIT = 4000;

/** @throws RewindError input-invalid */
function required(value: string | null, flag: string, action: string): string {
  if (value === null || value.trim() === '') {
    throw new RewindError('input-invalid', `incident ${action} needs --${flag}.`);
  }
  const most = LIMITS[flag] ?? LIMIT;
  if (value.length <= most) return value;
  throw new RewindError('input-invalid', `--${flag} has ${value.length} characters; at most ${most} are allowed.`, {
    remedy: 'Shorten it. A record is append-only: keep long texts elsewhere and give their address.',
  });
}
