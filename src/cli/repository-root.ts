import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { RewindError } from '../runtime/errors.js';

/**
 * The directory that paths in rewind.yml count from: the working directory; if the configuration lies above it, as
 * `../.github/rewind.yml`, the directory that holds `.github`. So a run in a sub-folder finds the same store.
 */
export function repositoryRoot(working: string, config: string): string {
  const folder = dirname(resolve(working, config));
  const outside = relative(working, folder).startsWith('..');
  return outside && basename(folder) === '.github' ? dirname(folder) : working;
}

/**
 * The same error, which names the configuration in a parent directory if there is one. It is not used without being asked
 * for: a sub-folder may belong to another project.
 */
export function withParentHint(error: unknown, working: string, config: string): unknown {
  if (!(error instanceof RewindError) || error.code !== 'config-not-found' || isAbsolute(config)) return error;
  if (existsSync(resolve(working, config))) return error;
  for (let folder = dirname(working); ; folder = dirname(folder)) {
    const found = join(folder, config);
    if (existsSync(found)) {
      const named = relative(working, found);
      // In the folder .github itself, it would find another store.
      const works = repositoryRoot(working, named) === folder;
      return new RewindError(
        'config-not-found',
        `There is no ${config} in ${working}, but there is one in ${folder}.`,
        {
          remedy: `Run "cd ${folder}" first${works ? `, or pass --config ${named}` : ''}.`,
          cause: error,
        },
      );
    }
    if (dirname(folder) === folder) return error;
  }
}
