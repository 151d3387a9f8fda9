import { payloadDiffers } from '../../engine/json-payload.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { ProofDepth } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { quoted, runStep, withDatabase } from '../../services/postgres/connection.js';
import { parseDatabaseUrl, requireDirect, type DatabaseAddress } from '../../services/postgres/database-url.js';
import { findReader } from './programs.js';
import type { Config } from './config.js';
import { propertiesFingerprint, savedProperties } from './database-properties.js';
import { dropCopy } from './drop-copy.js';
import { DUMP, readDump, readExpected } from './dump.js';
import { fill } from './fill.js';
import { addressOf, serverOf } from './server.js';
import { identityOf, isSameMachine } from './server-identity.js';
import type { State } from './state.js';
import { plural } from '../../runtime/text.js';

/** A server for test restores, e.g. a service container of the job; never production's server. */
export const SCRATCH_URL = 'REWIND_SCRATCH_DATABASE_URL';

/** Proves that a dump opens and lists; on request, restores it and compares it with the snapshot. */
export async function prove(
  config: Config,
  saved: State,
  ctx: Context,
  source: PayloadSource,
  depth: ProofDepth,
): Promise<Finding[]> {
  // It has no payload: the database itself is kept.
  if (saved.reference === true) return [];
  // What a restore is compared with must be what the manifest says.
  if (canonicalJson(await readExpected(source)) !== canonicalJson(saved)) return [payloadDiffers('expected state')];
  if (saved.properties !== (await propertiesFingerprint(ctx, await savedProperties(source)))) {
    return [payloadDiffers('properties of the database')];
  }
  if (depth === 'contents') return [];
  if (depth === 'readable') {
    const programs = await findReader(ctx, saved.serverMajor, config['client-bin']);
    await readDump(ctx, programs, await source.open(DUMP));
    return [];
  }
  const scratch = parseDatabaseUrl(ctx.env.require(SCRATCH_URL, ctx.resource), ctx.childEnv, ctx.resource);
  if (scratch.password !== null) ctx.masker.add(scratch.password);
  requireDirect(scratch, ctx.resource);
  await refuseProduction(config, saved, ctx, scratch);
  const name = `rewind_proof_${ctx.randomHex(6)}`;
  return withDatabase(ctx, scratch, scratch.database, async (client) => {
    const { major } = await serverOf(client, config);
    if (major !== saved.serverMajor) {
      throw new RewindError(
        'pg-client-version',
        `The scratch server is PostgreSQL ${major}, and the snapshot is from PostgreSQL ${saved.serverMajor}: a rehearsal there would prove little.`,
        {
          resource: ctx.resource,
          remedy: `Use a scratch server of PostgreSQL ${saved.serverMajor}, also after an upgrade of production; or take a snapshot after the upgrade.`,
        },
      );
    }
    await runStep(ctx, `creating "${name}"`, () => client.query(`CREATE DATABASE ${quoted(name)} TEMPLATE template0`));
    try {
      await fill(config, ctx, { source, address: scratch, database: name, expected: await readExpected(source) });
    } finally {
      await dropCopy(client, ctx, scratch, name);
    }
    return [
      {
        level: 'info',
        code: 'database-restorable',
        message: `The dump was restored on a scratch server and compared: ${plural(saved.tables.length, 'table')}.`,
      } satisfies Finding,
    ];
  });
}

/**
 * Two names or a tunnel can lead to one server, so what the servers say of themselves is compared, too. A production that
 * does not answer is known by its address and by the snapshot.
 */
async function refuseProduction(config: Config, saved: State, ctx: Context, scratch: DatabaseAddress): Promise<void> {
  const production = addressOf(config, ctx);
  const here = await withDatabase(ctx, scratch, scratch.database, identityOf);
  const there = await withDatabase(ctx, production, production.database, identityOf).catch(() => null);
  const same =
    (scratch.host === production.host && scratch.port === production.port) ||
    (there !== null && isSameMachine(here, there)) ||
    (here.system !== null && here.system === saved.origin.server);
  if (!same) return;
  throw new RewindError(
    'input-invalid',
    `${SCRATCH_URL} leads to the server of production, or to a physical copy of it; a rehearsal must not run there.`,
    {
      resource: ctx.resource,
      remedy: 'Give a server of its own, e.g. a "services: postgres" container of the job.',
    },
  );
}
