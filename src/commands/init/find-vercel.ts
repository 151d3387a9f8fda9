import { z } from 'zod';
import type { RepositoryFiles } from './repository-files.js';

export interface VercelProject {
  /** `prj_…` */
  readonly project: string;
  /** `team_…`; null for a personal account. */
  readonly team: string | null;
  /** For ids of resources; from outside. */
  readonly name: string;
}

export interface VercelFound {
  readonly projects: readonly VercelProject[];
  /** True if something of the repository runs on Vercel, also if no project is linked. */
  readonly used: boolean;
  /** False if vercel.json turns the deployments of Vercel's Git integration off. */
  readonly git: boolean;
}

const projectId = z.string().regex(/^prj_\w+$/);
/** The CLI's link of one folder. `orgId` is a team or a person. */
const linked = z.object({ projectId, orgId: z.string(), projectName: z.string().optional() });
/** The CLI's link of a repository with several projects (`vercel link --repo`). */
const repo = z.object({ orgId: z.string().optional(), projects: z.array(z.unknown()) });
const inRepo = z.object({ id: projectId, name: z.string(), orgId: z.string().optional() });
const settings = z.object({
  git: z.object({ deploymentEnabled: z.union([z.boolean(), z.record(z.string(), z.boolean())]) }),
});

/** Links of the Vercel CLI, and vercel.json. Pure but for the reading. */
export function findVercel(files: RepositoryFiles, dependencies: ReadonlySet<string>): VercelFound {
  const projects = new Map<string, VercelProject>();
  const add = (project: string, org: string | undefined, name: string): void => {
    const team = org !== undefined && /^team_\w+$/.test(org) ? org : null;
    if (!projects.has(project)) projects.set(project, { project, team, name });
  };
  for (const path of files.paths.filter((one) => one.endsWith('.vercel/repo.json'))) {
    const found = repo.safeParse(json(files, path)).data;
    // One entry that is broken does not hide the others.
    for (const entry of found?.projects ?? []) {
      const { data } = inRepo.safeParse(entry);
      if (data) add(data.id, data.orgId ?? found?.orgId, data.name);
    }
  }
  for (const path of files.paths.filter((one) => one.endsWith('.vercel/project.json'))) {
    const found = linked.safeParse(json(files, path)).data;
    const folder = path.split('/').at(-3) ?? 'web';
    if (found) add(found.projectId, found.orgId, found.projectName ?? folder);
  }
  const configs = files.paths.filter((one) => one.endsWith('vercel.json'));
  const used =
    projects.size > 0 ||
    configs.length > 0 ||
    files.paths.some((path) => path.includes('.vercel/')) ||
    [...dependencies].some((name) => name === 'vercel' || name.startsWith('@vercel/'));
  const off = configs.some((path) => settings.safeParse(json(files, path)).data?.git.deploymentEnabled === false);
  return { projects: [...projects.values()], used, git: !off };
}

/** The value of a JSON file; undefined if it is none. */
export function json(files: RepositoryFiles, path: string): unknown {
  try {
    return JSON.parse(files.text(path) ?? '') as unknown;
  } catch {
    return undefined;
  }
}
