import type { Change } from '../../engine/provider.js';
import { keptName } from './names.js';
import type { Copy, Params, State } from './state.js';

/**
 * Directly after a restore, applications write again, and Neon does not say what. So long, production counts as equal to
 * the snapshot that it was restored from.
 */
const JUST_RESTORED_MS = 3_600_000;

/** Plans one change or none: a restore covers all databases of the branch. */
export function plan(saved: State, live: State): Change[] {
  const difference = differenceOf(saved, live);
  if (difference === null || saved.copy === null) return [];
  const { name, id, root, mark } = live.production;
  const restore = live.compared?.restore ?? null;
  const unfinished = restore?.snapshot === saved.snapshot && restore.now === null;
  const keep = unfinished
    ? restore.name
    : keptName(resourceOf(saved.copy, saved.snapshot), (restore?.number ?? 0) + 1, saved.snapshot, mark);
  const copy = sameCopy(saved.copy, live.copy);
  return [
    {
      id: 'restore',
      stage: 'database',
      action: 'run',
      target: `Neon branch "${name}" of project ${live.project}`,
      before: difference,
      after: `as in snapshot ${saved.snapshot}: branch "${saved.copy.name}", LSN ${saved.copy.lsn}`,
      effect: 'live',
      undo: `Neon keeps the present state as branch "${keep}"; restore "${name}" from it`,
      database: 'restore',
      dataAtRisk: [{ what: `all databases of branch "${name}"`, rows: null, note: noteOf(saved, live) }],
      confirm: name,
      warnings: [
        `Everything written to "${name}" since the snapshot will be missing from it, in all its databases.`,
        `Neon interrupts every connection to "${name}" for some seconds; applications reconnect by themselves.`,
        ...(root ? [`Neon cannot delete the branch "${keep}" afterwards, because "${name}" has no parent.`] : []),
        ...(live.copy?.touched === true
          ? [`"${saved.copy.name}" has a compute or was written to: it may not hold what the snapshot held.`]
          : []),
      ],
      params: { kind: 'restore', target: id, source: saved.copy.id, lsn: saved.copy.lsn, keep } satisfies Params,
      ...(copy || unfinished
        ? {}
        : {
            manual: `The branch "${saved.copy.name}" (${saved.copy.id}) of the snapshot is gone: deleted or expired. Recover it in Neon's console within 7 days and plan again, or restore "${name}" from its own history at ${saved.copy.at} (LSN ${saved.copy.lsn}), if Neon still holds it.`,
          }),
    },
  ];
}

/** The name ends with the snapshot. */
const resourceOf = ({ name }: Copy, snapshot: string): string =>
  name.slice('rewind-'.length, name.length - snapshot.length - 1);

const sameCopy = (saved: Copy, live: Copy | null): boolean => saved.id === live?.id && saved.lsn === live.lsn;

/**
 * Why production may differ from the snapshot; null if it does not. Neon tells neither rows nor a position in the log,
 * and its meters lag. So only a compute that has not run since is a proof that nothing was written. Omits numbers that
 * keep growing, because the plan's digest covers this text.
 */
export function differenceOf(saved: State, live: State): string | null {
  const { compared } = live;
  if (compared === null) return live.copy?.id === saved.copy?.id ? null : `as in snapshot ${live.snapshot}`;
  const { production } = live;
  if (production.id !== saved.production.id) return `"${production.name}" is another branch now`;
  const { restore } = compared;
  if (restore?.snapshot === saved.snapshot) {
    if (restore.now === null) return 'a restore of this snapshot was begun and is not finished';
    if (restore.now === production.mark) {
      const since = Date.parse(compared.at) - Date.parse(production.resetAt ?? compared.at);
      if (since < JUST_RESTORED_MS) return null;
      return `restored from this snapshot at ${production.resetAt}; rows may have been written since`;
    }
  }
  if (production.mark !== saved.production.mark) {
    return `reset or restored since the snapshot${production.resetAt === null ? '' : `, at ${production.resetAt}`}`;
  }
  return isUntouched(saved, live) ? null : 'its compute has run since the snapshot; rows may have been written';
}

function isUntouched(saved: State, { production, compared }: State): boolean {
  const before = saved.production;
  return (
    saved.copy !== null &&
    typeof compared?.idleSince === 'string' &&
    Date.parse(compared.idleSince) < Date.parse(saved.copy.at) &&
    production.computes.join() === before.computes.join() &&
    production.written === before.written &&
    production.activeSeconds === before.activeSeconds
  );
}

function noteOf(saved: State, { production }: State): string {
  const more = production.written - saved.production.written;
  const unknown = 'rows unknown: Neon counts none';
  if (production.mark !== saved.production.mark || more <= 0) return unknown;
  return `${unknown}; its meter, which lags, shows ${more.toLocaleString('en-US')} bytes of log written since the snapshot`;
}
