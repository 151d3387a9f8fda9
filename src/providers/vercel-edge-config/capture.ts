import { z } from 'zod';
import type { PayloadSink } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { jsonValue } from '../../runtime/json.js';
import { client, type Item } from './client.js';
import type { Config } from './config.js';
import type { ItemState, State } from './state.js';

export const ITEMS = 'items.json';
const LONGEST_PREVIEW = 40;
/** Matches `signingKey`, `AWS_KEY_ID` and `keys`, but not `monkey` or `keyboard`. */
const SECRET_KEY =
  /token|secret|passw|passphrase|pwd|credential|private|signature|bearer|dsn|(^|[-_]|api)keys?($|[-_])|[a-z]Keys?($|[-_A-Z])|(^|[-_])auth($|[-_])/;
const looksSecret = (key: string): boolean => SECRET_KEY.test(key) || SECRET_KEY.test(key.toLowerCase());

export const savedItems = z.array(
  z.strictObject({ key: z.string(), value: jsonValue, description: z.string().nullable() }),
);

export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
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
    items: await itemStatesOf(items, ctx),
  };
}

/** What the manifest says of items. */
export function itemStatesOf(items: readonly Item[], ctx: Context): Promise<ItemState[]> {
  return Promise.all(
    items.map(async ({ key, value, description }) => ({
      key,
      value: await ctx.fingerprint(canonicalJson(value)),
      preview: preview(key, value),
      description,
    })),
  );
}

/** Masks hidden values in error messages of other programs. */
export function maskHidden(items: readonly Item[], ctx: Context): void {
  for (const { key, value } of items) {
    if (preview(key, value) === null) ctx.masker.add(typeof value === 'string' ? value : JSON.stringify(value));
  }
}

/** Shows switches and short words; hides values that may be secrets. */
export function preview(key: string, value: Item['value']): string | null {
  if (typeof value === 'boolean' || value === null) return String(value);
  if (looksSecret(key)) return null;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.length > LONGEST_PREVIEW) return null;
  // Words, versions and percentages, too short or regular to be a credential.
  return /^[A-Za-z][\w .:/%-]{0,39}$/.test(value) && !/[A-Za-z\d_-]{20,}/.test(value) ? JSON.stringify(value) : null;
}
