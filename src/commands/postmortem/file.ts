import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Entry } from '../../incident/entry.js';
import { postmortemMarkdown } from '../../report/postmortem.js';
import { RewindError } from '../../runtime/errors.js';
import { isInside, unwritable, writeOutput } from '../../runtime/files.js';
import { markerOf } from '../../services/github/issues.js';
import { outcomeOf, sealedText, type TextOutcome } from '../../services/github/unedited.js';

/** `--file` and `--pull` write the same file, so each one knows that of the other. */
export const fileMarker = (incident: string): string => markerOf(`postmortem/${incident}/file`);

/**
 * Writes the post-mortem to a file of the repository. A file that somebody edited stays as it is.
 * @param root of the repository
 * @param path absolute
 * @throws RewindError input-invalid for a path outside the repository, for one that cannot be written, and for a file that
 *   is something else; disk-full
 */
export async function writePostmortem(
  root: string,
  path: string,
  entries: readonly Entry[],
  incident: string,
): Promise<TextOutcome> {
  if (!isInside(root, path)) {
    throw new RewindError('input-invalid', `--file: ${path} is not a file inside the repository ${root}.`, {
      remedy: 'Name a path in the repository. For another place, redirect the output of "rewind postmortem".',
    });
  }
  const marker = fileMarker(incident);
  const text = sealedText(marker, postmortemMarkdown(entries));
  const before = existsSync(path)
    ? await readFile(path, 'utf8').catch((error: unknown) => {
        throw unwritable('file', path, error);
      })
    : null;
  const isBlank = before?.trim() === '';
  if (before !== null && !isBlank && !before.startsWith(marker)) {
    throw new RewindError('input-invalid', `--file: ${path} is not the post-mortem of incident ${incident}.`, {
      remedy: 'Name a new file with --file, or remove this one.',
    });
  }
  const outcome = outcomeOf(marker, isBlank ? null : before, text);
  if (outcome === 'created' || outcome === 'updated') await writeOutput('file', path, text);
  return outcome;
}
