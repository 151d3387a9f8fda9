import type { Entry } from '../../incident/entry.js';
import { postmortemMarkdown, postmortemTitle } from '../../report/postmortem.js';
import { codeSpan } from '../../runtime/markdown.js';
import { RewindError } from '../../runtime/errors.js';
import { cutText } from '../../runtime/text.js';
import { createBranch, createPull, pullsOfBranch, readBranch } from '../../services/github/branches.js';
import type { GitHub } from '../../services/github/client.js';
import { readFile, writeFile } from '../../services/github/files.js';
import { readDefaultBranch } from '../../services/github/repository.js';
import { outcomeOf, sealedText, type TextOutcome } from '../../services/github/unedited.js';
import { fileMarker } from './file.js';

/** A file of the repository, and its pull request; null: it is in the default branch. */
export interface Proposed {
  readonly path: string;
  readonly outcome: TextOutcome;
  readonly number: number | null;
  readonly url: string | null;
}

/** GitHub sends no larger file. */
const MOST = 900_000;
const TITLE = 256;

/**
 * Writes the post-mortem as a file on a branch of its own, and opens a pull request for it. Safe against a kill at any
 * request. A file that somebody edited stays as it is, on the branch and where it was merged.
 * @param entries of a sound record, at least one
 * @param owners a further section of it
 * @returns null without entries
 * @throws RewindError input-invalid if the pull request was merged or closed and the file would change; HttpFailure
 */
export async function publishPull(github: GitHub, entries: readonly Entry[], owners: string): Promise<Proposed | null> {
  const [first] = entries;
  if (first === undefined) return null;
  const { incident } = first;
  const [branch, path] = [`rewind/postmortem-${incident}`, `docs/postmortems/${incident}.md`];
  const marker = fileMarker(incident);
  const text = sealedText(marker, `${postmortemMarkdown(entries, { most: MOST })}${owners}`);
  const base = await readDefaultBranch(github);
  const tip = await readBranch(github, branch);
  const before = await readFile(github, path, tip ?? base);
  const outcome = outcomeOf(marker, before?.text ?? null, text);
  const writes = outcome === 'created' || outcome === 'updated';
  if (tip === null && !writes) return { outcome, path, number: null, url: null };
  const pulls = tip === null ? [] : await pullsOfBranch(github, branch);
  const [newest] = pulls;
  const open = pulls.find(({ state }) => state === 'open');
  if (open === undefined && newest !== undefined && writes) {
    throw new RewindError('input-invalid', `Pull request #${newest.number} of ${branch} is ${newest.state}.`, {
      remedy: `Delete the branch ${branch}, and run the command again.`,
    });
  }
  if (tip === null) await createBranch(github, branch, (await readBranch(github, base)) ?? '');
  const message = `Post-mortem of incident ${incident}`;
  if (writes) await writeFile(github, { path, branch, message, text, replaces: before?.sha ?? null });
  const pull =
    open ??
    newest ??
    (await createPull(github, {
      ...{ head: branch, base, title: cutText(postmortemTitle(entries), TITLE), draft: false },
      body: `The post-mortem of incident ${codeSpan(incident)}, from its record: ${codeSpan(path)}. The lines in italics are questions: answer them in the file.\n${owners}`,
    }));
  return { outcome, path, number: pull.number, url: pull.url };
}
