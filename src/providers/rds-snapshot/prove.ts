import type { PayloadSource } from '../../engine/payload.js';
import type { ProofDepth } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { copyProblem, readCopy } from './copies.js';
import { titleOf } from './names.js';
import type { State } from './state.js';

/** Compares the copy with the manifest. Its rows are not read: that needs an instance. */
export const prove = async (
  config: Config,
  saved: State,
  ctx: Context,
  _source: PayloadSource,
  depth: ProofDepth,
): Promise<Finding[]> => {
  // Elsewhere nothing is found, which proves nothing.
  if (saved.region !== config.region) return [elsewhere(saved.region, config.region)];
  return proveCopy(config, saved, ctx, depth);
};

/** Errors if the copy is gone, or cannot be restored any more. */
export const stillThere = async (config: Config, saved: State, ctx: Context): Promise<Finding[]> =>
  saved.region === config.region ? proveCopy(config, saved, ctx, 'contents') : [];

async function proveCopy(config: Config, { copy }: State, ctx: Context, depth: ProofDepth): Promise<Finding[]> {
  if (copy === null) return [];
  const rds = await client(config, ctx, copy.kind);
  const problem = copyProblem(copy, await readCopy(rds, copy));
  if (problem !== null) {
    return [
      {
        level: 'error',
        code: problem.code,
        message: problem.text,
        remedy: 'Choose another snapshot, or restore from the automated backups in the RDS console.',
      },
    ];
  }
  if (depth !== 'restorable') return [];
  return [
    {
      level: 'warning',
      code: 'not-rehearsed',
      message: `The ${titleOf(copy)} can be restored, says RDS. Rewind did not read its rows and did not rehearse the restore.`,
      remedy: 'Rehearse a restore by hand once, under another identifier.',
    },
  ];
}

const elsewhere = (saved: string, live: string): Finding => ({
  level: 'error',
  code: 'other-object',
  message: `The copy of the snapshot is in region ${saved}, and the configuration names ${live}.`,
  remedy: `Set region ${saved} in the configuration, or choose another snapshot.`,
});
