import { findSnapshot } from '../engine/snapshot.js';
import type { CommandResult } from '../cli/result.js';
import type { Session } from '../cli/session.js';
import { describeSnapshot, snapshotTable } from './snapshot.js';

/** One snapshot: where it comes from and what it holds. States hold no secrets; sealed parts stay sealed. */
export async function show(session: Session): Promise<CommandResult> {
  const { store, origin } = await session.open();
  const manifest = await findSnapshot(store, session.inputs.args[0] ?? session.inputs.snapshot, origin);
  const head = [
    `Snapshot ${manifest.id} of "${manifest.environment}" (${manifest.reason})`,
    `  taken ${manifest.createdAt} by Rewind ${manifest.writtenBy}`,
    `  repository ${manifest.repository ?? '-'}, commit ${manifest.commit ?? '-'}, run ${manifest.run ?? '-'}`,
  ];
  return {
    exit: 0,
    json: manifest,
    text: `${head.join('\n')}\n${describeSnapshot(manifest)}`,
    summary: `## Snapshot \`${manifest.id}\`\n\n${snapshotTable(manifest)}\n`,
  };
}
