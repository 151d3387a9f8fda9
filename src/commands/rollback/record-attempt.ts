import { asRewindError, RewindError } from '../../runtime/errors.js';
import type { Run } from './run.js';

/** A record that cannot be written never stops a rollback. @param failed gets the reason. @returns null if it failed */
export async function attempt<T>(
  { session }: Run,
  write: () => Promise<T>,
  failed: (why: string) => void = () => undefined,
): Promise<T | null> {
  try {
    return await write();
  } catch (error) {
    const why = asRewindError(error).message.replace(/([^.])$/, '$1.');
    failed(why);
    session.context.log.warn(
      `The record of the incident could not be written: ${why} This alone does not stop the rollback. What it leaves to be undone or finished is then only in its report, and the guard does not know its commit.`,
    );
    return null;
  }
}

/** As `attempt`, for what must not begin without its record. @throws RewindError */
export async function orStop<T>(_: Run, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code, message, remedy } = asRewindError(error);
    throw new RewindError(
      code,
      `The record of the incident could not be written: ${message} Nothing was changed: a mitigation without a record is never lifted.`,
      { remedy, cause: error },
    );
  }
}
