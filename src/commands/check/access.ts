import { settleResources, type Resource } from '../../engine/resources.js';
import type { Access } from '../../runtime/access.js';
import type { Context } from '../../runtime/context.js';
import { forResource } from '../../runtime/create-context.js';
import type { ResourceFinding } from '../../report/findings.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { tokenAccess } from '../../services/github/token.js';

/** What a job does: `reads` makes plans, `writes` applies them. `unknown`: the job does not name its environment. */
export type Purpose = 'reads' | 'writes' | 'unknown';

/** The credential of one resource; null: of the job itself. */
export interface ResourceAccess extends Access {
  readonly resource: string | null;
}

/** What the credentials of this run can do. A resource that cannot be reached has a finding of its own. */
export async function accessOf(
  resources: readonly Resource[],
  ctx: Context,
  purpose: Purpose,
): Promise<ResourceAccess[]> {
  // A rollback does not write to GitHub, so a token that only reads is right everywhere.
  const [outcomes, token] = await Promise.all([
    settleResources(resources, async ({ id, provider, config }) =>
      provider.capabilities?.access?.(config, forResource(ctx, id)),
    ),
    purpose === 'writes'
      ? null
      : tokenAccess(ctx).catch((error: unknown) => {
          ctx.log.debug(`The scopes of GITHUB_TOKEN could not be read: ${asRewindError(error).message}`);
          return null;
        }),
  ]);
  return [
    ...outcomes.flatMap(({ resource, value }) => (value === undefined ? [] : { ...value, resource: resource.id })),
    ...(token === null || token.writes === false ? [] : [{ ...token, resource: null }]),
  ];
}

/**
 * Pure. Leaves out credentials that their service refused. The form of some keys tells what they may do, but a revoked key may do
 * nothing. @param findings of the checks of the resources
 */
export function withoutRefused(all: readonly ResourceAccess[], findings: readonly ResourceFinding[]): ResourceAccess[] {
  const refused = new Set(findings.flatMap(({ code, resource }) => (code === 'api-unauthorized' ? [resource] : [])));
  return all.filter(({ resource }) => resource === null || !refused.has(resource));
}

/** Pure. One finding for each kind of answer, not for each resource. */
export function accessFindings(all: readonly Access[], purpose: Purpose): Finding[] {
  const listed = (writes: boolean | null): string[] => [
    ...new Set(all.filter((each) => each.writes === writes).map(({ credential, why }) => `${credential} (${why})`)),
  ];
  const [writers, readers, unknown] = [listed(true), listed(false), listed(null)];
  const findings: Finding[] = [];
  if (readers.length > 0 && purpose !== 'reads') {
    findings.push({
      level: purpose === 'writes' ? 'error' : 'warning',
      code: 'credential-read-only',
      message: `A rollback would fail with credentials that cannot write: ${readers.join(', ')}.`,
      remedy: 'Use the credentials of the rollback. If this job only takes snapshots and plans, set plan-environment.',
    });
  }
  if (writers.length > 0) {
    findings.push(
      purpose === 'reads'
        ? {
            level: 'warning',
            code: 'credential-can-write',
            message: `This job only reads, and nobody approves it, but it holds credentials that can write: ${writers.join(', ')}.`,
            remedy:
              'Use credentials that only read in this environment, where the service has them. Move the others to the environment with reviewers.',
          }
        : { level: 'info', code: 'credential-can-write', message: `Can write: ${writers.join(', ')}.` },
    );
  }
  if (unknown.length > 0) {
    findings.push({
      level: 'info',
      code: 'credential-write-unknown',
      message: `It is unknown whether these can write, because only a write would show it: ${unknown.join(', ')}.`,
    });
  }
  return findings;
}
