import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asRewindError, RewindError } from '../runtime/errors.js';
import { toJson } from '../runtime/json.js';
import { entriesOf, parseJournal } from '../engine/journal.js';
import { createGitHub, type GitHub } from '../services/github/client.js';
import { commentsNotWritten, tellRecovered, tellRolledBack } from '../cli/pull-comments.js';
import { showHeld, statusNotWritten } from '../cli/quarantine-status.js';
import { upsertComment } from '../services/github/comments.js';
import { recordLive } from '../services/github/deployments.js';
import { readReviews } from '../services/github/environment.js';
import { namedIssueError, numberOf } from '../services/github/issue-ref.js';
import { pullsBetween } from '../services/github/pulls.js';
import type { WorkflowRun } from '../services/github/workflow-run.js';
import { findingsMarkdown, findingsText, type ResourceFinding } from '../report/findings.js';
import { codeSpan, escapeText, remark } from '../runtime/markdown.js';
import { statesText } from '../report/areas.js';
import { WHY } from '../report/rollback-report.js';
import { parseResult, type RollbackFailure, type RollbackResult } from '../report/result-file.js';
import type { Session } from '../cli/session.js';
import { describeApproval } from '../approval/approval-record.js';
import { defineCommand } from '../cli/command.js';
import { FLAGS, toggle, type CommonInputs, type Flag } from '../cli/flags.js';
import { cutText, oneLine, plural, textOf } from '../runtime/text.js';

const commentPulls = toggle(
  'Comment in the pull requests that were rolled back, and edit the comment when they are deployed again. Needs pull-requests: write or issues: write.',
);
const attemptFlag: Flag<number | null> = {
  value: 'number',
  description: 'Attempt of this run that rolled back, if only "record" was started again. Default: this attempt.',
  allowed: 'the number of an attempt of this run',
  parse: (given) => (/^[1-9]\d{0,4}$/.test(given) ? Number(given) : undefined),
  absent: null,
};
type WithOut = Session<CommonInputs & { readonly out: string }>;

/**
 * Runs in a separate job without production credentials. Tries each part even if another one fails.
 */
export default defineCommand({
  name: 'record',
  summary: 'Record a rollback in GitHub: update the Deployments page and comment in the incident issue.',
  flags: { out: FLAGS.out, incident: FLAGS.incident, 'comment-pulls': commentPulls, attempt: attemptFlag },
  examples: ['record --incident 42'],
  verdicts: ['rolled-back', 'not-recovered', 'incomplete', 'unknown'],
  async run(session) {
    const { run: own, inputs } = session;
    if (own === null) throw new RewindError('input-invalid', '"record" runs only in a GitHub Actions workflow.');
    // "Re-run failed jobs" starts this job again, not the one that rolled back: its result is of an earlier attempt.
    const run = { ...own, attempt: inputs.attempt ?? own.attempt };
    const github = createGitHub(session.context);
    const saved = await readResult(session, run);
    const result = saved?.kind === 'rewind-result' ? saved : null;
    const headline =
      result?.title ?? (await withoutResult(session, github, run, saved?.kind === 'rewind-failure' ? saved : null));
    const done: string[] = [];
    const problems: string[] = [];
    const attempt = async (what: string, step: () => Promise<string>): Promise<string> => {
      try {
        const said = await step();
        done.push(said);
        return said;
      } catch (error) {
        const { message, remedy } = asRewindError(error);
        problems.push(`${what}: ${message} ${remedy}`);
        return '';
      }
    };
    const findings = await quarantine(session, github, result, run, done);
    const commit = result?.commit ?? null;
    for (const { commit: live, ...place } of result?.deployments ?? []) {
      if (result === null || live === null) continue;
      await attempt('Deployments page', () => deployments(github, result, place, live, run));
    }
    const pulls =
      commit === null || result?.recovery === true
        ? ''
        : await attempt('Pull requests', () => rolledBack(github, commit, run.sha));
    if (inputs.commentPulls) findings.push(...(await inPulls(session, github, result, run, done)));
    if (inputs.incident !== null) {
      const { incident } = inputs;
      await attempt(`Issue #${incident.number}`, async () => {
        const issue = numberOf(github, incident);
        const body = incidentComment(result, headline, run, pulls);
        // Two environments may be rolled back by one run.
        const mark = result === null ? `run-${run.runId}` : `run-${run.runId}-${result.environment}`;
        try {
          return `Commented in #${issue}: ${await upsertComment(github, issue, mark, body, 'issues: write')}`;
        } catch (error) {
          throw namedIssueError(error, github, issue);
        }
      });
    }
    return {
      exit: problems.length === 0 ? 0 : 1,
      json: toJson({ ok: problems.length === 0, done, problems, findings }),
      text: [
        textOf([headline, ...done.map((line) => `  ${line}`), ...problems.map((line) => `  FAILED: ${line}`)]),
        ...(findings.length === 0 ? [] : [findingsText(findings)]),
      ].join('\n'),
      summary: [
        `## ${escapeText(headline)}`,
        ...done.map((line) => `- ${escapeText(line)}`),
        ...problems.map((line) => `- ❌ ${escapeText(line)}`),
        ...(findings.length === 0 ? [] : [findingsMarkdown(findings)]),
        ...heldBack(result),
      ].join('\n\n'),
      outputs: { verdict: result?.verdict ?? 'unknown' },
    };
  },
});

