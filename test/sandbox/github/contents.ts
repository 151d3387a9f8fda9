import { createHash } from 'node:crypto';
import { z } from 'zod';
import { apiOf, htmlOf } from './bodies.js';
import { notFound, refuse, type Operation } from './model.js';
import { gitCommitBody } from './git.js';
import type { GitHubState } from './state.js';

const put = z.looseObject({
  message: z.string(),
  content: z.string(),
  branch: z.string(),
  sha: z.string().optional(),
});
const blobOf = (text: string): string => createHash('sha1').update(`blob ${text}`).digest('hex');

function fileBody(hub: GitHubState, path: string, text: string, ref: string) {
  const [url, sha] = [`${apiOf(hub.site)}/contents/${path}?ref=${ref}`, blobOf(text)];
  const [git, html] = [`${apiOf(hub.site)}/git/blobs/${sha}`, `${htmlOf(hub.site)}/blob/${ref}/${path}`];
  return {
    ...{ type: 'file', name: path.split('/').at(-1), path, sha, size: Buffer.byteLength(text) },
    ...{ url, git_url: git, html_url: html, download_url: `${htmlOf(hub.site)}/raw/${ref}/${path}` },
    _links: { self: url, git, html },
  };
}

/** Files of commits: a commit holds those that it changed. */
export function contentOperations(hub: GitHubState): Operation[] {
  return [
    {
      method: 'GET',
      path: '/contents/:path*',
      needs: ['contents:read'],
      docs: 'repos/contents#get-repository-content',
      run: ({ query }, { path = '' }) => {
        const ref = query.get('ref') ?? hub.defaultBranch;
        const text = hub.fileAt(ref, path);
        if (text === undefined) return notFound();
        const content = Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n');
        return { status: 200, body: { ...fileBody(hub, path, text, ref), encoding: 'base64', content } };
      },
    },
    {
      method: 'PUT',
      path: '/contents/:path*',
      needs: ['contents:write'],
      docs: 'repos/contents#create-or-update-file-contents',
      run: ({ body }, { path = '' }) => {
        const { message, content, branch, sha } = put.parse(body);
        if (!hub.branches.has(branch)) return refuse(404, `Branch ${branch} not found`);
        const before = hub.fileAt(branch, path);
        if (before !== undefined && sha === undefined) {
          return refuse(422, `Invalid request.\n\n"sha" wasn't supplied.`);
        }
        if (before !== undefined && sha !== blobOf(before)) return refuse(409, `${path} does not match ${sha ?? ''}`);
        const text = Buffer.from(content, 'base64').toString('utf8');
        const commit = hub.addCommit({ message, branch, files: { [path]: text } });
        return {
          status: before === undefined ? 201 : 200,
          body: { content: fileBody(hub, path, text, branch), commit: gitCommitBody(hub, commit) },
        };
      },
    },
  ];
}
