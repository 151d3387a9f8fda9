import type { RewindConfig } from '../config/schema.js';
import type { DatabaseFacts } from '../engine/database-advice.js';
import type { Comparison } from '../engine/live-plan.js';
import type { Manifest } from '../engine/manifest.js';
import { DATABASE_MODES, type DatabaseMode } from '../engine/change.js';
import { databaseOf, identityOf, loadResources, type LoadProvider, type Resource } from '../engine/resources.js';
import { PROVIDER_CONFIGS } from '../providers/configs.js';
import type { Context } from '../runtime/context.js';
import { RewindError } from '../runtime/errors.js';

/**
 * Refuses two resources of one provider on one database: each would restore over the other. The comparison needs the
 * variables of the environment; a resource whose URL is not known yet is not compared.
 * @throws RewindError config-invalid
 */
export function assertDistinctDatabases(resources: readonly Resource[], ctx: Context, path: string): void {
  const seen = new Map<string, string>();
  const problems: string[] = [];
  for (const resource of resources) {
    const identity = identityOf(resource, ctx);
    if (identity === null) continue;
    const key = JSON.stringify([resource.providerId, identity.database, identity.part]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, resource.id);
    else problems.push(`${path}: "${first}" and "${resource.id}" are the same database, ${identity.database}.`);
  }
  if (problems.length === 0) return;
  throw new RewindError('config-invalid', 'Two resources name one database. Nothing was changed.', {
    problems,
    remedy: 'Remove one of the two resources, or correct its URL.',
  });
}

/**
 * A resource for each database that the configuration changes but no resource of it backs up, e.g. with `prisma` alone. It
 * is captured only before a change that asks for a backup, and planned against a snapshot that holds it.
 */
export async function backupResources(
  resources: readonly Resource[],
  ctx: Context,
  loadProvider: LoadProvider,
): Promise<Resource[]> {
  const known = new Set(
    resources.flatMap((resource) => (resource.provider.slow === true ? (databaseOf(resource, ctx) ?? []) : [])),
  );
  const made = new Map<string, Resource>();
  for (const resource of resources) {
    const by = resource.provider.capabilities?.database?.backupBy?.(resource.config);
    if (by === undefined) continue;
    const database = databaseOf(resource, ctx) ?? `of ${resource.id}`;
    if (known.has(database)) continue;
    const before = made.get(database);
    if (before) {
      made.set(database, { ...before, backsUp: [...(before.backsUp ?? []), resource.id] });
      continue;
    }
    const schema = PROVIDER_CONFIGS.find(({ shape }) => shape.provider.value === by.provider);
    if (schema === undefined) throw new RewindError('internal', `No provider is registered as "${by.provider}".`);
    made.set(database, {
      // No configured id has a dot.
      id: `${resource.id}.database`,
      providerId: by.provider,
      config: schema.parse({ ...by.config, id: resource.id, provider: by.provider }),
      provider: await loadProvider(by.provider),
      backsUp: [resource.id],
    });
  }
  return [...made.values()];
}

type Modes = Pick<Resource, 'provider'>;
const works = ({ provider }: Modes, mode: DatabaseMode): boolean =>
  mode !== 'none' && provider.capabilities?.database?.modes.includes(mode) === true;

/**
 * Refuses a database mode that would do nothing: somebody who asks for it believes that it does.
 *
 * @param resources those in scope, with the ones that only back up
 * @throws RewindError input-invalid
 */
export async function assertModeWorks(
  mode: DatabaseMode,
  scope: readonly string[] | null,
  resources: readonly Resource[],
  config: RewindConfig,
  manifest: Manifest,
  loadProvider: LoadProvider,
): Promise<void> {
  if (mode === 'none') return;
  const held = (resource: Resource): boolean => manifest.resources.some(({ id }) => id === resource.id);
  const able = resources.filter((resource) => works(resource, mode));
  if (able.some(held)) return;
  const all = await loadResources(config.resources, null, loadProvider);
  const others = all.filter((resource) => works(resource, mode) && held(resource)).map(({ id }) => id);
  const nothing = `--database ${mode} would do nothing:`;
  if (scope !== null && others.length > 0) {
    throw new RewindError('input-invalid', `${nothing} --scope ${scope.join(',')} has no database for it.`, {
      remedy: `Add ${others.join(' or ')} to --scope, or leave --database out.`,
    });
  }
  if (able.length === 0) {
    throw new RewindError('input-invalid', `${nothing} no resource of the configuration has this mode.`, {
      remedy: 'Leave --database out, or choose another mode.',
    });
  }
  const missing = able.map(({ id, backsUp }) => (backsUp === undefined ? id : `a backup of ${backsUp.join(', ')}`));
  throw new RewindError('input-invalid', `${nothing} snapshot ${manifest.id} does not hold ${missing.join(', ')}.`, {
    remedy: 'Choose a snapshot that holds it ("rewind list" shows what each holds), or another mode.',
  });
}

/** What is known of each database of a comparison, grouped by database: two resources may work on one. */
export function databaseFacts(
  resources: readonly Resource[],
  { plan, covered, hazards }: Pick<Comparison, 'plan' | 'covered' | 'hazards'>,
  manifest: Manifest,
  obstacles: readonly { readonly resource: string; readonly message: string }[],
  ctx: Context,
): DatabaseFacts[] {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    if (!hazards.some((entry) => entry.resource === resource.id)) continue;
    const name = databaseOf(resource, ctx) ?? resource.id;
    groups.set(name, [...(groups.get(name) ?? []), resource]);
  }
  // The facts must not depend on the mode of the plan.
  const changes = [...plan.changes, ...plan.manual, ...plan.notSelected, ...covered];
  return [...groups].map(([name, members]): DatabaseFacts => {
    const ids = members.map(({ id }) => id);
    const captured = manifest.resources.filter(({ id }) => ids.includes(id));
    const modes = DATABASE_MODES.filter((mode) => members.some((member) => works(member, mode)));
    const refusing = (mode: DatabaseMode): string[] =>
      obstacles
        .filter(({ resource }) => members.some((member) => member.id === resource && works(member, mode)))
        .map(({ message }) => message);
    const known = hazards.flatMap(({ resource, found }) => (found !== null && ids.includes(resource) ? [found] : []));
    const slow = captured.find(({ id }) => members.some((member) => member.id === id && member.provider.slow === true));
    return {
      name,
      resources: ids,
      hazards: known.length === 0 ? null : uniqueTexts(known.flat()),
      modes,
      changes: changes.filter(({ resource, database }) => database !== undefined && ids.includes(resource)),
      obstacles: { down: refusing('down'), restore: refusing('restore') },
      backupMs: slow?.durationMs ?? null,
    };
  });
}

const uniqueTexts = <T extends { readonly text: string }>(all: readonly T[]): T[] => [
  ...new Map(all.map((entry) => [entry.text, entry])).values(),
];
