import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { client, type Branch } from './client.js';
import type { Config } from './config.js';
import { isCopy, namePart, parseKept } from './names.js';
import { plural } from '../../runtime/text.js';

/** Branches that one rollback needs: the next snapshot, and what a restore keeps. */
const NEEDED = 2;

export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const neon = client(config, ctx);
  const [project, production] = await Promise.all([neon.project(), neon.production()]);
  const count = await neon.branchCount();
  const own = await neon.search(namePart(ctx.resource));
  return [
    ...restorable(production),
    ...expiring(production),
    ...room(count, project.owner?.branches_limit),
    ...history(config, project.history_retention_seconds),
    ...restores(ctx.resource, own),
  ];
}

/** What keeps Neon from restoring production's branch. */
export function restorable({ name, protected: isProtected, restricted_actions: restricted = [] }: Branch): Finding[] {
  const findings = restricted
    .filter((action) => action.name === 'restore')
    .map(({ reason }): Finding => ({
      level: 'error',
      code: 'neon-restore-restricted',
      message: `Neon does not restore branch "${name}" at present: ${reason}`,
      remedy: 'Remove the reason in Neon. Snapshots can be taken meanwhile.',
    }));
  if (isProtected) {
    findings.push({
      level: 'warning',
      code: 'neon-branch-protected',
      message: `Branch "${name}" is protected. Neon says that a protected branch cannot be reset; a restore may be refused.`,
      remedy: 'Rehearse a restore in a project of its own. Remove the protection before a rollback if Neon refuses.',
    });
  }
  return findings;
}

function expiring({ name, expires_at: expires }: Branch): Finding[] {
  if (typeof expires !== 'string') return [];
  return [
    {
      level: 'error',
      code: 'neon-branch-expires',
      message: `Neon deletes branch "${name}" at ${expires}, and makes no child of a branch that expires.`,
      remedy: 'Remove the expiration of the branch in Neon.',
    },
  ];
}

function room(count: number, limit: number | undefined): Finding[] {
  if (limit === undefined || limit <= 0 || count + NEEDED <= limit) return [];
  return [
    {
      level: count >= limit ? 'error' : 'warning',
      code: 'neon-branch-limit',
      message: `The project has ${count} of ${limit} branches: a snapshot and a restore need ${NEEDED} more.`,
      remedy: 'Delete branches that are not needed, lower keep-days, or raise the limit of the plan.',
    },
  ];
}

function history(config: Config, seconds: number): Finding[] {
  const hours = seconds / 3600;
  if (config['keep-days'] > 0 && hours >= config['keep-days'] * 24) return [];
  return [
    {
      level: 'info',
      code: 'neon-history-short',
      message: `Neon's history reaches ${plural(Number(hours.toFixed(1)), 'hour')} back. A snapshot does not need it; without the branch of an older snapshot nothing is left.`,
      remedy: 'Do not delete the branches of snapshots, or raise the history window of the project.',
    },
  ];
}

function restores(resource: string, own: readonly Branch[]): Finding[] {
  const kept = own.filter(({ name }) => parseKept(resource, name) !== undefined);
  const open = kept.filter(({ name }) => parseKept(resource, name)?.now === null);
  const copies = own.filter(({ name }) => isCopy(resource, name));
  return [
    ...open.map(({ name }): Finding => ({
      level: 'warning',
      code: 'neon-restore-unfinished',
      message: `A restore was begun and is not finished: "${name}" holds what was there before.`,
      remedy: 'Run the same rollback again: it finishes the restore.',
    })),
    ...(kept.length === 0
      ? []
      : [
          {
            level: 'info',
            code: 'neon-branch-kept',
            message: `Restores kept ${kept.map(({ name }) => `"${name}"`).join(', ')}; branches of snapshots: ${copies.length}.`,
            remedy: 'Delete a kept branch in Neon when it is not needed, if Neon allows it.',
          } satisfies Finding,
        ]),
  ];
}
