import type { Change } from '../../engine/provider.js';
import { differenceOf, risksOf } from './compare.js';
import { deletion, expectedEndpoint, restoredName } from './names.js';
import { unlike } from './settings.js';
import type { Copy, Params, Restored, State } from './state.js';

/**
 * Plans a restore beside production, and the switch of the application, which is a person's. Empty only if it is proven
 * that nothing was written since the snapshot to the database that the URL leads to.
 */
export function plan(saved: State, live: State): Change[] {
  const { copy, source, reading } = saved;
  if (copy === null || source === null || reading === null) return [];
  const difference = live.reading && differenceOf(reading, saved.snapshot, live.reading);
  if (live.reading && difference === null) return [];
  const before =
    difference === null
      ? 'cannot be reached'
      : `written to since the snapshot${difference.schema ? ', also its schema' : ''}`;
  const restored = live.compared?.restored ?? null;
  const target = restored?.id ?? restoredName(source.id, saved.resource, saved.snapshot);
  if (restored?.complete === true) return [afterwards(saved, live, restored, before)];
  const endpoint = restored?.endpoint ?? expectedEndpoint((live.source ?? source).endpoint, source.id, target);
  const gone = copyProblem(copy, live.copy);
  return [
    {
      id: 'restore',
      stage: 'database',
      action: 'create',
      target: `RDS instance "${target}", beside production`,
      before: null,
      after: `the rows of snapshot ${saved.snapshot}: DB snapshot "${copy.id}" of ${copy.at}`,
      effect: 'live',
      undo: deletion(saved.region, target, (live.source ?? source).settings),
      database: 'restore',
      dataAtRisk: risksOf(saved, live),
      warnings: [
        `Production ("${source.id}", ${before}) is not changed: the application uses it until a person switches it.`,
        'The new instance is paid for until somebody deletes it. It begins with cold storage: the first reads are slow.',
      ],
      params: {
        kind: 'restore',
        target,
        copy: copy.id,
        snapshot: saved.snapshot,
        settings: (live.source ?? source).settings,
      } satisfies Params,
      ...(gone === null ? {} : { manual: gone }),
    },
    switchChange(saved, live, target, endpoint),
  ];
}

function copyProblem(saved: Copy, live: Copy | null): string | null {
  if (live?.resourceId === saved.resourceId && live.at === saved.at) {
    return live.status === 'available'
      ? null
      : `The DB snapshot "${saved.id}" is "${live.status}": RDS does not restore it.`;
  }
  return `The DB snapshot "${saved.id}" of the snapshot is gone. Restore the instance by hand to ${saved.at} from its automated backups, if RDS still holds that time.`;
}

/** What a person does when the new instance is ready. */
function switchChange(
  saved: State,
  live: State,
  target: string,
  endpoint: string | null,
  warnings: string[] = [],
): Change {
  const at = endpoint ?? `the endpoint of instance "${target}"`;
  return {
    id: 'switch',
    stage: 'database',
    action: 'update',
    target: "the application's database URL",
    before: live.compared?.url ?? null,
    after: at,
    effect: 'next-deployment',
    undo: 'set the previous host again',
    database: 'restore',
    manual: `The restore stands beside production, not in its place. Set the host of the database URL to ${at} (user, password and database stay the same) and deploy, so that all programs use it. Then set "instance: ${target}" in the configuration.`,
    warnings,
    params: {},
  };
}

/** The instance is ready, and production still differs from the snapshot. */
function afterwards(saved: State, live: State, restored: Restored, before: string): Change {
  const others = unlike((live.source ?? saved.source)?.settings ?? {}, restored.settings);
  if (live.compared?.url !== restored.endpoint) {
    const warnings =
      others.length === 0 ? [] : [`"${restored.id}" differs from "${saved.source?.id ?? ''}" in ${others.join(', ')}.`];
    return { ...switchChange(saved, live, restored.id, restored.endpoint, warnings), dataAtRisk: risksOf(saved, live) };
  }
  return {
    id: 'switched',
    stage: 'database',
    action: 'run',
    target: `RDS instance "${restored.id}", restored from this snapshot`,
    before,
    after: `as in snapshot ${saved.snapshot}`,
    effect: 'live',
    undo: null,
    database: 'restore',
    dataAtRisk: risksOf(saved, live),
    manual: `Production already uses the instance that was restored from this snapshot; it was written to since, or just before the DB snapshot. To restore once more, restore the DB snapshot "${saved.copy?.id ?? ''}" by hand under another identifier.`,
    warnings: [],
    params: {},
  };
}
