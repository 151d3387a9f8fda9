import { sentences } from '../../runtime/text.js';
import type { Context } from '../../runtime/context.js';
import { asRewindError } from '../../runtime/errors.js';
import { createGitHub } from '../../services/github/client.js';
import { upsertComment } from '../../services/github/comments.js';
import { pullRequestNumber } from '../../services/github/workflow-run.js';
import type { ResourceFinding } from '../../report/findings.js';
import type { Session } from '../../cli/session.js';
import { configDigest } from '../../cli/caller.js';
import { completeMarkdown } from '../../cli/command-line.js';

/** Annotates the line; the runner shows it in the pull request. On a command line the result names file and line. */
export function annotate(
  { run, context: { log } }: Session,
  { level, message, remedy, file, line, column, code }: ResourceFinding,
): void {
  if (file === undefined || run === null) return;
  const text = sentences(message, remedy ?? '');
  const at = { file, line, column, title: code };
  if (level === 'error') log.error(text, at);
  else if (level === 'warning') log.warn(text, at);
  else log.info(text, at);
}

/** Creates or updates one comment for each configuration. The token of a fork cannot write; then only the summary remains. */
export async function comment(session: Session, ctx: Context, markdown: string): Promise<void> {
  const number = session.run === null ? null : await pullRequestNumber();
  if (number === null) return;
  try {
    const body = session.context.masker.redact(completeMarkdown(session, markdown));
    const digest = configDigest(session.inputs.config);
    const mark = digest === null ? 'readiness' : `readiness-${digest}`;
    const url = await upsertComment(createGitHub(ctx), number, mark, body, 'pull-requests: write');
    session.context.log.info(`Comment: ${url}`);
  } catch (error) {
    session.context.log.info(
      `Could not comment in the pull request; see the job summary: ${asRewindError(error).message}`,
    );
  }
}
