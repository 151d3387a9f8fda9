import { sentences } from '../../runtime/text.js';
import { openSnapshots } from '../../cli/choose.js';
import { tellAlarm } from '../../cli/tell.js';
import type { Project, Session } from '../../cli/session.js';
import { describeState } from '../../engine/provider.js';
import { isOrdinary } from '../../engine/eligible.js';
import { PAGE, releasesOf, showsLive, type Releases } from '../../engine/history.js';
import type { Manifest } from '../../engine/manifest.js';
import { snapshotBeforeDeploy, type Before } from '../../engine/release.js';
import type { Resource } from '../../engine/resources.js';
import { loadProvider } from '../../providers/load.js';
import { sha256 } from '../../runtime/digest.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { createGitHub } from '../../services/github/client.js';
import { noteOnDeployment } from '../../services/github/deployments.js';

/** What a release capture belongs to. */
export interface ReleaseCapture {
  readonly before: Before;
  readonly resources: readonly Resource[];
  /** Resources that a release capture does not read, because that takes long. */
  readonly leftOut: readonly Resource[];
  /** What recent release captures show. */
  readonly earlier: readonly Releases[];
}

/**
 * Finds the snapshot before the deploy, and what can be captured quickly.
 * @throws RewindError snapshot-not-found, snapshot-corrupt, input-invalid
 */
export async function releaseCapture(
  session: Session,
  project: Project,
  given: string | null,
): Promise<ReleaseCapture> {
  const resources = project.resources.filter(({ provider }) => provider.slow !== true);
  const leftOut = project.resources.filter(({ provider }) => provider.slow === true);
  if (resources.length === 0) {
    throw new RewindError(
      'input-invalid',
      `Nothing to capture: ${leftOut.map(({ id }) => id).join(', ')} ${leftOut.length === 1 ? 'takes' : 'take'} too long.`,
      {
        remedy: 'A release capture holds what is quick to read. Name other resources in --scope.',
      },
    );
  }
  const { history, circumstances } = await openSnapshots(session, project);
  const earlier = (await history.slice(0, PAGE)).flatMap(({ manifest, releases }) =>
    manifest?.reason === 'release' ? [releases] : [],
  );
  const rest = { resources, leftOut, earlier };
  if (given === null) return { before: await snapshotBeforeDeploy(history, circumstances), ...rest };
  const { manifest, problem, releases } = (await history.holds(given))
    ? await history.entry(given)
    : { manifest: null, problem: null, releases: new Map<string, never>() };
  if (problem !== null) throw problem;
  if (manifest === null) {
    throw new RewindError('snapshot-not-found', `The store has no snapshot ${given} of "${history.environment}".`);
  }
  if (!isOrdinary({ scope: null, configured: [], origin: project.origin })({ manifest })) {
    throw new RewindError('input-invalid', `${given} is a ${manifest.reason} snapshot, not one from before a deploy.`, {
      remedy: 'Give the id that "rewind snapshot" printed before the deploy.',
    });
  }
  const before: Before = showsLive(releases, circumstances.live)
    ? { kind: 'none', why: `Snapshot ${given} shows this deployment already: it was taken after the deploy.` }
    : { kind: 'found', manifest };
  return { before, ...rest };
}

/**
 * Names of the projects of the capture, if none of them was ever deployed to production: then no deploy is live. A capture
 * that cannot read whether one was deployed fails before this is called.
 */
export function neverDeployed({ resources: captured }: Manifest, resources: readonly Resource[]): string[] {
  const projects = captured.flatMap(({ id, provider: providerId, state }) => {
    const provider = resources.find((one) => one.id === id && one.providerId === providerId)?.provider;
    const { project, deployment } = provider === undefined ? {} : describeState(provider, state);
    return project === undefined ? [] : [{ project, isDeployed: deployment !== undefined }];
  });
  return projects.some(({ isDeployed }) => isDeployed) ? [] : projects.map(({ project }) => project);
}

/**
 * The alarm if a deploy went live without a snapshot.
 * @param undeployed as `neverDeployed`
 */
export function alarmOf(
  { before }: Pick<ReleaseCapture, 'before'>,
  environment: string,
  undeployed: readonly string[],
): Finding[] {
  if (before.kind !== 'none') return [];
  if (undeployed.length > 0) {
    return [
      {
        level: 'error',
        code: 'deploy-without-snapshot',
        message: `${nothingLive(undeployed)} ${before.why}`,
        remedy:
          'Take a snapshot before the first deploy (examples/pre-deploy-snapshot.yml), and this capture after it.',
      },
    ];
  }
  return [
    {
      level: 'error',
      code: 'deploy-without-snapshot',
      message: `A deploy of "${environment}" went live without a snapshot before it. ${before.why}`,
      remedy:
        'Let the deploy job need the snapshot job (examples/pre-deploy-snapshot.yml). Until the next deploy, no rollback can undo this one.',
    },
  ];
}

export const nothingLive = (undeployed: readonly string[]): string =>
  `No deploy is live: ${undeployed.join(', ')} ${undeployed.length === 1 ? 'was' : 'were'} never deployed to production.`;

/** Tells the team of the alarm, once for a deployment. */
export async function tellOfAlarm(
  session: Session,
  project: Project,
  manifest: Manifest,
  { earlier }: ReleaseCapture,
  findings: readonly Finding[],
): Promise<void> {
  const [finding] = findings;
  const live = await releasesOf(manifest, loadProvider);
  if (finding === undefined || earlier.some((shown) => showsLive(shown, live))) return;
  const deployed = [...live.values()].map(({ deployment, key }) => deployment ?? key).join(', ') || manifest.id;
  await tellAlarm(session, project, {
    key: `no-snapshot-${sha256(`${project.config.environment} ${deployed}`).slice(0, 12)}`,
    severity: 'minor',
    headline: `A deploy of "${project.config.environment}" went live without a snapshot before it`,
    lines: [`Deployment: ${deployed}`, finding.message, finding.remedy ?? ''],
    url: session.run?.url ?? null,
  });
}

/**
 * Writes on GitHub's Deployments page which snapshot undoes the deploy. A failure is a warning, because the capture is good.
 * @returns a sentence; null if it was not written
 */
export async function noteWayBack(
  session: Session,
  release: Manifest,
  { before }: ReleaseCapture,
): Promise<string | null> {
  const { run, context } = session;
  if (run === null || before.kind !== 'found') return null;
  const shown = [...(await releasesOf(release, loadProvider)).values()];
  const commit = shown.find((one) => one.commit !== null)?.commit ?? run.sha;
  const said = `To undo this deploy: Rewind snapshot ${before.manifest.id}`;
  try {
    const id = await noteOnDeployment(createGitHub(context), release.environment, commit, run.url, said, {
      rewind: { snapshot: before.manifest.id, release: release.id },
    });
    return `GitHub's deployment ${id} of commit ${commit.slice(0, 7)} names the snapshot.`;
  } catch (error) {
    const { message, remedy } = asRewindError(error);
    context.log.warn(`GitHub's Deployments page does not name the snapshot: ${sentences(message, remedy)}`);
    return null;
  }
}
