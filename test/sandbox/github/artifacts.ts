import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer, SandboxRequest } from '../json-server.js';
import { apiOf, idOf, nodeId } from './bodies.js';
import { notFound, refuse, type ArtifactRecord, type Operation } from './model.js';
import { listAnswer } from './pages.js';
import type { GitHubState } from './state.js';

/** GitHub REST API, "Download an artifact": the address expires after 1 minute. */
const SIGNED_FOR = 60_000;

function artifactBody(hub: GitHubState, artifact: ArtifactRecord) {
  const { id, runId } = artifact;
  const url = `${apiOf(hub.site)}/actions/artifacts/${id}`;
  const run = hub.runs.find((entry) => entry.id === runId);
  return {
    id,
    node_id: nodeId('Artifact', id),
    name: artifact.name,
    size_in_bytes: artifact.zip.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: hub.isExpired(artifact),
    digest: artifact.digest,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    workflow_run: run
      ? {
          id: runId,
          repository_id: hub.repositoryId,
          head_repository_id: run.fork === null ? hub.repositoryId : idOf(run.fork),
          head_branch: run.branch ?? '',
          head_sha: run.sha,
        }
      : null,
  };
}

export function artifactOperations(hub: GitHubState): Operation[] {
  const list = (request: SandboxRequest, ofRun: (artifact: ArtifactRecord) => boolean): Answer => {
    const name = request.query.get('name');
    const up = request.query.get('direction') === 'asc' ? 1 : -1;
    const found = hub.artifacts
      .filter((artifact) => ofRun(artifact) && (name === null || artifact.name === name))
      .sort((a, b) => up * (a.id - b.id));
    return listAnswer(hub, request, found, (page, total) => ({
      total_count: total,
      artifacts: page.map((artifact) => artifactBody(hub, artifact)),
    }));
  };
  const find = (id: string | undefined): ArtifactRecord | undefined =>
    hub.artifacts.find((artifact) => String(artifact.id) === id);
  return [
    {
      method: 'GET',
      path: '/actions/artifacts',
      needs: ['actions:read'],
      docs: 'actions/artifacts#list-artifacts-for-a-repository',
      run: (request) => list(request, () => true),
    },
    {
      method: 'GET',
      path: '/actions/artifacts/:id',
      needs: ['actions:read'],
      docs: 'actions/artifacts#get-an-artifact',
      run: (_, { id }) => {
        const artifact = find(id);
        return artifact ? { status: 200, body: artifactBody(hub, artifact) } : notFound();
      },
    },
    {
      method: 'GET',
      path: '/actions/artifacts/:id/zip',
      needs: ['actions:read'],
      docs: 'actions/artifacts#download-an-artifact',
      run: (_, { id }) => {
        const artifact = find(id);
        if (!artifact) return notFound();
        if (hub.isExpired(artifact)) return refuse(410, 'Artifact has expired');
        return { status: 302, headers: { location: signedAddress(hub, artifact) } };
      },
    },
    {
      method: 'GET',
      path: '/actions/runs/:run/artifacts',
      needs: ['actions:read'],
      docs: 'actions/artifacts#list-workflow-run-artifacts',
      run: (request, { run }) => {
        if (!hub.runs.some(({ id }) => String(id) === run)) return notFound();
        return list(request, ({ runId }) => String(runId) === run);
      },
    },
  ];
}

function signedAddress(hub: GitHubState, artifact: ArtifactRecord): string {
  const key = randomUUID();
  const until = hub.now() + SIGNED_FOR;
  const signature = randomUUID().replaceAll('-', '');
  hub.blobs.set(key, { artifactId: artifact.id, until, signature });
  return `${hub.url}/_blob/${key}?se=${encodeURIComponent(new Date(until).toISOString())}&sp=r&sig=${signature}`;
}

const storageError = (status: number, code: string, message: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml', 'x-ms-error-code': code },
  body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
});

