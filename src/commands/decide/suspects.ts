import { sentences } from '../../runtime/text.js';
import { choose, releaseText, type Chosen } from '../../cli/choose.js';
import { databaseFacts } from '../../cli/databases.js';
import { findRelease } from '../../cli/release.js';
import type { Project, Session } from '../../cli/session.js';
import { adviseDatabases } from '../../engine/database-advice.js';
import { mitigatedKeys } from '../../engine/mitigated.js';
import { compareWithLive, notInSnapshot } from '../../engine/live-plan.js';
import type { OptionFacts } from '../../engine/option.js';
import type { PlannedChange } from '../../engine/plan.js';
import { trustOf } from '../../engine/trust.js';
import { PROVIDER_FACTS } from '../../providers/facts.js';
import type { ShownDeployFlags } from '../../report/deploy-flags.js';
import type { CodeChange, Suspects } from '../../report/decision-suspects.js';
import { forSnapshot } from '../../runtime/create-context.js';
import { RewindError } from '../../runtime/errors.js';
import { createGitHub } from '../../services/github/client.js';
import { compareCommits } from '../../services/github/compare.js';
import { byFlag, MOST_COMMITS, pullsOf } from '../../services/github/pulls.js';
import { readMitigations } from './mitigations.js';
import { mitigatedNow } from '../mitigate/open.js';
import { backupObstacles, obstaclesTo } from '../rollback/obstacles.js';

/** Commits that are shown, the newest ones. */
const SHOWN_COMMITS = 20;

type Facts = Omit<OptionFacts, 'level' | 'suspect' | 'past' | 'preferred'>;

export interface Difference {
  /** Null: no snapshot can be compared. */
  readonly suspects: Suspects | null;
  readonly flags: ShownDeployFlags | null;
  readonly options: Facts;
  /** Ids of the deployments that serve production; empty: unknown. */
  readonly live: readonly string[];
  /** What is left out, and why, a sentence each. */
  readonly missing: readonly string[];
}

const NOTHING: Facts = {
  changes: [],
  databaseChanges: [],
  later: [],
  flags: new Set(),
  eased: new Set(),
  named: [],
  advice: adviseDatabases('none', []),
  obstacles: [],
  backupObstacles: [],
  scope: null,
  diff: null,
  mitigations: [],
};

/**
 * What changed between the snapshot and production, and what would bring it back. Changes nothing. What cannot be read is
 * left out and named.
 * @throws RewindError input-invalid for a selector that names no snapshot
 */
export async function findDifference(session: Session, project: Project, selector: string): Promise<Difference> {
  try {
    const chosen = await choose(session, project, selector, true);
    return await differenceTo(session, project, chosen);
  } catch (error) {
    if (error instanceof RewindError && error.code === 'input-invalid') throw error;
    const missing = `What changed is unknown, and no rollback can be planned: ${reasonOf(error)}`;
    return { suspects: null, flags: null, options: NOTHING, live: [], missing: [missing] };
  }
}

async function differenceTo(session: Session, project: Project, chosen: Chosen): Promise<Difference> {
  const { context: ctx, inputs } = session;
  const { manifest, notice } = chosen;
  const trust = await trustOf(project.store, manifest, project.signKeys, ctx.clock.now());
  const resources = [...project.resources, ...project.backups];
  const within = forSnapshot(ctx, manifest);
  const { scope } = inputs;
  const release = await findRelease(session, project, chosen);
  const [compared, code, mitigations, mitigated] = await Promise.all([
    compareWithLive({ ...project, resources, ctx, manifest, database: 'none', scope, release }),
    codeChanges(session, chosen),
    readMitigations(project, manifest, within),
    mitigatedNow(session, project, project.resources),
  ]);
  const { plan, covered, failures, flagsOn } = compared;
  const named = byFlag(code.changes.flatMap(({ pulls }) => pulls));
  const databaseChanges = [...plan.manual, ...plan.notSelected, ...covered].filter(
    ({ database }) => database !== undefined,
  );
  const byMode = databaseChanges.filter(({ manual }) => manual === undefined);
  const [obstacles, ofModes, ofBackup] = await Promise.all([
    obstaclesTo(resources, plan.changes, within),
    obstaclesTo(resources, byMode, within),
    backupObstacles(project, { ...plan, changes: byMode.filter(({ database }) => database === 'down') }, within),
  ]);
  const advice = adviseDatabases('none', databaseFacts(resources, compared, manifest, ofModes, ctx));
  const unread = new Set(failures.flatMap(({ resource }) => resource ?? []));
  const holdsFlags = project.resources.filter(({ provider }) => provider.capabilities?.flags === true);
  const isSuspect = ({ database }: PlannedChange): boolean => database !== 'restore';
  const own = new Set(project.resources.map(({ id }) => id));
  const all = [...plan.changes, ...plan.manual, ...plan.notSelected];
  return {
    suspects: {
      snapshot: { id: manifest.id, at: manifest.createdAt },
      release: release?.id ?? null,
      production: chosen.circumstances.live === null ? null : releaseText(chosen.circumstances.live),
      code: code.changes,
      resources: project.resources.flatMap(({ id, providerId }) => {
        const changes = all.filter((change) => change.resource === id && isSuspect(change));
        return changes.length === 0 ? [] : [{ resource: id, title: titleOf(providerId), changes }];
      }),
      data: all.filter((change) => !isSuspect(change) && own.has(change.resource)),
      hazards: advice.databases.flatMap(({ hazards }) => (hazards ?? []).map(({ text }) => text)),
      unread: [...unread],
      later: plan.later,
    },
    // A sentence of `missing` says why pull requests are unknown.
    flags: { named, missing: null, live: compared.flags },
    options: {
      changes: plan.changes,
      databaseChanges,
      later: plan.later,
      flags: new Set(holdsFlags.map(({ id }) => id)),
      eased: mitigatedKeys(mitigated),
      named: flagsOn.flatMap((flag) => {
        const pulls = named.find(({ key }) => key === flag.key)?.pulls ?? [];
        return pulls.length === 0 ? [] : [{ ...flag, pulls: pulls.map(({ number }) => number) }];
      }),
      advice,
      obstacles,
      backupObstacles: ofBackup.map(({ resource, message }) => `${resource}: ${message}`),
      // A plan of a resource that cannot be read stops.
      scope: unread.size === 0 ? scope : project.resources.flatMap(({ id }) => (unread.has(id) ? [] : [id])),
      diff: code.diff,
      mitigations,
    },
    live: [...(chosen.circumstances.live?.values() ?? [])].flatMap(({ deployment }) => deployment ?? []),
    missing: [
      ...(notice === null ? [] : [notice]),
      ...(trust.kind === 'unsigned' && project.signKeys.length > 0
        ? [`Snapshot ${manifest.id} is not signed: ${trust.reason}.`]
        : []),
      ...failures.map(
        ({ resource, message, remedy }) =>
          `What changed in "${resource ?? ''}" is unknown, and the commands below leave it out: ${sentences(message, remedy)}`,
      ),
      ...notInSnapshot(project.resources, manifest).map((id) => `"${id}" is not in snapshot ${manifest.id}.`),
      ...code.missing,
    ],
  };
}

