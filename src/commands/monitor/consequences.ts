import { openOrNewRecorder } from '../../cli/incident.js';
import type { Project, Session } from '../../cli/session.js';
import type { Verdict } from '../../probes/verdict.js';
import { highestOf, verdictLine } from '../../report/verdict.js';
import { asRewindError } from '../../runtime/errors.js';
import { createGitHub, type GitHub } from '../../services/github/client.js';
import { dispatchedRun, dispatchWorkflow } from '../../services/github/dispatch.js';
import type { Content } from '../../incident/entry.js';
import type { Recorder } from '../../incident/record.js';
import type { Frame } from './frame.js';
import { finite } from '../../runtime/json.js';

/** True for a verdict that is written into the record, and has consequences. */
export const isHarmful = ({ level }: Verdict): boolean => level === 'mitigate' || level === 'roll-back';

/**
 * Writes verdicts from `mitigate` on into the incident record, each once for a deployment. Opens an incident if none is open.
 * The record is not a condition of the verdict: what cannot be written is a warning.
 *
 * @returns null if nothing was written. With the store "artifact" nothing is: its record has one writer at a time, and a
 *   watch must not hold up a rollback
 */
export async function tellIncident(
  session: Session,
  project: Project,
  { deployment }: Frame,
  reached: readonly Verdict[],
): Promise<Recorder | null> {
  const told = reached.filter(isHarmful);
  const [worst] = told.slice(-1);
  if (worst === undefined || project.store.expires === true) return null;
  try {
    const title = `Deployment ${deployment ?? 'of production'}: ${verdictLine(worst)}`;
    const recorder = await openOrNewRecorder(session, project, title, []);
    for (const verdict of told) {
      const data = entryOf(verdict, deployment);
      if (data !== null) await recorder.add('verdict', data, `verdict:${deployment ?? 'production'}:${verdict.level}`);
    }
    return recorder;
  } catch (error) {
    const { message, remedy } = asRewindError(error);
    session.context.log.warn(`The verdict is not in the incident record: ${message} ${remedy}`);
    return null;
  }
}

function entryOf(verdict: Verdict, deployment: string | null) {
  const top = highestOf(verdict);
  if (top?.decisive == null || verdict.level === 'inconclusive') return null;
  const { probe, rule, bad, total, p0, evidence, thresholds } = top.decisive;
  const threshold = verdict.level === 'healthy' ? undefined : thresholds[verdict.level];
  return {
    level: verdict.level,
    deployment,
    criterion: top.criterion,
    probe,
    rule,
    bad,
    total,
    normal: finite(p0),
    evidence: finite(evidence),
    threshold: finite(threshold),
    suspect: verdict.suspect,
    reachedAt: new Date(verdict.at).toISOString(),
  };
}

/** A workflow to start; its plan waits for the approval. */
export interface Start {
  /** File name. */
  readonly workflow: string;
  /** Besides the reason. */
  readonly inputs: Readonly<Record<string, string>>;
}

/**
 * Starts a workflow for a deployment, once in each incident: the decision is written before the workflow is started. If the
 * decision stands already, a run of the workflow since then counts as its start. Without a record, a run since the snapshot
 * does.
 *
 * @returns what happened, whole sentences
 */
export async function dispatchOnce(
  session: Session,
  { workflow, inputs }: Start,
  { deployment, takenAt }: Frame,
  recorder: Recorder | null,
  verdict: Verdict,
): Promise<string> {
  const { context, run } = session;
  if (run === null) return `${workflow} was not started: this is not a workflow run. Start it in GitHub.`;
  const line = verdictLine(verdict);
  const reason = (recorder === null ? line : `${line} (incident ${recorder.incident})`).slice(0, 500);
  try {
    const github = createGitHub(context);
    const since =
      recorder === null ? takenAt : await decided(recorder, { workflow, deployment, reason }, inputs.mitigation);
    const started = since === null ? null : await startedSince(context, github, workflow, since);
    if (started !== null) return `${workflow} was started already for this deployment: ${started}`;
    await dispatchWorkflow(github, workflow, { reason, ...inputs });
    return `${workflow} was started. Its plan waits for the approval.`;
  } catch (error) {
    const { message, remedy } = asRewindError(error);
    return `${workflow} was not started: ${message} ${remedy} Start it in GitHub.`;
  }
}

/** From a decision to the run that it starts. */
const START_MS = 30_000;
const POLL_MS = 3_000;

/** The run that was started since then. A watch beside this one that has just decided it may be about to start it. */
async function startedSince(
  { clock, signal }: Session['context'],
  github: GitHub,
  workflow: string,
  since: string,
): Promise<string | null> {
  for (;;) {
    const started = await dispatchedRun(github, workflow, new Date(since));
    const age = clock.now().getTime() - Date.parse(since);
    if (started !== null || age < 0 || age >= START_MS) return started;
    await clock.sleep(POLL_MS, signal);
  }
}

/**
 * @param mitigation one workflow can start both, a mitigation and a rollback
 * @returns when the same was decided before; null: it is a new decision
 */
async function decided(
  recorder: Recorder,
  decision: Content<'decided'>,
  mitigation: string | undefined,
): Promise<string | null> {
  const what = mitigation === undefined ? '' : `:mitigate:${mitigation}`;
  const key = `dispatch:${decision.workflow}:${decision.deployment ?? 'production'}${what}`;
  if (await recorder.add('decided', decision, key)) return null;
  return (await recorder.entries()).find((entry) => entry.key === key)?.at ?? null;
}
