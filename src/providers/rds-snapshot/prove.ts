import type { PayloadSource, ProofDepth } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { client } from './client.js';
import type { Config } from './config.js';
import type { Copy, State } from './state.js';

/** Compares the DB snapshot with the manifest. Its rows are not read: that needs an instance. */
export async function prove(
  config: Config,
  { copy }: State,
  ctx: Context,
  _source: PayloadSource,
  depth: ProofDepth,
): Promise<Finding[]> {
  if (copy === null) return [];
  const findings = await copyFindings(config, copy, ctx);
  if (depth !== 'restorable' || findings.length > 0) return findings;
  return [
    {
      level: 'warning',
      code: 'not-rehearsed',
      message: `DB snapshot "${copy.id}" is available. Rewind did not read its rows and did not rehearse the restore.`,
      remedy: 'Rehearse a restore by hand once, under another identifier.',
    },
  ];
}

/** What keeps a DB snapshot from being restored. */
export async function copyFindings(config: Config, { id, at, resourceId }: Copy, ctx: Context): Promise<Finding[]> {
  const now = await (await client(config, ctx)).snapshot(id);
  if (now?.at !== at || now.resourceId !== resourceId) {
    return [
      {
        level: 'error',
        code: 'rds-copy-gone',
        message: `The DB snapshot "${id}" does not exist any more, or a different one has its identifier.`,
        remedy: 'Choose another snapshot, or restore from the automated backups of the instance.',
      },
    ];
  }
  if (now.status === 'available') return [];
  return [
    {
      level: 'error',
      code: 'rds-copy-unusable',
      message: `The DB snapshot "${id}" is "${now.status}": RDS does not restore it.`,
      remedy: 'Read its events in the RDS console, or choose another snapshot.',
    },
  ];
}
