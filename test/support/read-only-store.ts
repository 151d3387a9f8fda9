import { runProgram, sourcesAfter, type ProgramResult } from './program.js';
import type { Repository } from './repository.js';

const READ_ONLY = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { open } = fs.promises;
  let left = Number(process.env.REFUSE_AFTER);
  fs.promises.open = async (path, flags, ...rest) => {
    if (typeof flags === 'string' && flags !== 'r' && String(path).includes(process.env.REFUSE_BELOW) && (left -= 1) < 0)
      throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
    return open(path, flags, ...rest);
  };
  syncBuiltinESMExports();
`)}`;

/**
 * The store becomes read-only while a command runs: from the n-th file on that is written below a folder.
 * @param modules further modules, for `sourcesAfter`
 */
export function readOnlyAfter(
  repository: Repository,
  args: readonly string[],
  folder: string,
  after: number,
  ...modules: readonly string[]
): Promise<ProgramResult> {
  return runProgram(args, {
    cwd: repository.root,
    env: { ...repository.env, REFUSE_BELOW: `/${folder}/`, REFUSE_AFTER: String(after) },
    command: sourcesAfter(READ_ONLY, ...modules),
  });
}
