import type { Change } from '../../engine/change.js';
import { otherObject, type NamePart } from '../../engine/other-object.js';
import { differenceOf, risksOf } from './compare.js';
import type { Kind } from './config.js';
import { copyProblem } from './copies.js';
import { deletion, expectedEndpoint, isRestoreOf, restoredName, titleOf } from './names.js';
import { unlike } from './settings.js';
import type { Params, Restored, Source, State } from './state.js';

/**
 * Plans a restore beside production, and the switch of the application, which is a person's. Empty only if it is proven
 * that nothing was written since the snapshot to the database that the URL leads to.
 */
export function plan(saved: State, live: State): Change[] {
  const { copy, source, reading } = saved;
  if (copy === null || source === null || reading === null) return [];
  const server = otherServer(source, live.source);
  const other = otherObject(
    'rows and definitions',
    [
      { key: 'region', saved: saved.region, live: live.region },
      ...server,
      { key: 'database', saved: reading.database, live: live.reading?.database ?? reading.database },
    ],
    ...server.map(rebuilt),
  );
  if (other) return [{ ...other, stage: 'database', database: 'restore' }];
  const difference = live.reading && differenceOf(reading, saved.snapshot, live.reading);
  if (live.reading && difference === null) return [];
  const before =
    difference === null
      ? 'cannot be reached'
      : `written to since the snapshot${difference.schema ? ', also its schema' : ''}`;
  const restored = live.compared?.restored ?? null;
  const target = restored?.id ?? restoredName(source.id, saved.resource, saved.snapshot);
  if (restored?.complete === true) return [afterwards(saved, live, source, restored, before)];
  const { kind } = source;
  const present = presentOf(source, live);
  const endpoint = restored?.endpoint ?? expectedEndpoint(present.endpoint, present.id, target);
  const problem = copyProblem(copy, live.copy);
  const { method, id, at, resourceId, version } = copy;
  return [
    {
      id: 'restore',
      stage: 'database',
      action: 'create',
      target: `RDS ${kind} "${target}", beside production`,
      before: null,
      after: `the rows of snapshot ${saved.snapshot}: ${titleOf(copy)}${method === 'point-in-time' ? '' : ` of ${at}`}`,
      effect: 'live',
      undo: deletion(saved.region, kind, target, present.settings),
      database: 'restore',
      // It needs the copy of the snapshot, neither the server that was copied nor room for another copy.
      repairs: [
        'rds-snapshot-limit',
        ...(live.source === null ? ['rds-source-gone'] : []),
        ...(live.reading === null ? ['database-unreachable'] : []),
      ],
      dataAtRisk: risksOf(saved, live),
      warnings: [
        `Production ("${source.id}", ${before}) is not changed: the application uses it until a person switches it.`,
        `The new ${kind} is paid for until somebody deletes it. It begins with cold storage: the first reads are slow.`,
        ...(present.members > 1
          ? [`Production has ${present.members} instances, and the new cluster gets one. Add the readers by hand.`]
          : []),
      ],
      params: {
        kind: 'restore',
        target,
        copy: { kind, method, id, at, resourceId, version },
        snapshot: saved.snapshot,
        settings: present.settings,
      } satisfies Params,
      ...(problem === null ? {} : { manual: `${problem.text} Choose another snapshot, or restore by hand.` }),
    },
    switchChange(saved, live, kind, target, endpoint),
  ];
}

/**
 * Production may have moved: to another identifier (the server keeps its resource id), to what a rollback restored from it,
 * to a cluster. The identifier may also belong to a new server.
 */
function otherServer(saved: Source, live: Source | null): NamePart[] {
  if (live?.kind !== saved.kind || live.resourceId === saved.resourceId || isRestoreOf(saved.id, live.id)) return [];
  return [{ key: saved.kind, saved: saved.id, live: live.id }];
}

/** A restore needs only the copy of the snapshot, so the old identifier serves also when nothing has it any more. */
const rebuilt = ({ key, saved, live }: NamePart): string =>
  `If ${key} "${live}" was built in place of "${saved}", do so as well, for this plan only: "${saved}" need not exist any more. The restore is a new ${key} beside production and changes neither.`;

/** Where the settings of the restore come from: production now, unless it is gone or of the other kind. */
const presentOf = (source: Source, live: State): Source => (live.source?.kind === source.kind ? live.source : source);

/** What a person does when the restore is ready. */
function switchChange(
  saved: State,
  live: State,
  kind: Kind,
  target: string,
  endpoint: string | null,
  warnings: string[] = [],
): Change {
  const at = endpoint ?? `the endpoint of ${kind} "${target}"`;
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
    manual: `The restore is beside production, not in its place. Set the host of the database URL to ${at} and deploy, so that all programs use it. Users and passwords there are those of the snapshot: set a password that was changed since there, too. Then set "${kind}: ${target}" in the configuration.`,
    warnings,
    params: {},
  };
}

/** The restore is ready, and production still differs from the snapshot. */
function afterwards(saved: State, live: State, source: Source, restored: Restored, before: string): Change {
  const others = unlike(presentOf(source, live).settings, restored.settings);
  if (live.compared?.url !== restored.endpoint) {
    const warnings =
      others.length === 0 ? [] : [`"${restored.id}" differs from "${source.id}" in ${others.join(', ')}.`];
    const change = switchChange(saved, live, source.kind, restored.id, restored.endpoint, warnings);
    return { ...change, dataAtRisk: risksOf(saved, live) };
  }
  const copy = saved.copy && titleOf(saved.copy);
  return {
    id: 'switched',
    stage: 'database',
    action: 'run',
    target: `RDS ${source.kind} "${restored.id}", restored from this snapshot`,
    before,
    after: `as in snapshot ${saved.snapshot}`,
    effect: 'live',
    undo: null,
    database: 'restore',
    dataAtRisk: risksOf(saved, live),
    manual: `Production already uses the ${source.kind} that was restored from this snapshot; it was written to since, or just before the copy was made. ${
      saved.copy?.method === 'clone'
        ? `A clone can be used once: choose another snapshot.`
        : `To restore once more, restore the ${copy ?? 'copy'} by hand under another identifier.`
    }`,
    warnings: [],
    params: {},
  };
}
