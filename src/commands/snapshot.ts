import { marksOf, readManifest, removeSnapshot, snapshotIds } from '../engine/snapshot-files.js';
import { describeState } from '../engine/provider.js';
import type { Resource } from '../engine/resources.js';
import { takeSnapshot } from '../engine/snapshot.js';
import { asRewindError } from '../runtime/errors.js';
import { coverageOf } from '../engine/coverage.js';
import { coverageText } from '../report/snapshots.js';
import type { Manifest } from '../engine/manifest.js';
import { retentionDays, snapshotArtifact } from '../store/artifact-names.js';
import { amount, DAY_MS, seconds } from '../runtime/progress.js';
import { escapeText, table } from '../report/markdown.js';
import { signerOf } from '../cli/project.js';
import type { Project, Session } from '../cli/session.js';
import { defineCommand } from '../cli/command.js';
import { choice, FLAGS } from '../cli/flags.js';
import { textOf } from '../runtime/text.js';

/** Reads the new snapshot back. A snapshot that cannot be read fails the deploy gate. */
export default defineCommand({
  name: 'snapshot',
  summary: 'Take a snapshot: capture every resource, seal it, and read it back.',
  flags: {
    reason: choice(['pre-deploy', 'manual', 'drill'], 'pre-deploy', 'Reason for the snapshot.'),
    'install-client': FLAGS['install-client'],
  },
  examples: ['snapshot', 'snapshot --reason manual --scope db'],
  outputs: ['snapshot-id', 'snapshot-artifact', 'snapshot-path', 'retention-days'],
  async run(session) {
    const project = await session.open();
    // Before anything is captured: the deploy must not rely on a snapshot that will be refused.
    await project.store.assertBelievable?.();
    const signer = signerOf(project, session.context);
    const manifest = await takeSnapshot({
      resources: project.resources,
      scope:
        project.resources.length === project.config.resources.length ? null : project.resources.map(({ id }) => id),
      store: project.store,
      ctx: session.context,
      origin: project.origin,
      reason: session.inputs.reason,
      recipients: project.config.seal.recipients,
      identities: project.identities,
      signKeys: project.signKeys,
      signer,
    });
    const removed = await applyRetention(session, project);
    const leftOut = leftOutOf(manifest, project.resources);
    const upload = snapshotArtifact(project.config.store, manifest.environment, manifest.id);
    return {
      exit: 0,
      json: {
        ok: true,
        snapshot: manifest.id,
        scope: manifest.scope,
        resources: manifest.resources.map(({ id }) => id),
        leftOut,
        removed,
      },
      text: `Snapshot ${manifest.id} of "${manifest.environment}" is complete and was read back.\n${describeSnapshot(manifest, project.resources)}${scopeNote(manifest, project)}`,
      summary: `## Snapshot \`${manifest.id}\`\n\n${snapshotTable(manifest, project.resources)}\n`,
      outputs: {
        'snapshot-id': manifest.id,
        ...(upload === null
          ? {}
          : {
              'snapshot-artifact': upload.name,
              'snapshot-path': upload.path,
              'retention-days': String(retentionDays(project.config)),
            }),
      },
    };
  },
});

/** A snapshot of some resources stands only for them. */
function scopeNote(manifest: Manifest, { config }: Project): string {
  if (manifest.scope === null) return '';
  const covered = coverageOf(
    manifest,
    config.resources.map(({ id }) => id),
  );
  return `\nIt holds ${coverageText(covered)}: "latest" stands for it only with --scope ${manifest.scope.join(',')}.`;
}

/** One line for each resource, and one for each object that the snapshot does not contain. */
function describeSnapshot(manifest: Manifest, resources: readonly Resource[]): string {
  return textOf([
    ...rowsOf(manifest).map(([id, provider, size, took]) => `  ${id} (${provider}): ${size}, ${took}`),
    ...leftOutOf(manifest, resources).map(({ resource, what }) => `  ${resource}: not in the snapshot: ${what}`),
  ]);
}

function snapshotTable(manifest: Manifest, resources: readonly Resource[]): string {
  const lines = leftOutOf(manifest, resources).map(
    ({ resource, what }) => `- ${escapeText(`${resource}: not in the snapshot: ${what}`).replace(/\s+/g, ' ')}`,
  );
  return [
    table(['Resource', 'Provider', 'Sealed', 'Took'], rowsOf(manifest)),
    ...(lines.length === 0 ? [] : ['', ...lines]),
  ].join('\n');
}

/** What the captured states say they lack; of the resources that the configuration still has. */
function leftOutOf(manifest: Manifest, resources: readonly Resource[]): { resource: string; what: string }[] {
  return manifest.resources.flatMap(({ id, provider, state }) => {
    const known = resources.find((resource) => resource.id === id && resource.providerId === provider);
    const lacking = known ? (describeState(known.provider, state).leftOut ?? []) : [];
    return lacking.map((what) => ({ resource: id, what }));
  });
}

function rowsOf(manifest: Manifest): [string, string, string, string][] {
  return manifest.resources.map((resource) => {
    const bytes = resource.payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0);
    const size = resource.payloads.length === 0 ? 'state only' : amount(bytes, 'bytes');
    return [resource.id, resource.provider, size, seconds(resource.durationMs / 1000)];
  });
}

/**
 * Removes snapshots that are both older than keep-days and beyond the newest keep-last, without a mark. A failure is only a warning,
 * because the new snapshot is good.
 * @returns ids removed
 */
async function applyRetention(session: Session, { store, config }: Project): Promise<string[]> {
  if (store.expires === true) return [];
  const { 'keep-last': keepLast, 'keep-days': keepDays } = config.retention;
  const oldest = session.context.clock.now().getTime() - keepDays * DAY_MS;
  const removed: string[] = [];
  try {
    const objects = await store.list(`snapshots/${config.environment}`);
    const ids = snapshotIds(objects);
    const marks = marksOf(objects);
    for (const id of ids.slice(0, Math.max(0, ids.length - keepLast))) {
      if (marks.has(id)) continue;
      const { createdAt } = await readManifest(store, config.environment, id);
      if (Date.parse(createdAt) >= oldest) continue;
      await removeSnapshot(store, config.environment, id);
      removed.push(id);
    }
  } catch (error) {
    session.context.log.warn(`Could not remove old snapshots: ${asRewindError(error).message}`);
  }
  return removed;
}