const titleOf = (provider: string): string =>
  new Map<string, { readonly title: string }>(Object.entries(PROVIDER_FACTS)).get(provider)?.title ?? provider;

interface Code {
  readonly changes: readonly CodeChange[];
  /** Null: unknown. */
  readonly diff: Facts['diff'];
  readonly missing: readonly string[];
}

/** The commits between each deployment of the snapshot and the one that is live, with their pull requests. */
async function codeChanges({ context: ctx }: Session, { manifest, history, circumstances }: Chosen): Promise<Code> {
  const { releases } = await history.entry(manifest.id);
  const pairs = [...(circumstances.live ?? [])].flatMap(([id, { commit: head }]) => {
    const base = releases.get(id)?.commit ?? null;
    return base === null || head === null ? [] : [{ base, head }];
  });
  const distinct = [...new Map(pairs.map((pair) => [`${pair.base}...${pair.head}`, pair])).values()];
  if (distinct.length === 0) {
    const why = 'the commits of the snapshot and of production are not both known';
    return { changes: [], diff: null, missing: [`Commits and pull requests are left out: ${why}.`] };
  }
  const changes: CodeChange[] = [];
  const missing: string[] = [];
  let diff: Facts['diff'] = { commits: 0, files: 0 };
  for (const { base, head } of distinct) {
    if (base === head) continue;
    const found = await readCode(ctx, base, head, missing);
    if (found !== null) changes.push(found);
    const { total, files } = found ?? { total: 0, files: null };
    diff = diff === null || files === null ? null : { commits: diff.commits + total, files: diff.files + files };
  }
  return { changes, diff, missing };
}

async function readCode(
  ctx: Session['context'],
  base: string,
  head: string,
  missing: string[],
): Promise<(CodeChange & { readonly files: number | null }) | null> {
  const between = `${base.slice(0, 7)} and ${head.slice(0, 7)}`;
  try {
    const github = createGitHub(ctx);
    const found = await compareCommits(github, base, head);
    if (found === null) {
      missing.push(`The commits between ${between} are left out: GitHub does not know both of them.`);
      return null;
    }
    const commits = found.commits.slice(-SHOWN_COMMITS).reverse();
    const pulls = await pullsOf(
      github,
      found.commits.map(({ sha }) => sha),
    ).catch((error: unknown) => {
      missing.push(`The pull requests between ${between} are left out: ${reasonOf(error)}`);
      return [];
    });
    if (found.total > MOST_COMMITS)
      missing.push(
        `Pull requests, and the flags that they name, are those of the newest ${MOST_COMMITS} of ${found.total} commits between ${between}.`,
      );
    return { base, head, url: found.url, total: found.total, commits, pulls, files: found.files };
  } catch (error) {
    missing.push(`The commits between ${between} are left out: ${reasonOf(error)}`);
    return null;
  }
}

/** @throws the error, if it is a fault of the program or the run was cancelled */
function reasonOf(error: unknown): string {
  if (!(error instanceof RewindError) || error.code === 'cancelled') throw error;
  return sentences(error.message, error.remedy);
}
