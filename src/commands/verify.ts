import { planFromLive } from '../engine/live-plan.js';
import { RewindError } from '../runtime/errors.js';
import { describe, keyOf } from '../engine/plan.js';
import { checkPayloads } from '../engine/snapshot-files.js';
import { findSnapshot, proveSnapshot } from '../engine/snapshot.js';
import { findingsMarkdown, findingsText, type ResourceFinding } from '../report/findings.js';
import { table } from '../report/markdown.js';
import { defineCommand } from '../cli/command.js';
import { FLAGS, toggle } from '../cli/flags.js';
import { toJson } from '../runtime/json.js';

/**
 * Checks that the snapshot is intact (with an identity: readable; with --restorable: restorable), then compares production
 * with it. Exits with status 3 if the snapshot is sound but production differs.
 */
export default defineCommand({
  name: 'verify',
  summary: 'Verify that the snapshot is sound and that production equals it. Changes nothing.',
  flags: {
    snapshot: FLAGS.snapshot,
    database: FLAGS.database,
    'install-client': FLAGS['install-client'],
    restorable: toggle('Restore the database into a scratch place and compare it, instead of only reading the backup.'),
  },
  examples: ['verify', 'verify --database restore', 'verify --restorable'],
  verdicts: ['equal', 'differs'],
  outputs: ['snapshot-id'],
  async run(session) {
    const { inputs, context: ctx } = session;
    const opened = await session.open();
    const project = { ...opened, resources: [...opened.resources, ...opened.backups] };
    const manifest = await findSnapshot(project.store, inputs.snapshot, project.origin);
    const damaged = await checkPayloads(project.store, manifest);
    if (damaged.length > 0) {
      throw new RewindError('snapshot-corrupt', `Snapshot ${manifest.id} is damaged.`, { problems: damaged });
    }
    if (inputs.restorable && project.identities.length === 0) {
      throw new RewindError('identity-missing', '--restorable needs an identity to open the snapshot.');
    }
    const depth = inputs.restorable ? ('restorable' as const) : ('readable' as const);
    const proof: ResourceFinding[] =
      project.identities.length === 0 ? [] : await proveSnapshot({ ...project, ctx, manifest, depth });
    const broken = proof.filter(({ level }) => level === 'error');
    if (broken.length > 0) {
      throw new RewindError('snapshot-corrupt', `Snapshot ${manifest.id} cannot be restored.`, {
        problems: broken.map(({ resource, message }) => `${resource}: ${message}`),
      });
    }
    const plan = await planFromLive({ ...project, ctx, manifest, database: inputs.database, scope: inputs.scope });
    const differences = [...plan.changes, ...plan.manual];
    const proven = project.identities.length === 0 ? 'checksums' : `checksums, ${depth}`;
    const headline =
      differences.length === 0
        ? `Production equals snapshot ${manifest.id} (snapshot proven: ${proven}).`
        : `Production differs from snapshot ${manifest.id} in ${differences.length} place(s) (snapshot proven: ${proven}).`;
    const rows = differences.map((change) => [keyOf(change), change.target, describe(change)]);
    return {
      exit: differences.length === 0 ? 0 : 3,
      json: toJson({ ok: differences.length === 0, snapshot: manifest.id, proven, differences, findings: proof }),
      text: [headline, ...rows.map((row) => `  ${row.join('  ')}`), findingsText(proof)]
        .filter((line) => line !== '')
        .join('\n'),
      summary: [
        `## ${headline}`,
        ...(rows.length === 0 ? [] : [table(['Change', 'What', 'Now → then'], rows)]),
        ...(proof.length === 0 ? [] : [findingsMarkdown(proof)]),
      ].join('\n\n'),
      outputs: { verdict: differences.length === 0 ? 'equal' : 'differs', 'snapshot-id': manifest.id },
    };
  },
});
