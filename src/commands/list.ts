import { asRewindError } from '../runtime/errors.js';
import type { Manifest } from '../engine/manifest.js';
import { listSnapshotIds, readManifest } from '../engine/snapshot-files.js';
import { table } from '../report/markdown.js';
import { defineCommand } from '../cli/command.js';

/** Lists a damaged snapshot as damaged, and continues. */
export default defineCommand({
  name: 'list',
  summary: 'List the snapshots of the environment, newest first.',
  flags: {},
  examples: ['list', 'list --json'],
  async run(session) {
    const { store, config } = await session.open();
    const ids = (await listSnapshotIds(store, config.environment)).reverse();
    const rows = await Promise.all(
      ids.map(async (id): Promise<string[]> => {
        try {
          return [id, ...summaryOf(await readManifest(store, config.environment, id))];
        } catch (error) {
          return [id, 'damaged', '-', asRewindError(error).message];
        }
      }),
    );
    return {
      exit: 0,
      json: {
        environment: config.environment,
        snapshots: rows.map(([id = '', reason = '', commit = '', resources = '']) => ({
          id,
          reason,
          commit,
          resources,
        })),
      },
      text:
        rows.length === 0
          ? `"${config.environment}" has no snapshots yet.`
          : rows.map((row) => row.join('  ')).join('\n'),
      summary: `## Snapshots of \`${config.environment}\`\n\n${table(['Id', 'Reason', 'Commit', 'Resources'], rows)}\n`,
    };
  },
});

function summaryOf(manifest: Manifest): string[] {
  return [manifest.reason, manifest.commit?.slice(0, 12) ?? '-', manifest.resources.map(({ id }) => id).join(',')];
}
