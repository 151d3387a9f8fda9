import type { Change } from '../../engine/change.js';
import { risksOf } from '../../services/postgres/loss-meter.js';
import { isSameServer, serverDoubt } from '../../services/postgres/reading.js';
import { derivedName } from './names.js';
import { OWNERS_OF_NOW } from './session-role.js';
import { GONE, type Params, type State } from './state.js';

/**
 * Plans the way back to a database that a restore or an undo put aside. Equal means: the name belongs to this very
 * database again. What it holds is not compared, because it is not a copy.
 */
export function planReturn(saved: State, live: State): Change[] {
  const { database } = saved;
  // Nothing was there before, so nothing can return.
  if (saved.closed === GONE) return [];
  const same = live.origin.database === saved.origin.database && isSameServer(saved.origin, live.origin);
  if (same && (live.accessible || !saved.accessible)) return [];
  const change = {
    id: 'return',
    stage: 'database',
    action: 'run',
    target: `database "${database}"`,
    before: beforeText(saved, live, same),
    effect: 'live',
    database: 'restore',
    params: { kind: 'return', database, oid: Number(saved.origin.database) } satisfies Params,
  } as const;
  if (same) {
    return [
      { ...change, after: 'open', undo: 'it can be closed again', repairs: [...CLOSED, OWNERS_OF_NOW], warnings: [] },
    ];
  }
  // Two servers may number their databases alike: what has the OID on another one is not the previous database.
  const referred = isSameServer(saved.origin, live.origin) ? live.referred : null;
  if (!referred) {
    return [
      {
        ...change,
        after: `the previous database (OID ${saved.origin.database})`,
        undo: null,
        warnings: [],
        manual: withoutIt(saved, live),
      },
    ];
  }
  const since = referred.since === null ? '' : ` since ${referred.since}`;
  const gone = live.closed === GONE;
  return [
    {
      ...change,
      after: `the previous database (OID ${saved.origin.database}), kept as "${referred.name}"${since}`,
      undo: gone
        ? 'no database is replaced'
        : `the present database is kept as "${derivedName(database, 'before', saved.snapshot)}"; "rewind undo" swaps the names back`,
      ...(gone ? {} : { dataAtRisk: lost(saved, live), confirm: database }),
      repairs: [...(live.accessible ? [] : CLOSED), OWNERS_OF_NOW],
      warnings: [
        ...(gone
          ? []
          : [
              `What "${database}" holds and "${referred.name}" does not will be missing from it; the present database is kept.`,
            ]),
        ...unknownServer(saved, live),
        ...referred.touched.map((what) => `"${referred.name}" is not as it was put aside: ${what}.`),
        ...(gone ? [] : [connectionsCut(database)]),
      ],
    },
  ];
}

/** What a swap does to applications. PgBouncer meets the closed database, and does not try again before its own time. */
export const connectionsCut = (database: string): string =>
  `At the swap every connection to "${database}" is cut once; applications reconnect by themselves. Through PgBouncer they wait for its server_login_retry (15 seconds by default).`;

/** What a person does if the previous database is not on the server of the URL. */
function withoutIt({ database, origin }: State, live: State): string {
  if (!isSameServer(origin, live.origin))
    return `The previous database is on another server. Move "${database}" back there, then plan again.`;
  const restore = `"${database}" from a backup of the server, or from a snapshot ("rewind list") without what was written after it.`;
  const doubt = serverDoubt(origin, live.origin);
  return doubt === null
    ? `The server has no database with OID ${origin.database} any more: somebody dropped it, and its rows with it. Restore ${restore}`
    : `The server of the URL has no database with OID ${origin.database}. Nothing tells whether it is the server of the rollback: ${doubt}. If it is another one, set the URL from before the rollback, and plan again. If it is the same one, somebody dropped the database, and its rows with it: restore ${restore}`;
}

function unknownServer({ origin }: State, live: State): string[] {
  const doubt = serverDoubt(origin, live.origin);
  return doubt === null ? [] : [`Nothing tells whether the URL leads to the server of the rollback: ${doubt}.`];
}

const CLOSED = ['database-fenced', 'database-gone'] as const;

function beforeText(saved: State, live: State, same: boolean): string {
  if (live.closed !== null) return live.closed === GONE ? 'no database has this name' : live.closed;
  if (same) return 'closed';
  const from =
    live.restored === null ? 'another database' : `the database restored from snapshot ${live.restored.snapshot}`;
  return `${from} (OID ${live.origin.database})`;
}

function lost(saved: State, live: State): NonNullable<Change['dataAtRisk']> {
  if (live.accessible) return risksOf(saved, live);
  return [{ what: `database "${saved.database}"`, rows: null, note: 'it cannot be looked into at the moment' }];
}
