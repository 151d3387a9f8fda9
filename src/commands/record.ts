import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asRewindError, RewindError } from '../runtime/errors.js';
import { parseJournal } from '../engine/journal.js';
import { createGitHub, type GitHub } from '../services/github/client.js';
import { upsertComment } from '../services/github/comments.js';
import { recordLive } from '../services/github/deployments.js';
import { readReviews } from '../services/github/environment.js';
import { pullsBetween } from '../services/github/pulls.js';
import type { WorkflowRun } from '../services/github/workflow-run.js';
import { escapeText } from '../report/markdown.js';
import { parseResult, type RollbackResult } from '../report/result-file.js';
import type { CommandResult } from '../cli/result.js';
import type { Session } from '../cli/session.js';
import { describeApproval } from '../approval/approval-record.js';

/**
 * After a rollback: tells GitHub what is live now, and the issue of the incident what was done. Runs in a job of its own,
 * which holds no credential of production. Each part is tried whatever becomes of the others.
 */
export async function record(session: Session): Promise<CommandResult> {
  const { run, inputs } = session;
  if (run === null) throw new RewindError('input-invalid', '"record" speaks to GitHub: it runs in a workflow only.');
  const github = createGitHub(session.context);
  const result = await readResult(session);
  const headline = result?.title ?? (await withoutResult(session, github, run));
  const told: string[] = [];
  const problems: string[] = [];
  const attempt = async (what: string, step: () => Promise<string>): Promise<string> => {
    try {
      const said = await step();
      told.push(said);
      return said;
    } catch (error) {
      const { message, remedy } = asRewindError(error);
      problems.push(`${what}: ${message} ${remedy}`);
      return '';
    }
  };
  const commit = result?.commit ?? null;
  if (result !== null && commit !== null) {
    await attempt('Deployments page', () => deployments(github, result, commit, run));
  }
  const pulls = commit === null ? '' : await attempt('Pull requests', () => rolledBack(github, commit, run.sha));
  if (inputs.incident !== null) {
    const { incident } = inputs;
    await attempt(`Issue #${incident}`, async () => {
      const body = incidentComment(result, headline, run, pulls);
      return `told #${incident}: ${await upsertComment(github, incident, `run-${run.runId}`, body, 'issues: write')}`;
    });
  }
  return {
    exit: problems.length === 0 ? 0 : 1,
    json: { ok: problems.length === 0, told, problems },
    text: [headline, ...told.map((line) => `  ${line}`), ...problems.map((line) => `  FAILED: ${line}`)].join('\n'),
    summary: [
      `## ${escapeText(headline)}`,
      ...told.map((line) => `- ${escapeText(line)}`),
      ...problems.map((line) => `- ❌ ${escapeText(line)}`),
    ].join('\n\n'),
    outputs: { verdict: result === null ? 'unknown' : result.ok ? 'rolled-back' : 'incomplete' },
  };
}

async function readResult(session: Session): Promise<RollbackResult | null> {
  const path = session.path(join(session.inputs.out, 'result.json'));
  if (!existsSync(path)) return null;
  return parseResult(JSON.parse(await readFile(path, 'utf8')));
}

async function deployments(github: GitHub, result: RollbackResult, commit: string, run: WorkflowRun): Promise<string> {
  const said = `Rolled back to snapshot ${result.snapshot}`;
  const { live, created, inactive } = await recordLive(github, result.environment, commit, run.url, said);
  const others = inactive.length === 0 ? '' : `; ${inactive.length} other(s) marked inactive`;
  return `Deployments page: ${commit.slice(0, 7)} is live (${created ? 'new ' : ''}deployment ${live})${others}`;
}

async function rolledBack(github: GitHub, base: string, head: string): Promise<string> {
  const pulls = await pullsBetween(github, base, head);
  if (pulls.length === 0) return 'No pull request lies between what is live and what was rolled back.';
  return `Not live any more: ${pulls.map(({ number, title }) => `#${number} ${title}`).join('; ')}`;
}

/** Why there is no result, as far as it can be told: whoever reads it must know whether something was changed. */
async function withoutResult(session: Session, github: GitHub, run: WorkflowRun): Promise<string> {
  const journal = session.path(join(session.inputs.out, 'journal'));
  const files = existsSync(journal) ? await readdir(journal) : null;
  const texts = await Promise.all((files ?? []).map((name) => readFile(join(journal, name), 'utf8')));
  if (texts.flatMap(parseJournal).some(({ event }) => event === 'begin')) {
    return 'The rollback did NOT finish: it was stopped in the middle. Its journal says how far it came; run the failed job again, it goes on from there.';
  }
  if (files !== null) return 'Nothing was changed: the rollback stopped before its first change. Its log says why.';
  const rejected = await readReviews(github, run.runId).then(
    (reviews) => reviews.filter(({ state }) => state === 'rejected'),
    () => [],
  );
  const [first] = rejected;
  if (first) {
    const why = first.comment === '' ? '' : `: ${first.comment}`;
    return `Nothing was changed: ${first.login} did not approve the rollback${why}.`;
  }
  return 'The rollback left no result, and nothing says how far it came: look at its log, then plan anew, which shows what is left to do.';
}

function incidentComment(result: RollbackResult | null, headline: string, run: WorkflowRun, pulls: string): string {
  if (result === null) return `**${escapeText(headline)}** [The run](${run.url})`;
  return [
    `**${escapeText(result.title)}**`,
    `${escapeText(describeApproval(result.approval))}. [Run](${run.url}), snapshot \`${result.snapshot}\`, plan \`${result.digest.slice(0, 12)}\`.`,
    ...result.failed.map(({ change, status, message }) => `- ${status}: \`${change}\` ${escapeText(message ?? '')}`),
    ...(result.manual.length === 0
      ? []
      : [`Still to be done by hand: ${result.manual.map((key) => `\`${key}\``).join(', ')}`]),
    pulls === '' ? '' : escapeText(pulls),
    ...(result.undo.length === 0
      ? []
      : [`To undo this rollback: snapshot ${result.undo.map((id) => `\`${id}\``).join(' and ')}.`]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
