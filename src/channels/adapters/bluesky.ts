import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { beforeWrite } from '../../runtime/errors.js';
import { channelFields, reference, type ChannelAdapter } from '../channel.js';
import type { Message } from '../message.js';
import { postText } from '../post-text.js';

export const config = z.strictObject({
  ...channelFields,
  adapter: z.literal('bluesky').describe('A public post for each phase on Bluesky, only by "rewind notify --public".'),
  audience: z.literal('external').default('external').describe('Everybody reads a post: no other text is possible.'),
  handle: z
    .string()
    .regex(/^[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+$/, 'must be a handle like status.example.com, without "@"')
    .describe('Handle of the account that posts.'),
  password: reference('BLUESKY_APP_PASSWORD').describe('App password of the account (Settings, App passwords).'),
});
export type Config = z.output<typeof config>;

const LIMITS = { characters: 300, bytes: 3_000 };
const COLLECTION = 'app.bsky.feed.post';
const session = z.looseObject({ did: z.string().regex(/^did:/), accessJwt: z.string().min(1) });

export const adapter: ChannelAdapter<Config> = {
  id: 'bluesky',
  config,
  public: true,
  // The post has a name that follows from the key, and a record is the same each time.
  repeat: 'same-key',
  async send(entry, { message }, ctx) {
    const { did, accessJwt } = await beforeWrite(signIn(entry, ctx));
    const { data } = await ctx.http.request(
      {
        service: 'Bluesky',
        what: 'post a message',
        resource: ctx.resource,
        method: 'POST',
        url: address(ctx, 'com.atproto.repo.putRecord'),
        headers: { authorization: `Bearer ${accessJwt}` },
        json: {
          repo: did,
          collection: COLLECTION,
          rkey: recordKey(message),
          record: { $type: COLLECTION, text: postText(message, LIMITS), createdAt: message.at, langs: ['en'] },
        },
        repeatable: true,
      },
      z.looseObject({ uri: z.string().startsWith('at://') }),
    );
    return { ref: data.uri };
  },
  async inspect(entry, ctx) {
    await signIn(entry, ctx);
  },
};

/** @throws HttpFailure; RewindError credential-missing */
async function signIn({ handle, password }: Config, ctx: Context): Promise<z.output<typeof session>> {
  const { data } = await ctx.http.request(
    {
      service: 'Bluesky',
      what: 'sign in',
      resource: ctx.resource,
      method: 'POST',
      url: address(ctx, 'com.atproto.server.createSession'),
      json: { identifier: handle, password: ctx.env.resolve(password, ctx.resource) },
      repeatable: true,
    },
    session,
  );
  ctx.masker.add(data.accessJwt);
  return data;
}

const address = (ctx: Context, method: string): string =>
  `${ctx.env.url('BLUESKY_API_URL', 'https://bsky.social')}/xrpc/${method}`;

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * The name of the post: a TID (64 bits: 0, 53 of microseconds, 10 of a clock's id). The time is that of the phase; the rest
 * follows from the key, so that two phases of one millisecond have two names. https://atproto.com/specs/tid
 */
export function recordKey({ key, at }: Pick<Message, 'key' | 'at'>): string {
  const hash = createHash('sha256').update(key).digest();
  const microseconds = BigInt(Date.parse(at)) * 1_000n + BigInt(hash.readUInt16BE(0) % 1_000);
  const bits = (microseconds << 10n) | BigInt(hash.readUInt16BE(2) & 0x3ff);
  return Array.from({ length: 13 }, (_, index) => ALPHABET.charAt(Number((bits >> BigInt(60 - 5 * index)) & 31n))).join(
    '',
  );
}