/**
 * The result of this run and of the attempt that rolled back. A self-hosted runner may still hold that of an earlier one, and a job that was
 * killed may leave a part of it: then the journal tells.
 */
async function readResult(session: WithOut, run: WorkflowRun): Promise<RollbackResult | RollbackFailure | null> {
  const path = session.path(join(session.inputs.out, 'result.json'));
  if (!existsSync(path)) return null;
  let result;
  try {
    result = parseResult(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    session.context.log.warn(`${path} cannot be read: ${asRewindError(error).message}`);
    return null;
  }
  const { url, attempt } = result.approval;
  if (url === run.url && attempt === run.attempt) return result;
  const of = url === null ? 'on a command line' : `${url}, attempt ${attempt ?? '?'}`;
  session.context.log.warn(`${path} is the result of another run (${of}).`);
  return null;
}

/** Shows on GitHub which commits are held back. The quarantine stands in the record, so a failure is a warning. */
async function quarantine(
  { context }: WithOut,
  github: GitHub,
  result: RollbackResult | null,
  run: WorkflowRun,
  done: string[],
): Promise<ResourceFinding[]> {
  const findings: ResourceFinding[] = [];
  if (result === null) return findings;
  for (const { commit } of result.incident?.quarantined ?? []) {
    const place = { commit, environment: result.environment };
    try {
      done.push(await showHeld(github, place, result.incident?.id ?? '', run.url));
    } catch (error) {
      const finding = statusNotWritten(place, 'failure', error);
      context.log.warn(`${finding.message} (${finding.code})`);
      findings.push({ ...finding, resource: 'github' });
    }
  }
  return findings;
}

/** Comments in the pull requests of what was rolled back or recovered. A failure is a warning. */
async function inPulls(
  { context }: WithOut,
  github: GitHub,
  result: RollbackResult | null,
  run: WorkflowRun,
  done: string[],
): Promise<ResourceFinding[]> {
  if (result?.incident == null || result.commit === null) return [];
  const { environment, incident, commit, recovery } = result;
  const told = { environment, incident: incident.id, commit, url: run.url };
  const heads = incident.quarantined.map((one) => one.commit);
  try {
    done.push(await (recovery ? tellRecovered(github, told) : tellRolledBack(github, told, heads)));
    return [];
  } catch (error) {
    const finding = commentsNotWritten(error);
    context.log.warn(`${finding.message} (${finding.code})`);
    return [{ ...finding, resource: 'github' }];
  }
}

/** Each commit that is held back, with the command that lifts it. */
const heldBack = (result: RollbackResult | null): string[] =>
  (result?.incident?.quarantined ?? []).map(
    ({ commit, lift }) => `Commit ${codeSpan(commit.slice(0, 12))} is held back. To lift it: ${codeSpan(lift)}`,
  );

async function deployments(
  github: GitHub,
  result: RollbackResult,
  { project, isShared }: Pick<RollbackResult['deployments'][number], 'project' | 'isShared'>,
  commit: string,
  run: WorkflowRun,
): Promise<string> {
  const what = result.recovery ? 'Recovered by Rewind' : `Rolled back to snapshot ${result.snapshot}`;
  const said = result.incident === null ? what : `${what}; incident head ${result.incident.head}`;
  const { live, created, inactive } = await recordLive(
    github,
    { environment: result.environment, project, isShared },
    commit,
    run.url,
    said,
  );
  const others = inactive.length === 0 ? '' : `; ${plural(inactive.length, 'other')} marked inactive`;
  const of = project !== null && isShared ? ` of ${project}` : '';
  return `Deployments page: ${commit.slice(0, 7)} is live${of} (${created ? 'new ' : ''}deployment ${live})${others}`;
}

async function rolledBack(github: GitHub, base: string, head: string): Promise<string> {
  const { pulls, unread } = await pullsBetween(github, base, head);
  if (pulls.length === 0)
    return unread === '' ? 'No pull request was rolled back.' : `No pull request was found. ${unread}`;
  const named = `No longer live: ${pulls.map(({ number, title }) => `#${number} ${title}`).join('; ')}`;
  return unread === '' ? named : `${named}. ${unread}`;
}

/** Explains a missing result: the reader must know whether anything was changed. */
async function withoutResult(
  session: WithOut,
  github: GitHub,
  run: WorkflowRun,
  failure: RollbackFailure | null,
): Promise<string> {
  const journal = session.path(join(session.inputs.out, 'journal'));
  const files = existsSync(journal) ? await readdir(journal) : [];
  const texts = await Promise.all(files.map((name) => readFile(join(journal, name), 'utf8')));
  const own = texts.flatMap((text) => entriesOf(parseJournal(text), run.url, run.attempt) ?? []);
  const opened = texts.some((text) => entriesOf(parseJournal(text), run.url, run.attempt) !== null);
  if (own.some(({ event }) => event === 'begin')) {
    const why = failure === null ? '' : ` ${reasonOf(failure)}`;
    return `The rollback did NOT finish: it was stopped part-way.${why} Run the failed job again; it continues from its journal.`;
  }
  const which = run.attempt === 1 ? 'Nothing was changed' : `Attempt ${run.attempt} changed nothing`;
  if (failure !== null) return `${which}. ${reasonOf(failure)} ${failure.remedy}`;
  if (opened) {
    return `${which}: the rollback stopped before its first change. See the job log for the reason.`;
  }
  const rejected = await readReviews(github, run.runId).then(
    (reviews) => reviews.filter(({ state }) => state === 'rejected'),
    () => [],
  );
  const [first] = rejected;
  if (first) {
    const why = first.comment === '' ? '' : `: ${oneLine(first.comment)}`;
    return `Nothing was changed: ${first.login} did not approve the rollback${why}.`;
  }
  return 'No result of this run was found. Check the job log, then run "rewind plan" to see what remains.';
}

/** Characters of a reason in a comment; the report has the whole. */
const REASON = 2000;

const reasonOf = ({ message, code, problems }: RollbackFailure): string =>
  [`${message} (${code})`, ...problems.slice(0, 5)].join(' ');

function incidentComment(result: RollbackResult | null, headline: string, run: WorkflowRun, pulls: string): string {
  if (result === null) return `**${escapeText(headline)}** [The run](${run.url})`;
  return [
    `**${escapeText(result.title)}**`,
    `${escapeText(describeApproval(result.approval))}. [Run](${run.url}), snapshot \`${result.snapshot}\`, plan \`${result.digest.slice(0, 12)}\`.`,
    result.reason === null ? '' : `Reason:${remark(cutText(result.reason, REASON))}`,
    ...result.failed.map(
      ({ change, status, message }) => `- ${status}: ${codeSpan(change)} ${escapeText(oneLine(message ?? ''))}`,
    ),
    ...[...result.claim.differs, ...result.claim.notCompared].map(
      ({ resource, reason, detail }) => `- ${WHY[reason]}: ${codeSpan(resource)} ${escapeText(detail)}`,
    ),
    ...(result.areas === null ? [] : [`${escapeText(statesText(result.areas))}.`]),
    ...(result.manual.length === 0 ? [] : [`Do by hand: ${result.manual.map(codeSpan).join(', ')}`]),
    pulls === '' ? '' : escapeText(pulls),
    ...heldBack(result),
    ...(result.incident === null
      ? []
      : [
          `Incident \`${result.incident.id}\`; the head of its record is \`${result.incident.head}\`. \`rewind incident verify --head\` proves that the record still contains it.`,
        ]),
    ...result.kept.map(({ what, since }) => `Kept since ${since}: ${escapeText(what)}.`),
    ...(result.undo === null
      ? []
      : [
          `To undo this: start the rollback workflow with \`undo: ${result.digest.slice(0, 12)}\`, or \`${result.undo}\`.`,
        ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
