import type { PayloadSource } from '../../engine/payload.js';
import type { ProofDepth } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { isTouched, readCopy } from './production.js';
import type { State } from './state.js';

/** Compares the branch of the snapshot with the manifest. Its rows are not read: that needs a compute. */
export const prove = async (
  config: Config,
  saved: State,
  ctx: Context,
  _source: PayloadSource,
  depth: ProofDepth,
): Promise<Finding[]> => {
  // Elsewhere nothing is found, which proves nothing.
  if (saved.project !== config.project) return [elsewhere(saved.project, config.project)];
  return proveCopy(config, saved, ctx, depth);
};

/** Errors if the branch of the snapshot is gone. */
export const stillThere = async (config: Config, saved: State, ctx: Context): Promise<Finding[]> =>
  saved.project === config.project ? proveCopy(config, saved, ctx, 'contents') : [];

async function proveCopy(config: Config, { copy }: State, ctx: Context, depth: ProofDepth): Promise<Finding[]> {
  if (copy === null) return [gone('branch')];
  const neon = client(config, ctx);
  const now = await readCopy(neon, await neon.branch(copy.id));
  if (now?.lsn !== copy.lsn) return [gone(`branch "${copy.name}" (${copy.id})`)];
  const findings: Finding[] = [];
  if (isTouched(copy, now)) {
    findings.push({
      level: 'warning',
      code: 'neon-copy-touched',
      message: `"${now.name}" has a read-write compute, was reset, or was written to. It may not hold what the snapshot held.`,
      remedy: 'Compare its rows before a restore. Give branches of snapshots read-only computes.',
    });
  }
  if (depth === 'restorable') {
    findings.push({
      level: 'warning',
      code: 'not-rehearsed',
      message: `"${now.name}" exists at LSN ${now.lsn}. Rewind did not read its rows and did not rehearse the restore.`,
      remedy: 'Rehearse a restore by hand once, in a project of its own.',
    });
  }
  return findings;
}

const gone = (what: string): Finding => ({
  level: 'error',
  code: 'neon-copy-gone',
  message: `The Neon ${what} of the snapshot does not exist any more, or a different one has its name.`,
  remedy: "Recover a deleted branch in Neon's console within 7 days, or choose another snapshot.",
});

const elsewhere = (saved: string, live: string): Finding => ({
  level: 'error',
  code: 'other-object',
  message: `The branch of the snapshot is in project ${saved}, and the configuration names ${live}.`,
  remedy: `Set project ${saved} in the configuration, or choose another snapshot.`,
});
