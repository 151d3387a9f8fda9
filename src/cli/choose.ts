import { chooseSnapshot, newestBefore, type Choice } from '../engine/choose.js';
import type { Circumstances } from '../engine/eligible.js';
import { History, releaseOf, showsLive, type Release, type Releases } from '../engine/history.js';
import { describeState } from '../engine/provider.js';
import { parseSelector } from '../engine/selector.js';
import { loadResources } from '../engine/resources.js';
import { DiscardingSink } from '../engine/payload-files.js';
import { loadProvider } from '../providers/load.js';
import { forResource } from '../runtime/create-context.js';
import { messageOf, RewindError } from '../runtime/errors.js';
import { createGitHub } from '../services/github/client.js';
import { readMergeCommit } from '../services/github/pulls.js';
import type { Project, Session } from './session.js';

/** A read-only look at production must not hold up the list of snapshots. */
const LIVE_MS = 15_000;

/** The snapshots of the store, and what a choice among them depends on. */
export interface Snapshots {
  readonly history: History;
  readonly circumstances: Circumstances;
}

/**
 * Lists the snapshots and reads which deployments are live. A failure to read those is a warning: then the newest snapshot
 * counts as `latest`.
 */
export async function openSnapshots(session: Session, project: Project, lookAtLive = true): Promise<Snapshots> {
  const { config, origin, store } = project;
  const history = await History.open(store, config.environment, loadProvider, session.context.clock.now());
  return {
    history,
    circumstances: {
      origin,
      scope: session.inputs.scope,
      configured: config.resources.map(({ id }) => id),
      live: lookAtLive ? await liveReleases(session, project, history) : null,
      mergeCommit: (pull) => readMergeCommit(createGitHub(session.context), pull),
    },
  };
}

export interface Chosen extends Choice, Snapshots {
  /** Set if the snapshot shows the deployments that are live: a sentence that says so. */
  readonly notice: string | null;
}

/**
 * The snapshot that a selector names.
 * @param comparing true to compare it with what is live also if the choice does not depend on that
 * @throws RewindError as `chooseSnapshot`
 */
export async function choose(session: Session, project: Project, selector: string, comparing = false): Promise<Chosen> {
  const dependsOnLive = parseSelector(selector)?.kind === 'newest';
  const snapshots = await openSnapshots(session, project, comparing || dependsOnLive);
  const { history, circumstances } = snapshots;
  const choice = await chooseSnapshot(project.store, history, selector, circumstances);
  if (choice.because !== null) session.context.log.info(`Snapshot ${choice.manifest.id}: ${choice.because}`);
  return { ...snapshots, ...choice, notice: await noticeOf(choice, snapshots) };
}

async function noticeOf({ manifest }: Choice, { history, circumstances }: Snapshots): Promise<string | null> {
  const { releases } = await history.entry(manifest.id);
  if (!showsLive(releases, circumstances.live)) return null;
  const before = await newestBefore(history, circumstances);
  const rest = before === undefined ? 'There is none from before it.' : `The one before it is ${before}.`;
  return `The snapshot shows the deployment that is live now (${releaseText(releases)}). ${rest}`;
}

/** "dpl_123 (commit 0123456)" */
export function releaseText(releases: Releases): string {
  return [...releases.values()].map(oneRelease).join(', ');
}

function oneRelease({ deployment, commit }: Release): string {
  const short = commit === null ? null : `commit ${commit.slice(0, 7)}`;
  if (deployment === null) return short ?? 'unknown';
  return short === null ? deployment : `${deployment}, ${short}`;
}

/** The deployments of all configured resources that a recent snapshot shows, also of those out of scope. */
async function liveReleases(
  { context: ctx }: Session,
  { config }: Project,
  history: History,
): Promise<Releases | null> {
  // Recent ones that nobody believes, or of a part of the configuration, tell nothing.
  const recent = await history.newest((read) =>
    read.some(({ manifest, releases }) => releases.size > 0 || manifest?.scope === null),
  );
  const shown = new Set(recent.flatMap(({ releases }) => [...releases.keys()]));
  const ids = config.resources.map(({ id }) => id).filter((id) => shown.has(id));
  if (ids.length === 0) return null;
  try {
    const resources = await loadResources(config.resources, ids, loadProvider);
    const reading = Promise.all(
      resources.map(async ({ id, provider, config: own }) => {
        const state = await provider.capture(own, forResource(ctx, id), new DiscardingSink());
        const release = releaseOf(describeState(provider, state));
        return release === null ? [] : ([[id, release]] as const);
      }),
    );
    return new Map((await withLimit(reading, ctx)).flat());
  } catch (error) {
    ctx.log.warn(`Could not read which deployment is live, so "latest" is the newest snapshot: ${messageOf(error)}`);
    return null;
  }
}

/** @throws RewindError deadline-exceeded after 15 seconds */
export async function withLimit<T>(reading: Promise<T>, ctx: Session['context']): Promise<T> {
  const limit = new AbortController();
  const late = ctx.clock.sleep(LIVE_MS, limit.signal).then(() => {
    throw new RewindError('deadline-exceeded', `No answer within ${LIVE_MS / 1000} seconds.`);
  });
  try {
    return await Promise.race([reading, late]);
  } finally {
    limit.abort();
    late.catch(() => undefined);
    reading.catch(() => undefined);
  }
}
