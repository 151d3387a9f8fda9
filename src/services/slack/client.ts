import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { ErrorCode } from '../../runtime/error-codes.js';
import { HttpFailure } from '../../runtime/http-failure.js';

/** Slack answers a refusal with status 200 and `ok: false`. */
const refusal = z.looseObject({ ok: z.literal(false), error: z.string() });

export interface SlackCall {
  /** As in "chat.postMessage". */
  readonly method: string;
  /** For messages: "post a message". */
  readonly what: string;
  readonly token: string;
  /** Values that are objects are sent as JSON text, as Slack wants them in a form. */
  readonly fields: Readonly<Record<string, string | number | boolean | object>>;
  /** True if a repetition does no harm. */
  readonly repeatable: boolean;
}

/**
 * Calls a method of Slack's Web API. SLACK_API_URL replaces the address of the service.
 * @throws HttpFailure, also for a refusal
 */
export async function callSlack<T>(ctx: Context, call: SlackCall, schema: z.ZodType<T>): Promise<T> {
  const { method, what, token, fields, repeatable } = call;
  const form = new URLSearchParams(
    Object.entries(fields).map(([name, value]): [string, string] => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
  const { data } = await ctx.http.request(
    {
      service: 'Slack',
      what,
      resource: ctx.resource,
      method: 'POST',
      url: `${ctx.env.url('SLACK_API_URL', 'https://slack.com/api')}/${method}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: form.toString(),
      repeatable,
    },
    z.union([refusal, schema]),
  );
  const refused = refusal.safeParse(data);
  if (refused.success) throw failureOf(ctx, call, refused.data.error);
  return schema.parse(data);
}

const CODES: readonly (readonly [RegExp, ErrorCode])[] = [
  [/auth|token|account_inactive|not_allowed_token_type/, 'api-unauthorized'],
  [/missing_scope|not_in_channel|restricted|access_denied|no_permission|is_archived/, 'api-forbidden'],
  [/not_found/, 'api-not-found'],
  [/rate_?limited/, 'api-rate-limited'],
  // Slack's documentation: what these ended may have been carried out in part.
  [/fatal_error|internal_error|request_timeout|service_unavailable/, 'api-unavailable'],
];

function failureOf(ctx: Context, { what, method }: SlackCall, error: string): HttpFailure {
  const code = CODES.find(([pattern]) => pattern.test(error))?.[1] ?? 'api-rejected';
  const said = ctx.masker.redact(error).slice(0, 100);
  return new HttpFailure(
    code,
    `Slack refused to ${what}: ${said}`,
    {
      resource: ctx.resource,
      remedy: `Look the error of ${method} up at https://docs.slack.dev/reference/methods/${method}.`,
    },
    200,
    { error },
  );
}

/** Text in which nothing is a mention, a channel or a link of its own. https://docs.slack.dev/messaging/formatting-message-text */
export const slackText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
