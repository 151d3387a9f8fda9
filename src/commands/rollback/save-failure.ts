import { completeText } from '../../cli/command-line.js';
import { rollbackFailure, writeResult } from '../../report/result-file.js';
import { asRewindError } from '../../runtime/errors.js';
import type { RollbackSession } from './flags.js';

/** For the job that records the rollback in GitHub: it must say why the rollback stopped. */
export async function saveFailure(session: RollbackSession, thrown: unknown): Promise<void> {
  const { run, inputs, context } = session;
  if (run === null) return;
  const said = rollbackFailure(asRewindError(thrown), { url: run.url, attempt: run.attempt });
  const complete = (text: string): string => completeText(session, text);
  const failure = {
    ...said,
    message: complete(said.message),
    remedy: complete(said.remedy),
    problems: said.problems.map(complete),
  };
  const path = session.path(`${inputs.out}/result.json`);
  await writeResult(path, context.masker.redact(JSON.stringify(failure))).catch(
    // The error itself is what counts.
    () => undefined,
  );
}
