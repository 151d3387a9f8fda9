import type { Form } from './form.js';
import type { Answer } from '../json-server.js';
import { mergeMetadata, newId, newSecret, refuse, type Hook } from './model.js';

/** Endpoints allowed per account and mode. */
export const ENDPOINT_LIMIT = 16;

const CREATE_FIELDS = ['url', 'enabled_events', 'api_version', 'connect', 'description', 'metadata', 'expand'];
const UPDATE_FIELDS = ['url', 'enabled_events', 'description', 'metadata', 'disabled', 'expand'];

/** The v1 shape. The secret is in the answer to the creation and nowhere else; `connect` is in none. */
export function v1View(hook: Hook, withSecret = false): Record<string, unknown> {
  return {
    id: hook.id,
    object: 'webhook_endpoint',
    api_version: hook.apiVersion,
    application: hook.application,
    created: hook.created,
    description: hook.description,
    enabled_events: hook.events,
    livemode: hook.livemode,
    metadata: hook.metadata,
    ...(withSecret ? { secret: hook.secret } : {}),
    status: hook.enabled ? 'enabled' : 'disabled',
    url: hook.url,
  };
}

/** @param hooks those of the key's mode, newest first */
export function listEndpoints(hooks: readonly Hook[], query: Form): Answer {
  const own = hooks.filter((hook) => hook.v2 === null);
  const limit = query.limit === undefined ? 10 : Number(query.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    return refuse(400, {
      code: 'parameter_invalid_integer',
      message: 'This value must be between 1 and 100.',
      param: 'limit',
    });
  }
  const place = (cursor: Form[string] | undefined): number | undefined =>
    cursor === undefined ? undefined : own.findIndex((hook) => hook.id === cursor);
  const after = place(query.starting_after);
  const before = place(query.ending_before);
  if (after === -1 || before === -1) return noSuch(JSON.stringify(query.starting_after ?? query.ending_before));
  const start = before === undefined ? (after ?? -1) + 1 : Math.max(0, before - limit);
  const end = before ?? start + limit;
  const data = own.slice(start, end).map((hook) => v1View(hook));
  const more = before === undefined ? end < own.length : start > 0;
  return { status: 200, body: { object: 'list', data, has_more: more, url: '/v1/webhook_endpoints' } };
}

export function createEndpoint(hooks: readonly Hook[], form: Form, livemode: boolean, now: number): Answer | Hook {
  const problem = unknownField(form, CREATE_FIELDS) ?? badFields(form, livemode);
  if (problem) return problem;
  if (typeof form.url !== 'string') return missing('url');
  if (!Array.isArray(form.enabled_events)) return missing('enabled_events');
  if (hooks.filter((hook) => hook.url !== null).length >= ENDPOINT_LIMIT) {
    const mode = livemode ? 'live' : 'test';
    return refuse(400, { message: `You have reached the maximum of ${ENDPOINT_LIMIT} ${mode} webhook endpoints.` });
  }
  return {
    id: newId('we'),
    livemode,
    created: now,
    url: form.url,
    events: form.enabled_events,
    description: text(form.description),
    metadata: mergeMetadata({}, record(form.metadata)),
    enabled: true,
    secret: newSecret(),
    apiVersion: text(form.api_version),
    application: null,
    connect: form.connect === 'true',
    v2: null,
  };
}

/** Changes the endpoint in place, or says what is wrong. */
export function updateEndpoint(hook: Hook, form: Form): Answer {
  const problem = unknownField(form, UPDATE_FIELDS) ?? badFields(form, hook.livemode);
  if (problem) return problem;
  if (typeof form.url === 'string') hook.url = form.url;
  if (Array.isArray(form.enabled_events)) hook.events = form.enabled_events;
  if (form.description !== undefined) hook.description = text(form.description);
  if (form.metadata !== undefined) {
    hook.metadata = form.metadata === '' ? {} : mergeMetadata(hook.metadata, record(form.metadata));
  }
  if (form.disabled !== undefined) hook.enabled = form.disabled !== 'true';
  return { status: 200, body: v1View(hook) };
}

export function noSuch(id: string): Answer {
  return refuse(404, {
    code: 'resource_missing',
    message: `No such webhook endpoint: '${id}'`,
    param: 'webhook_endpoint',
  });
}

function missing(param: string): Answer {
  return refuse(400, { code: 'parameter_missing', message: `Missing required param: ${param}.`, param });
}

function unknownField(form: Form, known: readonly string[]): Answer | undefined {
  const param = Object.keys(form).find((key) => !known.includes(key));
  if (param === undefined) return undefined;
  return refuse(400, { code: 'parameter_unknown', message: `Received unknown parameter: ${param}`, param });
}

function badFields(form: Form, livemode: boolean): Answer | undefined {
  if (form.url !== undefined) {
    const url = typeof form.url === 'string' && URL.canParse(form.url) ? new URL(form.url) : undefined;
    const good = url && (url.protocol === 'https:' || (!livemode && url.protocol === 'http:'));
    if (!good) {
      const need = livemode ? 'must begin with https:// in live mode' : 'must be an http or https URL';
      return refuse(400, { code: 'url_invalid', message: `Invalid URL: ${need}.`, param: 'url' });
    }
  }
  if (form.enabled_events !== undefined) {
    const events = form.enabled_events;
    if (!Array.isArray(events) || events.length === 0) return missing('enabled_events');
    const wrong = events.find((event) => !/^(\*|[a-z0-9_]+(\.[a-z0-9_]+)+)$/.test(event));
    if (wrong !== undefined) {
      return refuse(400, {
        message: `Invalid enabled_events: ${wrong} is not a known event.`,
        param: 'enabled_events',
      });
    }
  }
  return undefined;
}

function text(value: Form[string] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function record(value: Form[string] | undefined): Record<string, string> {
  return typeof value === 'object' && !Array.isArray(value) ? value : {};
}
