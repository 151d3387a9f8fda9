import { z } from 'zod';
import { HttpFailure } from '../../runtime/http-failure.js';
import type { GitHub } from './client.js';

const file = z.looseObject({ type: z.string(), sha: z.string(), encoding: z.string(), content: z.string() });
const written = z.looseObject({ commit: z.looseObject({ sha: z.string() }) });
const commit = z.looseObject({ files: z.array(z.looseObject({ filename: z.string() })).default([]) });

export interface RepositoryFile {
  /** Hash of the blob: a write that replaces the file names it. */
  readonly sha: string;
  readonly text: string;
}

/**
 * One file of a branch or commit, up to 1 MB. GitHub REST API, "Get repository content".
 * @returns null if there is none
 * @throws HttpFailure
 */
export async function readFile(github: GitHub, path: string, ref: string): Promise<RepositoryFile | null> {
  const call = { what: `read ${path} of ${ref}`, permission: 'contents: read' };
  const found = await github.find(call, file, (rest, target) => rest.repos.getContent({ ...target, path, ref }));
  return found && { sha: found.sha, text: Buffer.from(found.content, 'base64').toString('utf8') };
}

/**
 * Makes a commit with one file on a branch.
 * @param given.replaces blob that the file has now; null: there is none. GitHub refuses the write if another one is there
 * @throws HttpFailure
 */
export async function writeFile(
  github: GitHub,
  given: {
    readonly path: string;
    readonly branch: string;
    readonly message: string;
    readonly text: string;
    readonly replaces: string | null;
  },
): Promise<void> {
  const { path, branch, message, text, replaces } = given;
  await github.request({ what: `write ${path}`, permission: 'contents: write' }, written, (rest, target) =>
    rest.repos.createOrUpdateFileContents({
      ...{ ...target, path, branch, message, content: Buffer.from(text).toString('base64') },
      ...(replaces === null ? {} : { sha: replaces }),
    }),
  );
}

/** Paths of the files that a commit changed, at most 300; null if GitHub does not know it. @throws HttpFailure */
export async function changedFiles(github: GitHub, sha: string): Promise<string[] | null> {
  const call = { what: `read commit ${sha.slice(0, 12)}`, permission: 'contents: read' };
  try {
    const { files } = await github.request(call, commit, (rest, target) =>
      rest.repos.getCommit({ ...target, ref: sha }),
    );
    return files.map(({ filename }) => filename);
  } catch (error) {
    // For a commit that it does not know, GitHub answers with 422.
    if (error instanceof HttpFailure && (error.status === 422 || error.status === 404)) return null;
    throw error;
  }
}
