import { z } from 'zod';
import type { Context, HttpRequest } from '../../runtime/context.js';
import { beforeWrite } from '../../runtime/errors.js';
import { channelFields, reference, type ChannelAdapter } from '../channel.js';
import { postText } from '../post-text.js';

export const config = z.strictObject({
  ...channelFields,
  adapter: z
    .literal('mastodon')
    .describe('A public post for each phase on Mastodon, only by "rewind notify --public".'),
  audience: z.literal('external').default('external').describe('Everybody reads a post: no other text is possible.'),
  server: z
    .string()
    .regex(/^https:\/\/[a-zA-Z0-9.-]+(:\d+)?$/, 'must be the address of the server, like https://mastodon.social')
    .describe('Address of the server of the account.'),
  token: reference('MASTODON_ACCESS_TOKEN').describe('Access token of an application with the scope write:statuses.'),
});
export type Config = z.output<typeof config>;

/** What a server takes if it does not say: Mastodon's default. */
const CHARACTERS = 500;
/** Mastodon knows a key for one hour. Its clock is not ours. */
const KEY_MS = 50 * 60_000;

const instance = z.looseObject({
  configuration: z.looseObject({ statuses: z.looseObject({ max_characters: z.number().int().min(100) }) }),
});

export const adapter: ChannelAdapter<Config> = {
  id: 'mastodon',
  config,
  public: true,
  repeat: 'same-key',
  async send(entry, { message, unsureSince }, ctx) {
    // With a key that Mastodon has forgotten, the same message would be a second post.
    if (unsureSince !== null && ctx.clock.now().getTime() - Date.parse(unsureSince) > KEY_MS) {
      return { ref: null, perhaps: true };
    }
    const about = await beforeWrite(
      ctx.http.request(
        { ...call(entry, ctx, 'GET', '/api/v2/instance', 'read the limits of the server'), accept: [404] },
        z.unknown(),
      ),
    );
    const characters = instance.safeParse(about.data).data?.configuration.statuses.max_characters ?? CHARACTERS;
    const request = call(entry, ctx, 'POST', '/api/v1/statuses', 'post a message');
    const { data } = await ctx.http.request(
      {
        ...request,
        headers: { ...request.headers, 'idempotency-key': message.key },
        json: {
          status: postText(message, { characters, bytes: 4 * characters }),
          visibility: 'public',
          language: 'en',
        },
        repeatable: true,
      },
      z.looseObject({ id: z.string() }),
    );
    return { ref: data.id };
  },
  async inspect(entry, ctx) {
    const request = call(entry, ctx, 'GET', '/api/v1/apps/verify_credentials', 'check the token');
    // Older servers want a scope for this that a post does not need; a wrong token is 401.
    await ctx.http.request({ ...request, accept: [403] }, z.unknown());
  },
};

function call(
  { server, token }: Config,
  ctx: Context,
  method: 'GET' | 'POST',
  path: string,
  what: string,
): HttpRequest & { readonly headers: Readonly<Record<string, string>> } {
  return {
    ...{ service: 'Mastodon', what, resource: ctx.resource, method },
    url: `${ctx.env.url('MASTODON_API_URL', server)}${path}`,
    headers: { authorization: `Bearer ${ctx.env.resolve(token, ctx.resource)}` },
  };
}
