import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http.js';
import { defineProvider, type Change, type PayloadSink, type PayloadSource } from '../../engine/provider.js';
import { client, type Item, type Operation } from './client.js';
import type { Config } from './config.js';
import { plan, state, type State } from './state.js';
import { type Finding } from '../../runtime/finding.js';

const ITEMS = 'items.json';
const LONGEST_PREVIEW = 40;
/** Also `signingKey`, `AWS_KEY_ID` and `keys`; not `monkey` or `keyboard`. */
const SECRET_KEY =
  /token|secret|passw|passphrase|pwd|credential|private|signature|bearer|dsn|(^|[-_]|api)keys?($|[-_])|[a-z]Keys?($|[-_A-Z])|(^|[-_])auth($|[-_])/;
const looksSecret = (key: string): boolean => SECRET_KEY.test(key) || SECRET_KEY.test(key.toLowerCase());
/** Somebody else may write between our read and our write; then both are done again. */
const MAX_TRIES = 3;

const savedItems = z.array(z.strictObject({ key: z.string(), value: z.json(), description: z.string().nullable() }));

async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const vercel = client(config, ctx);
  const store = await vercel.store();
  const items = (await vercel.items()).sort((a, b) => (a.key < b.key ? -1 : 1));
  maskHidden(items, ctx);
  await sink.write(ITEMS, Buffer.from(JSON.stringify(items)));
  return {
    schemaVersion: 1,
    store: store.id,
    slug: store.slug,
    purpose: store.purpose?.type ?? null,
    items: await Promise.all(
      items.map(async ({ key, value, description }) => ({
        key,
        value: await ctx.fingerprint(canonicalJson(value)),
        preview: preview(key, value),
        description,
      })),
    ),
  };
}

/** What is not shown must not come back in somebody's error message either. */
function maskHidden(items: readonly Item[], ctx: Context): void {
  for (const { key, value } of items) {
    if (typeof value === 'string' && preview(key, value) === null) ctx.masker.add(value);
  }
}

/** Switches and short words are what people recognize; anything that may be a secret is not shown. */
function preview(key: string, value: Item['value']): string | null {
  if (typeof value === 'boolean' || value === null) return String(value);
  if (looksSecret(key)) return null;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.length > LONGEST_PREVIEW) return null;
  // Words, versions, percentages: not what is random or long enough to be a credential.
  return /^[A-Za-z][\w .:/%-]{0,39}$/.test(value) && !/[A-Za-z\d_-]{20,}/.test(value) ? JSON.stringify(value) : null;
}

async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const vercel = client(config, ctx);
  const store = await vercel.store();
  await vercel.items();
  if (!store.purpose) return [];
  return [
    {
      level: 'warning',
      code: 'edge-config-managed',
      message: `Edge Config "${store.slug}" belongs to ${store.purpose.type}: it is captured, but never written.`,
      remedy: 'Use the provider of the owner (vercel-flags).',
    },
  ];
}

/** Reads what is there, and writes the difference in one request; reads it back. */
async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const vercel = client(config, ctx);
  ctx.log.debug(`restoring ${change.target}`);
  const wanted = savedItems.parse(JSON.parse((await source.read(ITEMS)).toString('utf8')));
  maskHidden(wanted, ctx);
  const { purpose, slug } = await vercel.store();
  if (purpose) {
    throw new RewindError('edge-config-managed', `Edge Config "${slug}" belongs to ${purpose.type}.`, {
      resource: ctx.resource,
    });
  }
  for (let tries = 1; ; tries += 1) {
    const operations = operationsFor(wanted, await vercel.items());
    if (operations.length === 0) return;
    if (tries > MAX_TRIES) break;
    try {
      await vercel.patch(operations);
    } catch (error) {
      // A lost answer or somebody else's write: what the store holds now decides.
      const undecided =
        error instanceof HttpFailure &&
        (error.status === undefined || error.status >= 500 || [404, 409, 412].includes(error.status));
      if (!undecided || tries === MAX_TRIES) throw error;
      await pause(ctx);
    }
  }
  throw new RewindError(
    'api-conflict',
    `Edge Config "${slug}" does not keep what is written: somebody else writes too.`,
    {
      resource: ctx.resource,
    },
  );
}

const pause = (ctx: Context): Promise<void> => ctx.clock.sleep(200 + 300 * ctx.random(), ctx.signal);

function operationsFor(wanted: readonly Item[], live: readonly Item[]): Operation[] {
  const same = (a: Item, b: Item): boolean =>
    canonicalJson([a.value, a.description]) === canonicalJson([b.value, b.description]);
  const upserts = wanted
    .filter((entry) => !live.some((other) => other.key === entry.key && same(entry, other)))
    .map(({ key, value, description }): Operation => ({
      operation: 'upsert',
      key,
      value,
      description: description ?? '',
    }));
  const deletes = live
    .filter(({ key }) => !wanted.some((entry) => entry.key === key))
    .map(({ key }): Operation => ({ operation: 'delete', key }));
  return [...upserts, ...deletes];
}

export default defineProvider<Config, State>({ id: 'vercel-edge-config', state, check, capture, plan, apply });
