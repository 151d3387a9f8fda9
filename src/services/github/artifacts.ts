import { z } from 'zod';
import type { GitHub } from './client.js';

/** An artifact of a workflow run. GitHub REST API, "List artifacts for a repository". */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly expired: boolean;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  /** SHA-256 (hex) of the archive; null if GitHub does not report it. */
  readonly sha256: string | null;
  readonly runId: number | null;
  /** True if the run belongs to this repository, not to a fork. */
  readonly ownRepository: boolean;
  readonly branch: string | null;
}

const list = z.looseObject({
  total_count: z.number(),
  artifacts: z.array(
    z.looseObject({
      id: z.number(),
      name: z.string(),
      size_in_bytes: z.number(),
      expired: z.boolean(),
      created_at: z.string().nullable(),
      expires_at: z.string().nullable(),
      digest: z.string().nullish(),
      workflow_run: z
        .looseObject({
          id: z.number().optional(),
          repository_id: z.number().optional(),
          head_repository_id: z.number().optional(),
          head_branch: z.string().nullish(),
        })
        .nullish(),
    }),
  ),
});

/** Artifacts newest first, and how many there are in all. */
export interface ArtifactPage {
  readonly artifacts: readonly Artifact[];
  readonly total: number;
}

const PAGE = 100;
const LIST = { what: 'list artifacts', permission: 'actions: read' };

/** One page of the artifacts of the repository, newest first; with `name` only those that have exactly this name. */
export async function readArtifacts(github: GitHub, page: number, name?: string): Promise<ArtifactPage> {
  const { artifacts, total_count: total } = await github.request(LIST, list, (rest, target) =>
    rest.actions.listArtifactsForRepo({
      ...target,
      per_page: PAGE,
      page,
      ...(name === undefined ? {} : { name }),
    }),
  );
  return { artifacts: artifacts.map(parsed).sort(byNewest), total };
}

/** All artifacts of the repository, newest first; null if there are more than `most`. */
export async function listArtifacts(github: GitHub, most: number): Promise<readonly Artifact[] | null> {
  const first = await readArtifacts(github, 1);
  if (first.total > most) return null;
  const pages = Array.from({ length: Math.max(0, Math.ceil(first.total / PAGE) - 1) }, (_, index) => index + 2);
  const others = await Promise.all(pages.map((page) => readArtifacts(github, page)));
  return [first, ...others].flatMap(({ artifacts }) => artifacts).sort(byNewest);
}

/** The artifacts of one run, newest first; none if the run was deleted. */
export async function artifactsOfRun(github: GitHub, runId: number): Promise<readonly Artifact[]> {
  const artifacts = await github.all(
    { ...LIST, what: `list the artifacts of run ${runId}` },
    list,
    (page) => ({ items: page.artifacts, total: page.total_count }),
    (rest, target) => rest.actions.listWorkflowRunArtifacts({ ...target, run_id: runId }),
  );
  return artifacts.map(parsed).sort(byNewest);
}

const byNewest = (a: Artifact, b: Artifact): number => b.id - a.id;

const parsed = (entry: z.infer<typeof list>['artifacts'][number]): Artifact => ({
  id: entry.id,
  name: entry.name,
  bytes: entry.size_in_bytes,
  expired: entry.expired,
  createdAt: entry.created_at ?? '',
  expiresAt: entry.expires_at,
  sha256: /^sha256:([0-9a-f]{64})$/.exec(entry.digest ?? '')?.[1] ?? null,
  runId: entry.workflow_run?.id ?? null,
  ownRepository:
    entry.workflow_run?.repository_id !== undefined &&
    entry.workflow_run.repository_id === entry.workflow_run.head_repository_id,
  branch: entry.workflow_run?.head_branch ?? null,
});
