#!/usr/bin/env node
// Prisma's own schema engine (its WebAssembly build) behind the interface of the binary that the Prisma CLI starts:
// JSON-RPC, one message a line, on stdin and stdout. PRISMA_SCHEMA_ENGINE_BINARY points here where the binary cannot be
// downloaded. Only what the CLI's migrate commands ask for.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const { Client, Result } = pg;

// The adapter has no type for PostgreSQL's internal "char" (18), which the engine reads from the catalogue: text will do.
const addFields = Result.prototype.addFields;
Result.prototype.addFields = function (fields) {
  return addFields.call(
    this,
    fields.map((field) => (field.dataTypeID === 18 ? Object.assign(field, { dataTypeID: 25 }) : field)),
  );
};

/** Connection settings one by one: as one string, they would win over the name of the shadow database. */
function settingsOf(url, database) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    settings: {
      host: hostname,
      port: Number(port || 5432),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      database: database ?? decodeURIComponent(pathname.slice(1)),
    },
    schema: searchParams.get('schema') ?? 'public',
  };
}

/** The adapter splits scripts at semicolons, which breaks function bodies: the server takes them whole. */
function whole(adapter) {
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      // As an error of the adapter, or the engine cannot tell what the database said.
      adapter.onError(error);
    }
  };
  return adapter;
}

function factoryFor(url, shadowUrl) {
  const { settings, schema } = settingsOf(url);
  const main = new PrismaPg(settings, { schema });
  return bindMigrationAwareSqlAdapterFactory({
    provider: main.provider,
    adapterName: main.adapterName,
    connect: async () => whole(await main.connect()),
    connectToShadowDb: async () => {
      const name = `prisma_shadow_${randomUUID().replaceAll('-', '')}`;
      const server = new Client(settingsOf(shadowUrl ?? url).settings);
      await server.connect();
      await server.query(`CREATE DATABASE "${name}"`);
      const adapter = whole(await new PrismaPg(settingsOf(shadowUrl ?? url, name).settings, { schema }).connect());
      const dispose = adapter.dispose.bind(adapter);
      adapter.dispose = async () => {
        await dispose();
        await server.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
        await server.end();
      };
      return adapter;
    },
  });
}

async function start(url, shadowUrl, datamodels) {
  const wasm = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm'));
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engine.SchemaEngine.new({ datamodels }, () => {}, factoryFor(url, shadowUrl));
}

/** The CLI asks this with a process of its own. */
async function canConnect(url) {
  const client = new Client(settingsOf(url).settings);
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    const missing = error.code === '3D000';
    const known = missing
      ? { error_code: 'P1003', message: `Database \`${pathname.slice(1)}\` does not exist` }
      : { error_code: 'P1001', message: `Can't reach database server at \`${hostname}:${port}\`` };
    console.error(JSON.stringify({ level: 'ERROR', fields: { ...known, is_panic: false, meta: {} } }));
    process.exit(1);
  }
}

function failure(id, error) {
  const message = error?.message ?? String(error);
  return {
    id,
    error: {
      code: 4466,
      message: 'An error happened. Check the data field for details.',
      data: {
        is_panic: false,
        message,
        meta: null,
        error_code: error?.code ?? /\bP\d{4}\b/.exec(message)?.[0] ?? null,
      },
    },
  };
}

const args = process.argv.slice(2);
const datasource = JSON.parse(args[args.indexOf('--datasource') + 1] ?? '{}');
if (args.includes('can-connect-to-database')) {
  await canConnect(datasource.url);
  process.exit(0);
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

let running;
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const { id, method, params } = JSON.parse(line);
  // An answer of the CLI to a message of ours.
  if (method === undefined) continue;
  let answer;
  try {
    running ??= start(datasource.url ?? datasource.shadowDatabaseUrl, datasource.shadowDatabaseUrl);
    const schemaEngine = await running;
    const result =
      method === 'getDatabaseVersion' ? await schemaEngine.version(params) : await schemaEngine[method](params);
    // The binary prints a diff by asking the CLI to.
    if (method === 'diff' && result?.stdout)
      send({ id: `print-${id}`, method: 'print', params: { content: result.stdout } });
    answer = { id, result: result ?? null };
  } catch (error) {
    answer = failure(id, error);
  }
  send(answer);
}
process.exit(0);
