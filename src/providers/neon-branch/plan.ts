import type { Change } from '../../engine/change.js';
import { otherObject, type NamePart } from '../../engine/other-object.js';
import { finishedName, keptName } from './names.js';
import { isTouched } from './production.js';
import type { Copy, Params, Production, State } from './state.js';

/** Plans one change or none: a restore covers all databases of the branch. */
export function plan(saved: State, live: State): Change[] {
  const branch = otherBranch(saved.production, live.production);
  const other = otherObject(
    'rows and definitions',
    [{ key: 'project', saved: saved.project, live: live.project }, ...branch],
    ...branch.map(rebuilt),
  );
  if (other) return [{ ...other, stage: 'database', database: 'restore' }];
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
      before: difference.text,
      after: `as in snapshot ${saved.snapshot}: branch "${saved.copy.name}", LSN ${saved.copy.lsn}`,
      effect: 'live',
      undo: `a branch of the present state is made first, and "rewind undo" restores it; Neon keeps another one as "${keep}"`,
      database: 'restore',
      // A branch takes seconds, and needs no room of its own.
      backupFirst: true,
      dataAtRisk: [{ what: `all databases of branch "${name}"`, rows: null, note: noteOf(saved, live) }],
      ...(difference.since === null ? {} : { since: difference.since }),
      confirm: confirmation(live),
      warnings: [
        `Everything written to "${name}" since the snapshot will be missing from it, in all its databases.`,
        `Neon interrupts every connection to "${name}" for some seconds. Roles and passwords go back, too: applications reconnect by themselves unless their password was changed since the snapshot.`,
        ...(root ? [`Neon cannot delete the branch "${keep}" afterwards, because "${name}" has no parent.`] : []),
        ...(live.copy && isTouched(saved.copy, live.copy)
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

/** A branch that was renamed keeps its id, and one that was replaced gets the name. */
const otherBranch = (saved: Production, live: Production): NamePart[] =>
  saved.id === live.id || saved.name === live.name ? [] : [{ key: 'branch', saved: saved.name, live: live.name }];

/** A restore writes into the configured branch, so it takes one that exists. */
const rebuilt = ({ saved, live }: NamePart): string =>
  `If branch "${live}" was made in place of "${saved}", give it that name in Neon first: a branch with the name counts as the same one.`;

/** Two projects may have a branch of one name. A name that a command line would take apart gives way to the id. */
const confirmation = ({ project, production: { id, name } }: State): string =>
  `${project}/${/^[\w./-]+$/.test(name) ? name : id}`;

/** The name ends with the snapshot. */
const resourceOf = ({ name }: Copy, snapshot: string): string =>
  name.slice('rewind-'.length, name.length - snapshot.length - 1);

const sameCopy = (saved: Copy, live: Copy | null): boolean => saved.id === live?.id && saved.lsn === live.lsn;

interface Difference {
  readonly text: string;
  readonly since: NonNullable<Change['since']> | null;
}

/**
 * Why production may differ from the snapshot; null if it does not. Neon tells neither rows nor a position in the log,
 * and its meters lag. So only a compute that has not run since is a proof that nothing was written. Omits numbers that
 * keep growing, because the plan's digest covers this text.
 */
function differenceOf(saved: State, live: State): Difference | null {
  const { compared, production } = live;
  const because = (text: string, since: Difference['since'] = null): Difference => ({ text, since });
  if (compared === null) return live.copy?.id === saved.copy?.id ? null : because(`as in snapshot ${live.snapshot}`);
  if (production.id !== saved.production.id) return because(`"${production.name}" is now a different branch`);
  const { restore } = compared;
  if (restore?.snapshot === saved.snapshot) {
    if (restore.now === null) return because('a restore of this snapshot was begun and is not finished');
    if (restore.now === production.mark) {
      if (isIdleSince(production.resetAt, live)) return null;
      const what = `branch "${production.name}" (perhaps: its compute has run)`;
      return because('restored from this snapshot; its compute has run since, rows may have been written', {
        restore: finishedName(restore.name, restore.now),
        written: [{ what, rows: null }],
      });
    }
  }
  if (production.mark !== saved.production.mark) {
    return because(
      `reset or restored since the snapshot${production.resetAt === null ? '' : `, at ${production.resetAt}`}`,
    );
  }
  const before = saved.production;
  const metered = production.written !== before.written || production.activeSeconds !== before.activeSeconds;
  // A compute can be moved to another branch.
  const exchanged = production.computes.join() !== before.computes.join();
  if (!metered && !exchanged && isIdleSince(saved.copy?.at ?? null, live)) return null;
  return because('its compute has run since the snapshot; rows may have been written');
}

/** True if every compute was suspended before and has not run since. */
function isIdleSince(moment: string | null, { compared }: State): boolean {
  const idle = compared?.idleSince ?? null;
  return moment !== null && idle !== null && Date.parse(idle) < Date.parse(moment);
}

function noteOf(saved: State, { production }: State): string {
  const more = production.written - saved.production.written;
  const unknown = 'rows unknown: Neon counts none';
  if (production.mark !== saved.production.mark || more <= 0) return unknown;
  return `${unknown}; its meter, which lags, shows ${more.toLocaleString('en-US')} bytes of log written since the snapshot`;
}
