import { RewindError } from '../runtime/errors.js';
import { trustOf } from '../engine/trust.js';
import { describeSnapshot, snapshotTable } from './snapshot.js';
import { choose } from '../cli/choose.js';
import { defineCommand } from '../cli/command.js';
import { FLAGS } from '../cli/flags.js';

/** States hold no secrets; sealed parts stay sealed. */
export default defineCommand({
  name: 'show',
  summary: 'Show one snapshot: its origin and its content.',
  arguments: [{ name: 'snapshot', description: 'Which snapshot, as for --snapshot; "latest" if not given.' }],
  flags: { snapshot: FLAGS.snapshot },
  examples: ['show', 'show 20261123T030405Z-1a2b3c'],
  async run(session) {
    const [given] = session.inputs.args;
    const id = given === undefined ? session.inputs.snapshot : FLAGS.snapshot.parse(given);
    if (id === undefined) {
      throw new RewindError('input-invalid', `<snapshot> must be ${FLAGS.snapshot.allowed} (got "${given ?? ''}")`);
    }
    const project = await session.open();
    const { store, resources, signKeys } = project;
    const { manifest } = await choose(session, project, id);
    const trust = await trustOf(store, manifest, signKeys, session.context.clock.now());
    const head = [
      `Snapshot ${manifest.id} of "${manifest.environment}" (${manifest.reason})`,
      `  taken ${manifest.createdAt} by Rewind ${manifest.writtenBy}`,
      `  repository ${manifest.repository ?? '-'}, commit ${manifest.commit ?? '-'}, run ${manifest.run ?? '-'}`,
      trust.kind === 'signed' ? `  signed with key ${trust.keyId}` : `  not signed: ${trust.reason}`,
    ];
    return {
      exit: 0,
      json: manifest,
      text: `${head.join('\n')}\n${describeSnapshot(manifest, resources)}`,
      summary: `## Snapshot \`${manifest.id}\`\n\n${snapshotTable(manifest, resources)}\n`,
    };
  },
});
