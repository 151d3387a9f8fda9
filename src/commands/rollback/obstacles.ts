import { sentences } from '../../runtime/text.js';
import type { Project } from '../../cli/session.js';
import { checkResources } from '../../engine/check-resources.js';
import type { Plan, PlannedChange } from '../../engine/plan.js';
import { settleResources, type Resource } from '../../engine/resources.js';
import type { ResourceFinding } from '../../report/findings.js';
import type { Context } from '../../runtime/context.js';
import { forResource } from '../../runtime/create-context.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import { backupsFor } from './backup.js';
import { plural } from '../../runtime/text.js';

/**
 * What would refuse these changes after an approval, as far as it can be known without the payloads. Read-only; reports every
 * problem of every resource.
 */
export async function obstaclesTo(
  resources: readonly Resource[],
  changes: readonly PlannedChange[],
  ctx: Context,
): Promise<ResourceFinding[]> {
  return (await lookAhead(resources, changes, ctx)).obstacles;
}

/** The same, and warnings: what the service may refuse, and what an undo of the changes would not bring back. */
export async function lookAhead(
  resources: readonly Resource[],
  changes: readonly PlannedChange[],
  ctx: Context,
): Promise<{ readonly obstacles: ResourceFinding[]; readonly warnings: ResourceFinding[] }> {
  const of = (id: string): PlannedChange[] => changes.filter(({ resource }) => resource === id);
  const touched = resources.filter(({ id }) => of(id).length > 0);
  const [checked, ahead] = await Promise.all([
    checkResources(touched, ctx),
    settleResources(touched, async ({ id, provider, config }) =>
      provider.preflight?.(config, of(id), forResource(ctx, id), null),
    ),
  ]);
  const preflights = ahead.flatMap(({ resource: { id }, value, error }): ResourceFinding[] => {
    if (error === undefined) return (value ?? []).map((finding) => ({ ...finding, resource: id }));
    const { code, message, remedy } = asRewindError(error, id);
    return [{ level: 'error', code, message, remedy, resource: id }];
  });
  const known = new Set<string>();
  const warnings = checked.flatMap((finding): ResourceFinding[] => {
    const { level, resource, code, message } = finding;
    const capabilities = touched.find(({ id }) => id === resource)?.provider.capabilities;
    if (level === 'warning' && capabilities?.mayRefuse?.includes(code)) return [finding];
    return capabilities?.notReturnable?.includes(code) && !isInTheWay(resource, code, changes)
      ? [{ ...finding, level: 'warning', message: `An undo of this plan cannot bring it back: ${message}` }]
      : [];
  });
  const obstacles = [...checked, ...preflights].filter((finding) => {
    const { level, resource, code, message } = finding;
    const key = JSON.stringify([resource, code, message]);
    if (level !== 'error' || known.has(key) || !isInTheWay(resource, code, changes)) return false;
    known.add(key);
    return true;
  });
  return { obstacles, warnings };
}

/** Findings about a resource that the changes do not touch, or that its change repairs, do not stop them. */
export function isInTheWay(resource: string, code: string, changes: readonly PlannedChange[]): boolean {
  const own = changes.filter((change) => change.resource === resource);
  return own.length > 0 && !own.some(({ repairs }) => repairs?.includes(code));
}

/** What keeps Rewind from taking the backup that changes of the plan need. Without it no down migration runs. */
export async function backupObstacles(project: Project, plan: Plan, ctx: Context): Promise<ResourceFinding[]> {
  return (await checkResources(backupsFor(project, plan.changes), ctx))
    .filter(({ level }) => level === 'error')
    .map((finding) => ({
      ...finding,
      message: `The database cannot be backed up before the down migrations: ${finding.message}`,
    }));
}

/** @throws RewindError preflight-failed with every problem */
export function assertNothingInTheWay(findings: readonly ResourceFinding[]): void {
  if (findings.length === 0) return;
  throw new RewindError('preflight-failed', `${plural(findings.length, 'check')} failed. This run changed nothing.`, {
    problems: findings.map(({ resource, message, remedy }) => `${resource}: ${sentences(message, remedy ?? '')}`),
  });
}
