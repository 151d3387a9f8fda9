import { choose } from '../../cli/choose.js';
import { identityIn } from '../../cli/served.js';
import type { Project, Session } from '../../cli/session.js';
import { describeState } from '../../engine/provider.js';
import type { Manifest } from '../../engine/manifest.js';
import { trustOf } from '../../engine/trust.js';
import { loadProvider } from '../../providers/load.js';
import { probeBaseline, type ProbeBaseline } from '../../probes/baseline.js';
import type { Identity } from '../../probes/identity.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';

/** What a watch compares with. */
export interface Frame {
  /** The snapshot from before the deploy; null: none. */
  readonly snapshot: string | null;
  /** When it was taken. */
  readonly takenAt: string | null;
  /** Id of the deployment that is watched; null: no resource tells deployments apart. */
  readonly deployment: string | null;
  /** Immutable address of the deployment before it; null: unknown. */
  readonly control: string | null;
  readonly identity: Identity | null;
  /** By probe; empty without a snapshot that is believed. */
  readonly baselines: ReadonlyMap<string, ProbeBaseline>;
}

/**
 * Finds the deployment to watch, and what is known from before it. What is missing is a warning: without it the verdict is
 * `inconclusive`, not wrong.
 *
 * @param wanted id of the deployment; null: the one that is live now
 * @throws RewindError snapshot-not-found for another name than `latest`
 */
export async function frameOf(
  session: Session,
  project: Project,
  selector: string,
  wanted: string | null,
): Promise<Frame> {
  const { log } = session.context;
  const before = await snapshotBefore(session, project, selector);
  const deployment = wanted ?? before?.live ?? null;
  if (before === null) {
    return {
      snapshot: null,
      takenAt: null,
      deployment,
      control: null,
      identity: identityIn(session.context, project.resources),
      baselines: new Map(),
    };
  }
  const { manifest } = before;
  const believed = await isBelieved(session, project, manifest);
  if (believed && manifest.baselines === undefined) {
    log.warn(`Snapshot ${manifest.id} holds no baseline: no probe was configured when it was taken.`);
  }
  const baselines = believed ? (manifest.baselines ?? []).map((one) => probeBaseline.parse(one)) : [];
  return {
    snapshot: manifest.id,
    takenAt: manifest.createdAt,
    deployment,
    control: believed ? await controlOf(manifest, deployment) : null,
    identity: identityIn(session.context, project.resources),
    baselines: new Map(baselines.map((one) => [one.probe, one])),
  };
}

async function snapshotBefore(session: Session, project: Project, selector: string) {
  try {
    const { manifest, circumstances } = await choose(session, project, selector, true);
    const [live] = [...(circumstances.live?.values() ?? [])];
    return { manifest, live: live?.deployment ?? null };
  } catch (error) {
    const { code, message, remedy } = asRewindError(error);
    // A name that leads nowhere is a mistake of the caller: the watch would end without a verdict.
    const isMisnamed = code === 'snapshot-not-found' && selector !== 'latest';
    if (!(error instanceof RewindError) || code === 'input-invalid' || isMisnamed) throw error;
    session.context.log.warn(`Nothing is known from before the deploy: ${message} ${remedy}`);
    return null;
  }
}

/** A forged baseline would hide a bad deploy. */
async function isBelieved({ context }: Session, { store, signKeys }: Project, manifest: Manifest): Promise<boolean> {
  const refuse = (why: string): boolean => {
    context.log.warn(`The baseline of snapshot ${manifest.id} is not used: ${why}`);
    return false;
  };
  try {
    const trust = await trustOf(store, manifest, signKeys, context.clock.now());
    return trust.kind === 'unsigned' && signKeys.length > 0 ? refuse(`${trust.reason}.`) : true;
  } catch (error) {
    const { message, remedy } = asRewindError(error);
    return refuse(`${message} ${remedy}`);
  }
}

/** The deployment that served production at the snapshot, unless it is the watched one. */
async function controlOf(manifest: Manifest, watched: string | null): Promise<string | null> {
  for (const { provider: id, state } of manifest.resources) {
    const provider = await loadProvider(id).catch(() => null);
    if (provider === null || provider.slow === true) continue;
    const { address, deployment } = describeState(provider, state);
    if (address !== undefined && deployment !== watched) return address;
  }
  return null;
}
