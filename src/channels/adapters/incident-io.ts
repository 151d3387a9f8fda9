import { z } from 'zod';
import type { Context, HttpRequest } from '../../runtime/context.js';
import { channelFields, isGone, reference, type ChannelAdapter, type Delivery } from '../channel.js';
import { cut, fitting, type Message } from '../message.js';

export const config = z.strictObject({
  ...channelFields,
  adapter: z.literal('incident-io').describe('One incident in incident.io. Its summary is the newest phase.'),
  token: reference('INCIDENT_IO_API_KEY').describe('API key that may view, create and edit incidents.'),
  visibility: z.enum(['public', 'private']).default('public').describe('Who in your organization sees the incident.'),
  mode: z.enum(['standard', 'test']).default('standard').describe('test: for drills. It pages nobody.'),
  'severity-id': z
    .string()
    .regex(/^[A-Z0-9]{26}$/, 'must be the id of a severity, 26 letters and digits')
    .optional(),
  'closed-status-id': z
    .string()
    .regex(/^[A-Z0-9]{26}$/, 'must be the id of a status, 26 letters and digits')
    .optional()
    .describe('Status that the incident gets when ours is closed. Without it, a person closes the incident.'),
});
export type Config = z.output<typeof config>;

/** incident.io publishes no limits; these are far below what it showed. */
export const LIMITS = { name: 200, summary: 5_000 };

const answer = z.looseObject({
  incident: z.looseObject({ id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/), summary: z.string().nullish() }),
});

export const adapter: ChannelAdapter<Config> = {
  id: 'incident-io',
  config,
  // A key makes repeated creations one incident. An edit has no key, and each edit is a message in the incident's chat.
  repeat: 'look-up',
  async send(entry, { message, unsureSince, first }, ctx) {
    const summary = summaryOf(message);
    if (first !== null) {
      try {
        await edit(entry, ctx, { message, unsureSince, first }, summary);
        return { ref: first };
      } catch (error) {
        // Somebody deleted the incident: a new one takes its place.
        if (!isGone(error)) throw error;
      }
    }
    const { incident } = await call(entry, ctx, {
      what: 'create an incident',
      method: 'POST',
      path: '',
      json: {
        idempotency_key: first === null ? `rewind/${message.incident}/${entry.id}` : message.key,
        name: cut(message.headline.text, LIMITS.name),
        summary,
        visibility: entry.visibility,
        mode: entry.mode,
        ...(entry['severity-id'] === undefined ? {} : { severity_id: entry['severity-id'] }),
      },
    });
    return { ref: incident.id };
  },
  async inspect(entry, ctx) {
    await request(entry, ctx, { what: 'check the key', method: 'GET', path: '/v1/identity' }, z.looseObject({}));
  },
};

async function edit(
  entry: Config,
  ctx: Context,
  { message, unsureSince, first }: Pick<Delivery, 'message' | 'unsureSince' | 'first'>,
  summary: string,
): Promise<void> {
  if (unsureSince !== null) {
    const look = { what: 'look up an incident', method: 'GET', path: `/${first}` } as const;
    const { incident } = await call(entry, ctx, look);
    if (incident.summary?.includes(message.key) === true) return;
  }
  const status = message.phase === 'closed' ? entry['closed-status-id'] : undefined;
  await call(entry, ctx, {
    what: 'edit an incident',
    method: 'POST',
    path: `/${first}/actions/edit`,
    json: {
      incident: { summary, ...(status === undefined ? {} : { incident_status_id: status }) },
      notify_incident_channel: true,
    },
    repeatable: false,
  });
}

interface Call extends Pick<HttpRequest, 'what' | 'method' | 'json' | 'repeatable'> {
  readonly path: string;
}

const call = (entry: Config, ctx: Context, given: Call): Promise<z.output<typeof answer>> =>
  request(entry, ctx, { repeatable: true, ...given, path: `/v2/incidents${given.path}` }, answer);

async function request<T>({ token }: Config, ctx: Context, { path, ...given }: Call, schema: z.ZodType<T>): Promise<T> {
  const { data } = await ctx.http.request(
    {
      ...{ service: 'incident.io', resource: ctx.resource, ...given },
      url: ctx.env.url('INCIDENT_IO_API_URL', 'https://api.incident.io') + path,
      headers: { authorization: `Bearer ${ctx.env.resolve(token, ctx.resource)}` },
    },
    schema,
  );
  return data;
}

/** The key at its end names the phase, for the look-up. */
function summaryOf({ headline, lines, url, key }: Message): string {
  const texts = [headline.text, ...lines.map(({ text }) => text), ...(url === null ? [] : [url])];
  return [...fitting(texts, LIMITS.summary - 300), key].join('\n');
}
