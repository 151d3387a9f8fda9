import { rm } from 'node:fs/promises';
import { choose, openSnapshots } from '../../cli/choose.js';
import { SUBJECTS, type ResourceCheck } from '../../engine/drill-record.js';
import type { Manifest } from '../../engine/manifest.js';
import { checkPayloads } from '../../engine/payload-files.js';
import { trustOf } from '../../engine/trust.js';
import { NEVER_LATEST } from '../../engine/vocabulary.js';
import { RewindError } from '../../runtime/errors.js';
import { answered, failed, notConfigured, passed, unverified } from './checks.js';
import type { Drill } from './flow.js';
import { compareProduction, readProduction } from './production.js';
import { restoreAll, tidyAll } from './restore.js';
import { smoke } from './smoke.js';

export interface Performed {
  /** Null: none could be chosen. */
  readonly manifest: Manifest | null;
  readonly checks: readonly ResourceCheck[];
}

/**
 * Carries the whole drill out. A part that cannot be carried out becomes a check; what stops it is a cancelled run, and a
 * snapshot of the command line that the store does not have.
 * @param report of an earlier drill: it is removed when this one begins
 */
export async function perform(drill: Drill, report: string): Promise<Performed> {
  const { session, phases, project } = drill;
  const ctx = session.context;
  const before = await phases.run('production before', () => readProduction(drill.resources, ctx));
  const checks: ResourceCheck[] = [...(await phases.run('tidy', () => tidyAll(drill)))];
  const found: { manifest: Manifest | null; misnamed: RewindError | null } = { manifest: null, misnamed: null };
  const isNamed = session.inputs.given.has('snapshot') && session.inputs.snapshot !== 'latest';
  checks.push(
    ...(await phases.run('choose the snapshot', () =>
      answered({ resource: SUBJECTS.snapshot, id: 'choose', title: 'a snapshot was found' }, async () => {
        try {
          found.manifest = await chosen(drill);
        } catch (error) {
          if (isNamed && error instanceof RewindError && error.code === 'snapshot-not-found') found.misnamed = error;
          throw error;
        }
        return [];
      }),
    )),
  );
  // A mistake on the command line is no result of a drill, and belongs neither into the history nor into an issue.
  if (found.misnamed !== null) throw found.misnamed;
  // A drill that is killed from here on leaves no report that looks like its own.
  await rm(report, { force: true });
  const { manifest } = found;
  if (manifest !== null) {
    const sound = await phases.run('check the snapshot', () => soundness(drill, manifest));
    checks.push(...sound);
    // Nothing of a snapshot that another key signed, or that was changed, is run anywhere.
    if (sound.every(({ outcome }) => outcome === 'passed' || outcome === 'not-configured')) {
      checks.push(...(await restoreAll(drill, manifest)));
      checks.push(...(await phases.run('probes', () => smoke(drill, manifest, before))));
    }
  }
  const after = await phases.run('production after', () => readProduction(drill.resources, ctx));
  checks.push(...(await phases.run('production after', () => compareProduction(before, after, ctx))));
  if (ctx.signal.aborted) throw new RewindError('cancelled', 'The drill was cancelled. Its result is not kept.');
  ctx.log.debug(`${checks.length} checks of ${project.config.environment}`);
  return { manifest, checks };
}

/** The snapshot that a rollback would take; with --random, any that a rollback could take. */
async function chosen({ session, project }: Drill): Promise<Manifest> {
  if (!session.inputs.random) return (await choose(session, project, session.inputs.snapshot)).manifest;
  const { history } = await openSnapshots(session, project, false);
  await history.reach(() => false);
  const left = [...history.ids];
  while (left.length > 0) {
    const index = Number.parseInt(session.context.randomHex(6), 16) % left.length;
    const [id = ''] = left.splice(index, 1);
    const { manifest } = await history.entry(id);
    // An unreadable one is a find of its own: `choose` tells why.
    if (manifest === null || !NEVER_LATEST.includes(manifest.reason)) {
      return (await choose(session, project, id)).manifest;
    }
  }
  return (await choose(session, project, 'latest')).manifest;
}

/** What a rollback checks of a snapshot before it believes it. */
async function soundness({ session, project }: Drill, manifest: Manifest): Promise<ResourceCheck[]> {
  const { context: ctx } = session;
  const signature = { resource: SUBJECTS.snapshot, id: 'signature', title: 'a key of the configuration signed it' };
  const checksums = {
    resource: SUBJECTS.snapshot,
    id: 'checksums',
    title: 'each payload has the checksum of the manifest',
  };
  const trusted = await answered(signature, async () => {
    const trust = await trustOf(project.store, manifest, project.signKeys, ctx.clock.now());
    if (trust.kind === 'signed') return [passed(signature)];
    if (project.signKeys.length === 0) {
      const message = 'The configuration names no keys, so it is unknown who wrote the snapshot.';
      return [notConfigured(signature, message, 'Create a key with "minisign -G -W", and add sign.keys.')];
    }
    // A rollback would ask a person. A drill asks nobody, so it runs nothing of it.
    const message = `Snapshot ${manifest.id} is not signed: ${trust.reason}. Nothing of it was restored.`;
    const remedy = 'Set REWIND_SIGNING_KEY in the snapshot job, and take a new snapshot.';
    return [unverified(signature, { level: 'warning', code: 'snapshots-unsigned', message, remedy })];
  });
  const intact = await answered(checksums, async () => {
    const damaged = await checkPayloads(project.store, manifest);
    if (damaged.length === 0) return [passed(checksums)];
    const parts = damaged.slice(0, 5).map((part) => part.replace(/\.$/, ''));
    const message = `Snapshot ${manifest.id} is damaged: ${parts.join('; ')}.`;
    const remedy = 'Take a new snapshot, and find out who or what changed this one.';
    return [failed(checksums, { level: 'error', code: 'snapshot-corrupt', message, remedy })];
  });
  return [...trusted, ...intact];
}
