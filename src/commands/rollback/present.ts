import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangeOutcome } from '../../engine/apply.js';
import { commandLine } from '../../cli/command-line.js';
import { goalOf } from '../../engine/goal.js';
import { parseState } from '../../engine/live-plan.js';
import { describeState } from '../../engine/provider.js';
import { headText } from '../../incident/chain.js';
import { openObligations, type IncidentStatus } from '../../incident/status.js';
import { verdictOf } from '../../report/outcome.js';
import { rollbackResult, writeResult, type RollbackResult } from '../../report/result-file.js';
import { rollbackReport } from '../../report/rollback-report.js';
import { forSnapshot } from '../../runtime/create-context.js';
import { asRewindError } from '../../runtime/errors.js';
import { makeFolder } from '../../runtime/files.js';
import type { Concluded } from './conclude.js';
import { pageFacts } from './page-facts.js';
import type { Run } from './run.js';

/** Writes the report and the result. Law 8: a file that cannot be written or drawn does not take the place of the outcome. */
export async function present(run: Run, { facts, incident }: Concluded) {
  const { session, manifest } = run;
  const { masker } = session.context;
  const { out } = session.inputs;
  const { outcomes } = facts;
  const report = rollbackReport(facts);
  const verdict = verdictOf(facts);
  const deployments = await switched(run, outcomes);
  const about = {
    title: report.title,
    commit: deployments.some((one) => one.commit === null) ? null : (deployments[0]?.commit ?? null),
    deployments,
    incident: incident && { id: incident.id, head: headText(incident.head), quarantined: quarantinedBy(incident) },
  };
  const save = (name: string, text: () => string | Promise<string>): Promise<string | null> =>
    attempt(run, join(out, name), async (path) => writeFile(path, masker.redact(await text())));
  const saveResult = async (files: RollbackResult['report']): Promise<RollbackResult> => {
    const result = rollbackResult(facts, { ...about, report: files });
    await attempt(run, join(out, 'result.json'), (path) => writeResult(path, masker.redact(JSON.stringify(result))));
    return result;
  };
  const markdown = await save('report.md', () => report.markdown);
  // Before the page, which takes the longest: \`record\` needs it, whatever ends this run.
  await saveResult({ markdown, html: null });
  const html = await save('report.html', async () => {
    const { htmlReport } = await import('../../report/html/page.js');
    return htmlReport(facts, report, await pageFacts(run, incident));
  });
  const result = await saveResult({ markdown, html });
  return {
    exit: verdict === 'rolled-back' ? 0 : 1,
    json: result,
    text: [
      report.text,
      ...(markdown === null ? [] : [`Report: ${markdown}`]),
      ...(incident === null
        ? []
        : [`What is not yet normal: ${commandLine(session, ['incident', 'show', incident.id])}`]),
    ].join('\n'),
    summary: report.markdown,
    outputs: {
      verdict,
      'snapshot-id': manifest.id,
      'report-path': html ?? markdown ?? '',
      changes: String(outcomes.length),
      ...(incident === null ? {} : { 'incident-id': incident.id }),
    },
  } as const;
}

/** @param file relative to the repository. @returns it; null if it could not be written */
async function attempt({ session }: Run, file: string, write: (path: string) => Promise<void>): Promise<string | null> {
  try {
    makeFolder(session.path(session.inputs.out));
    await write(session.path(file));
    return file;
  } catch (error) {
    session.context.log.warn(`${file} could not be written: ${asRewindError(error).message} The outcome stands.`);
    return null;
  }
}

const quarantinedBy = (status: IncidentStatus): { commit: string; lift: string }[] =>
  openObligations(status).flatMap(({ kind, items, discharge }) =>
    kind === 'quarantined-commit' ? items.map((commit) => ({ commit, lift: discharge })) : [],
  );

/** The deployments that the plan switched; empty if it switched none. */
async function switched(
  { session, manifest, approved, resources, project }: Run,
  outcomes: readonly ChangeOutcome[],
): Promise<RollbackResult['deployments']> {
  const described = ({ id, provider }: Run['resources'][number]) => {
    const captured = manifest.resources.find((one) => one.id === id);
    return captured === undefined ? {} : describeState(provider, captured.state);
  };
  const isShared = project.resources.filter((resource) => described(resource).project !== undefined).length > 1;
  // From the approved plan: an earlier, interrupted run may have switched it.
  const changed = approved.changes.filter(({ stage }) => stage === 'deployment').map(({ resource }) => resource);
  return Promise.all(
    resources
      .filter(({ id }) => changed.includes(id))
      .map(async (resource) => {
        const failed = outcomes.some(
          ({ status, change }) => status !== 'done' && change.stage === 'deployment' && change.resource === resource.id,
        );
        const commit = failed ? null : await commitOf(resource, manifest, approved.recovers, session);
        return { resource: resource.id, project: described(resource).project ?? null, isShared, commit };
      }),
  );
}

/** The commit of the deployment that a resource serves again; null if it is unknown. */
async function commitOf(
  resource: Run['resources'][number],
  manifest: Run['manifest'],
  recovers: Run['approved']['recovers'],
  session: Run['session'],
): Promise<string | null> {
  const captured = manifest.resources.find(({ id }) => id === resource.id);
  if (captured === undefined) return null;
  try {
    const goal = await goalOf(
      resource,
      parseState(resource, captured.state),
      recovers,
      forSnapshot(session.context, manifest),
    );
    return describeState(resource.provider, goal).commit ?? null;
  } catch {
    // The report says what could not be read; only the page of GitHub is without the commit.
    return null;
  }
}
