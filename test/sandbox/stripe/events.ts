import type { Answer } from '../json-server.js';
import type { Form } from './form.js';
import { refuse } from './model.js';

/** An event as the service keeps it, in the API version in which it was delivered. */
export interface StripeEvent {
  readonly id: string;
  readonly object: 'event';
  readonly api_version: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly livemode: boolean;
  readonly pending_webhooks: number;
  readonly request: { readonly id: string | null; readonly idempotency_key: string | null };
  readonly type: string;
  readonly data: {
    readonly object: Readonly<Record<string, unknown>>;
    /** Of an update: what the changed fields held before. */
    readonly previous_attributes?: Readonly<Record<string, unknown>>;
  };
}

const FIELDS = ['limit', 'starting_after', 'ending_before', 'created', 'type', 'types', 'delivery_success', 'expand'];

/** @param events those of the key's mode, newest first */
export function listEvents(events: readonly StripeEvent[], query: Form): Answer {
  const unknown = Object.keys(query).find((key) => !FIELDS.includes(key));
  if (unknown !== undefined) {
    return refuse(400, {
      code: 'parameter_unknown',
      message: `Received unknown parameter: ${unknown}`,
      param: unknown,
    });
  }
  const limit = query.limit === undefined ? 10 : Number(query.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    const message = 'This value must be between 1 and 100.';
    return refuse(400, { code: 'parameter_invalid_integer', message, param: 'limit' });
  }
  const types = query.types === undefined ? null : [query.types].flat().map(String);
  if (types !== null && types.length > 20) {
    const message = 'You can only filter by up to 20 event types.';
    return refuse(400, { code: 'parameter_invalid', message, param: 'types' });
  }
  const created = typeof query.created === 'object' && !Array.isArray(query.created) ? query.created : {};
  const bound = (name: string, fallback: number): number => Number(created[name] ?? fallback);
  const inRange = events.filter(
    (event) =>
      (types === null || types.includes(event.type)) &&
      event.created >= bound('gte', 0) &&
      event.created > bound('gt', -1) &&
      event.created < bound('lt', Infinity) &&
      event.created <= bound('lte', Infinity),
  );
  const from = query.starting_after === undefined ? 0 : inRange.findIndex(({ id }) => id === query.starting_after) + 1;
  if (query.starting_after !== undefined && from === 0) return noSuchEvent(JSON.stringify(query.starting_after));
  const data = inRange.slice(from, from + limit);
  return {
    status: 200,
    body: { object: 'list', data, has_more: from + limit < inRange.length, url: '/v1/events' },
  };
}

export const noSuchEvent = (id: string): Answer =>
  refuse(404, { code: 'resource_missing', message: `No such event: '${id}'`, param: 'id' });
