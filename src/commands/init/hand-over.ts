import type { Session } from '../../cli/session.js';
import { RewindError } from '../../runtime/errors.js';
import { showOnce, type Asker } from './ask.js';
import type { InitInputs } from './choices.js';
import { assertSecretsCanBeSet, ghReady, setSecrets } from './gh.js';
import type { RepositoryName } from './git.js';
import { keysInFile, newKeys, writeKeyFile, type Keys, type KeySecret } from './keys.js';
import { keysText } from './texts.js';

/** Keys and the way to their owner. */
export interface Handing {
  readonly keys: Keys;
  readonly secrets: readonly KeySecret[];
  /** True if the file of --keys holds them already: an earlier run was interrupted. */
  readonly inFile: boolean;
}

/** New keys; or those of the file, if an interrupted run wrote it. Writes nothing. */
export async function newOrKept(session: Session<InitInputs>, file: string | null): Promise<Omit<Handing, 'secrets'>> {
  const { masker, root } = session.context;
  const kept = file === null ? null : await keysInFile(session.path(file), root, masker);
  return kept === null ? { keys: await newKeys(masker), inFile: false } : { keys: kept, inFile: true };
}

/**
 * Gives the secret halves to the person: to a file, to GitHub, or to the terminal. No log gets them.
 *
 * @returns false if the person stops
 * @throws RewindError input-invalid if there is no way
 */
export async function handOver(
  session: Session<InitInputs>,
  { secrets, inFile }: Handing,
  repository: RepositoryName | null,
  asker: Asker | null,
): Promise<boolean> {
  const { context: ctx, inputs } = session;
  if (inputs.setSecrets && repository === null) {
    throw new RewindError('input-invalid', '--set-secrets: the remote "origin" is not a repository on GitHub.', {
      remedy: 'Add the remote, or pass --keys FILE.',
    });
  }
  const offered =
    repository !== null &&
    asker !== null &&
    inputs.keys === null &&
    !inputs.setSecrets &&
    (await ghReady(ctx, repository));
  const agreed =
    offered &&
    (await asker.confirm(`Store the secret keys in ${repository.owner}/${repository.name} with "gh secret set"?`));
  if (agreed === null) return false;
  if (repository !== null && (inputs.setSecrets || agreed)) {
    await assertSecretsCanBeSet(ctx, repository, [...new Set(secrets.flatMap(({ environments }) => environments))]);
  }
  if (inputs.keys !== null && !inFile) writeKeyFile(session.path(inputs.keys), ctx.root, secrets);
  if (repository !== null && (inputs.setSecrets || agreed)) {
    await setSecrets(ctx, repository, secrets);
    return true;
  }
  if (inputs.keys !== null) return true;
  // Without a terminal they would appear in a log.
  if (asker === null)
    throw new RewindError('input-invalid', 'The secret keys have nowhere to go.', {
      remedy: 'Pass --set-secrets or --keys FILE.',
    });
  showOnce(
    keysText(secrets),
    ctx.masker,
    secrets.map(({ value }) => value),
  );
  // No by default: who presses Enter without a look would lose the keys.
  return (await asker.confirm('Are they stored? Rewind does not show them again.', false)) === true;
}
