import { z } from 'zod';
import type { Phase } from '../../incident/entry.js';
import type { Context } from '../../runtime/context.js';
import type { Json } from '../../runtime/json.js';
import { channelFields, isGone, reference, type ChannelAdapter } from '../channel.js';
import { cut, fitting, type Message } from '../message.js';
import { AUDIENCES } from '../phases.js';

export const config = z.strictObject({
  ...channelFields,
  audience: z
    .enum(AUDIENCES)
    .default('external')
    .describe(
      'external, the default here: everybody reads a status page. internal: for a page that only the team sees.',
    ),
  adapter: z.literal('statuspage').describe('One incident on a page of Statuspage, with an update for each phase.'),
  page: z
    .string()
    .regex(/^[a-z0-9]{6,40}$/, 'must be the id of a page, like kctbh9vrtdwd (in Statuspage: API info)')
    .describe('Id of the page.'),
  token: reference('STATUSPAGE_API_KEY').describe('API key of a user who may manage incidents of the page.'),
  'notify-subscribers': z
    .boolean()
    .default(true)
    .describe('false: the page shows the incident, and Statuspage writes to no subscriber. For drills.'),
});
export type Config = z.output<typeof config>;

const STATUS: Readonly<Record<Phase, string>> = {
  opened: 'investigating',
  failed: 'identified',
  mitigated: 'identified',
  'rolled-back': 'monitoring',
  verified: 'monitoring',
  recovered: 'monitoring',
  closed: 'resolved',
};
/** Statuspage publishes no limits; the column of a name holds 255 characters. */
export const LIMITS = { name: 255, body: 5_000 };

/** Statuspage keeps an object for each integration and shows it to nobody. `last`: the key of the newest message. */
const incident = z.looseObject({
  id: z.string().min(1),
  metadata: z.looseObject({ rewind: z.looseObject({ incident: z.string(), last: z.string() }).optional() }).nullish(),
});
type Incident = z.output<typeof incident>;

export const adapter: ChannelAdapter<Config> = {
  id: 'statuspage',
  config,
  repeat: 'look-up',
  async send(entry, { message, unsureSince, first }, ctx) {
    const call = callOf(entry, ctx);
    const known = unsureSince === null ? null : await lookUp(call, first, message);
    if (known?.metadata?.rewind?.last === message.key) return { ref: known.id };
    const content = {
      status: STATUS[message.phase],
      body: bodyOf(message),
      metadata: { rewind: { incident: message.incident, last: message.key } },
      deliver_notifications: entry['notify-subscribers'],
    };
    const id = unsureSince === null ? first : (known?.id ?? null);
    if (id !== null) {
      const edit = { incident: content };
      const edited = await found(call('PATCH', `/incidents/${id}`, 'report an incident', incident, edit));
      if (edited !== null) return { ref: id };
    }
    const made = { incident: { name: cut(message.headline.text, LIMITS.name), ...content } };
    return { ref: (await call('POST', '/incidents', 'report an incident', incident, made)).id };
  },
  async inspect(entry, ctx) {
    await callOf(entry, ctx)('GET', '', 'read the page', z.looseObject({ id: z.string() }));
  },
};

/** An incident, or null if somebody deleted it. */
async function found(work: Promise<Incident>): Promise<Incident | null> {
  try {
    return await work;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** The first message is looked up among the incidents: those that are open first, then the newest, if somebody resolved it. */
async function lookUp(call: Call, first: string | null, { incident: own }: Message): Promise<Incident | null> {
  const known =
    first === null ? null : await found(call('GET', `/incidents/${first}`, 'look up an incident', incident));
  if (known !== null) return known;
  for (const path of ['/incidents/unresolved', '/incidents']) {
    const listed = await call('GET', path, 'look up an incident', z.array(incident));
    const one = listed.find(({ metadata }) => metadata?.rewind?.incident === own);
    if (one !== undefined) return one;
  }
  return null;
}

type Call = <T>(
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  what: string,
  schema: z.ZodType<T>,
  json?: Json,
) => Promise<T>;

/** Requests about the page. */
function callOf({ page, token }: Config, ctx: Context): Call {
  const base = `${ctx.env.url('STATUSPAGE_API_URL', 'https://api.statuspage.io')}/v1/pages/${page}`;
  const headers = { authorization: `OAuth ${ctx.env.resolve(token, ctx.resource)}` };
  return async (method, path, what, schema, json) => {
    const { data } = await ctx.http.request(
      {
        ...{ service: 'Statuspage', what, resource: ctx.resource, method, url: base + path, headers },
        ...(json === undefined ? {} : { json }),
        repeatable: method === 'GET',
      },
      schema,
    );
    return data;
  };
}

function bodyOf({ headline, lines, url }: Message): string {
  const texts = [headline.text, ...lines.map(({ text }) => text), ...(url === null ? [] : [url])];
  return fitting(texts, LIMITS.body).join('\n');
}
