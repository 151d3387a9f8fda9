import type { Context } from '../../../runtime/context.js';
import { asRewindError, RewindError } from '../../../runtime/errors.js';
import { withDatabase, type DatabaseClient } from '../../../services/postgres/connection.js';
import { parseDatabaseUrl, requireDirect, type DatabaseAddress } from '../../../services/postgres/database-url.js';
import { startLocalServer } from '../../../services/postgres/local-server.js';
import type { Config } from '../config.js';
import { SCRATCH_URL } from '../prove.js';
import { identityOf, isSameMachine } from '../server-identity.js';
import { addressOf } from '../server.js';
import type { State } from '../state.js';

/** Where a drill makes its databases. */
export interface Place {
  /** Of a database for maintenance, which the drill does not change. */
  readonly address: DatabaseAddress;
  readonly stop: () => Promise<void>;
}

/** Sessions of a restore, of a comparison and of pg_amcheck at the same time. */
const CONNECTIONS = 40;

/** The address that the drill was given; null if it is to start a server of its own. */
export function placeAddress(ctx: Context, place: string | null): DatabaseAddress | null {
  const url = place ?? ctx.env.secret(SCRATCH_URL);
  if (url === undefined) return null;
  try {
    const address = parseDatabaseUrl(url, ctx.childEnv, ctx.resource);
    if (address.password !== null) ctx.masker.add(address.password);
    requireDirect(address, ctx.resource);
    return address;
  } catch (error) {
    throw ofPlace(error, ctx);
  }
}

/**
 * A session in the scratch place. That a place cannot be used says nothing of the snapshot, nor of the database of production.
 * @throws RewindError of the connection, never api-not-found; of `work`
 */
export async function withPlace<T>(
  ctx: Context,
  address: DatabaseAddress,
  work: (client: DatabaseClient) => Promise<T>,
): Promise<T> {
  const reached = { yes: false };
  try {
    return await withDatabase(ctx, address, address.database, (client) => {
      reached.yes = true;
      return work(client);
    });
  } catch (error) {
    throw reached.yes ? error : ofPlace(error, ctx);
  }
}

function ofPlace(thrown: unknown, ctx: Context): RewindError {
  const { code, message, remedy } = asRewindError(thrown, ctx.resource);
  return new RewindError(code === 'api-not-found' ? 'database-unreachable' : code, `The scratch place: ${message}`, {
    resource: ctx.resource,
    remedy: `Correct ${SCRATCH_URL}, or leave it out: the drill then starts a server of its own. ${remedy}`,
    cause: thrown,
  });
}

/**
 * The scratch server, or one of our own on this machine.
 * @throws RewindError drill-place-is-production, pg-client-missing, database-unreachable
 */
export async function openPlace(config: Config, saved: State, ctx: Context, place: string | null): Promise<Place> {
  const address = placeAddress(ctx, place);
  if (address !== null) {
    await refuseProduction(config, saved, ctx, address);
    return { address, stop: async () => undefined };
  }
  const server = await startLocalServer(ctx, {
    purpose: 'a restore',
    major: saved.serverMajor,
    settings: [`max_connections=${CONNECTIONS}`, 'autovacuum=off'],
  });
  return { address: server.address, stop: server.stop };
}

/**
 * Compares what servers say of themselves: two names or a tunnel can lead to one server. Production must answer, because the
 * server that the snapshot was taken of may not be the one of today; both are compared.
 */
async function refuseProduction(config: Config, saved: State, ctx: Context, address: DatabaseAddress): Promise<void> {
  const production = addressOf(config, ctx);
  const there = await withDatabase(ctx, production, production.database, identityOf);
  const here = await withPlace(ctx, address, identityOf);
  const same = isSameMachine(here, there) || (here.system !== null && here.system === saved.origin.server);
  if (!same) return;
  const itself = here.database === there.database;
  if (config.drill?.['same-server'] === true && !itself) return;
  throw new RewindError(
    'drill-place-is-production',
    itself
      ? `The scratch place ${address.host}:${address.port}/${address.database} is the database of production.`
      : `The scratch place ${address.host}:${address.port} is the server of production${isSameMachine(here, there) ? '' : ', as the snapshot knows it, or a physical copy of it'}.`,
    {
      resource: ctx.resource,
      ...(itself
        ? { remedy: 'Name another database in the URL of the scratch place, e.g. "postgres".' }
        : {
            remedy:
              'Give a server of its own, e.g. a "services: postgres" container of the job, or leave the place out. "drill: { same-server: true }" of the resource allows a database beside production: it takes disk, memory and time of production.',
          }),
    },
  );
}