/** The storage behind the redirect: another service, which wants the signature and no other credentials. */
export function readBlob(hub: GitHubState, request: SandboxRequest, key: string): Answer {
  if (request.headers.authorization !== undefined) {
    return storageError(
      400,
      'InvalidAuthenticationInfo',
      'Authentication information is not given in the correct format. Check the value of Authorization header.',
    );
  }
  const blob = hub.blobs.get(key);
  if (!blob || hub.now() > blob.until || request.query.get('sig') !== blob.signature) {
    return storageError(403, 'AuthenticationFailed', 'Server failed to authenticate the request.');
  }
  const artifact = hub.artifacts.find(({ id }) => id === blob.artifactId);
  if (!artifact) return storageError(404, 'BlobNotFound', 'The specified blob does not exist.');
  const { zip } = artifact;
  const headers = { 'content-type': 'application/zip', 'accept-ranges': 'bytes', etag: `"0x${blob.artifactId}"` };
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (!range) return { status: 200, headers, body: zip };
  const from = Number(range[1]);
  const to = Math.min(range[2] === '' ? Infinity : Number(range[2]), zip.length - 1);
  if (from > to) return storageError(416, 'InvalidRange', 'The range specified is invalid for the current size.');
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${from}-${to}/${zip.length}` },
    body: zip.subarray(from, to + 1),
  };
}

const upload = z.object({
  name: z.string().regex(/^[^"<>|*?:\r\n\\/]+$/),
  run_id: z.coerce.number().int().positive(),
  overwrite: z.enum(['true', 'false']).default('false'),
  retention_days: z.coerce.number().int().positive().max(90).default(90),
});

/**
 * What actions/upload-artifact does, for its stand-in: bytes of the archive to `/_upload?name=&run_id=`. GitHub has no
 * such address; the true one can only be used from within a runner.
 */
export function uploadArtifact(hub: GitHubState, request: SandboxRequest): Answer {
  const asked = upload.safeParse(Object.fromEntries(request.query));
  if (!asked.success) return refuse(400, z.prettifyError(asked.error));
  if (!Buffer.isBuffer(request.body) || request.body.toString('latin1', 0, 2) !== 'PK') {
    return refuse(400, 'The body must be the bytes of a zip archive.');
  }
  const { name, run_id: run, overwrite, retention_days: days } = asked.data;
  const same = hub.artifacts.findIndex((artifact) => artifact.runId === run && artifact.name === name);
  if (same >= 0 && overwrite === 'false') {
    return refuse(409, 'Conflict: an artifact with this name already exists on the workflow run');
  }
  if (same >= 0) hub.artifacts.splice(same, 1);
  const artifact = hub.addArtifact({ name, zip: request.body, run, retentionDays: days });
  return { status: 201, body: localBody(hub, artifact) };
}

const localBody = (hub: GitHubState, artifact: ArtifactRecord) => ({
  id: artifact.id,
  name: artifact.name,
  size: artifact.zip.length,
  digest: artifact.digest,
  url: signedAddress(hub, artifact),
});

/**
 * Artifacts of one run, for the stand-in of actions/download-artifact: `/_artifacts?run_id=&name=` is the archive itself,
 * `&pattern=` or neither a list with the address of each.
 */
export function artifactsOfRun(hub: GitHubState, { query }: SandboxRequest): Answer {
  const [run, name, pattern] = [query.get('run_id'), query.get('name'), query.get('pattern')];
  const like = pattern === null ? null : globOf(pattern);
  const found = hub.artifacts.filter(
    (artifact) =>
      String(artifact.runId) === run &&
      !hub.isExpired(artifact) &&
      (name === null || artifact.name === name) &&
      (like === null || like.test(artifact.name)),
  );
  if (name !== null) {
    const [artifact] = found;
    return artifact
      ? { status: 200, headers: { 'content-type': 'application/zip' }, body: artifact.zip }
      : { status: 404, body: { message: `there is no artifact ${name} in run ${run ?? '?'}` } };
  }
  return { status: 200, body: { artifacts: found.map((artifact) => localBody(hub, artifact)) } };
}

/** `snapshot-*`: only the star and the question mark mean something. */
function globOf(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}
