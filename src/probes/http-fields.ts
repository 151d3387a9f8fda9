import { z } from 'zod';
import type { Json } from '../runtime/json.js';
import { parsePath } from './json-path.js';
import { AREAS, probeSpec } from './probe.js';
import { placeholdersIn, stringsIn, variablesOf } from './templates.js';

/** Keys that each probe has. */
export const probeFields = {
  id: probeSpec.shape.id.describe('Name of the probe in verdicts and reports.'),
  area: z.enum(AREAS).describe('Part of the system that the probe answers for.'),
  critical: z.boolean().default(false).describe('true: this probe alone may lead to the verdict roll-back.'),
  every: z.number().int().min(1).max(3600).default(5).describe('Seconds between two samples.'),
  'limit-ms': probeSpec.shape.limitMs.describe('A check that takes longer is slow, whatever the baseline is.'),
};

/** Rewind sets them, or they change where a request ends. */
const OWN_HEADERS =
  /^(host|content-length|transfer-encoding|connection|keep-alive|te|trailer|upgrade|expect|proxy-.*)$/;

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, 'must be the name of a header')
  .refine((name) => !OWN_HEADERS.test(name.toLowerCase()), 'is a header that Rewind sets itself; remove it');

const headerValue = z.string().regex(/^[\t\x20-\x7e\xa0-\xff]*$/, 'must be one line without special characters');

/** Placeholders come after the host, so that no value decides where a request goes. */
const ABSOLUTE = /^https?:\/\/[^/?#{}$\\@\s]+(?=[/?#]|$)/;

const absolute = (url: string): boolean => ABSOLUTE.test(url) && URL.canParse(url);

/** An address on which a probe begins. */
export const probeUrl = z
  .string()
  .refine(absolute, 'must be an address like https://shop.example.com/path, without a user name or a password');

/** An address, or a path on the host of the flow. */
export const stepUrl = z
  .string()
  .refine((url) => absolute(url) || /^\/(?![/\\])/.test(url), 'must be a path like /login or an address with https://');

const status = z.number().int().min(100).max(599);
const jsonPath = z
  .string()
  .refine((path) => parsePath(path) !== null, 'must be a path to one value, like $.items[0].name');

export { jsonPath };

const expectations = {
  status: z
    .union([status, z.array(status).min(1)])
    .optional()
    .describe('Status, or a list of them; any from 200 to 299 when left out.'),
  headers: z.record(headerName, z.string()).optional().describe('Texts that these headers must hold.'),
};

/** What a response must be. */
const expectation = z.strictObject({
  ...expectations,
  text: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .optional()
    .describe('Text, or a list of texts, that the body must hold.'),
  json: z
    .record(jsonPath, z.json())
    .optional()
    .describe('Values that a JSON body must hold, by their paths, e.g. $.status.'),
});
export type Expectation = z.infer<typeof expectation>;

/** What an asset must be, besides its checksum. */
export const assetExpectation = z.strictObject(expectations);

const seconds = z.number().min(0.1).max(60);

/** How a probe connects. */
export const connectionFields = {
  'timeout-seconds': seconds.default(5).describe('A request that takes longer, redirects included, has failed.'),
  'max-bytes': z.number().int().min(1).max(50_000_000).default(5_000_000).describe('A larger body is a failure.'),
  'tls-days': z
    .number()
    .int()
    .min(1)
    .max(365)
    .optional()
    .describe('The certificate must be valid for this many more days.'),
  'allow-private': z
    .boolean()
    .default(false)
    .describe('true: the host may have a private address. Link-local addresses and metadata services stay refused.'),
};

const redirects = z
  .number()
  .int()
  .min(0)
  .max(10)
  .describe('Redirects to follow; 0: a redirect is the response. Nothing configured is sent to another origin.');

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
/** POST is left out: logins and questions need it. */
const WRITING: readonly string[] = ['PUT', 'PATCH', 'DELETE'];

/** One request. */
export const requestFields = {
  method: z.enum(METHODS).default('GET').describe('PUT, PATCH and DELETE need allow-change: true.'),
  'allow-change': z
    .boolean()
    .default(false)
    .describe('true: the request may change data at every check, e.g. DELETE of the session of a login.'),
  headers: z.record(headerName, headerValue).default({}).describe('Headers; secrets only as ${NAME}.'),
  body: z.string().optional().describe('Body as text.'),
  json: z.json().optional().describe('Body as JSON.'),
  form: z.record(z.string().min(1), z.string()).optional().describe('Body as the fields of a form.'),
  expect: expectation.prefault({}).describe('What the response must be.'),
  redirects: redirects.default(5),
};

export interface RequestConfig {
  readonly method: (typeof METHODS)[number];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly json?: Json | undefined;
  readonly form?: Readonly<Record<string, string>> | undefined;
  readonly 'allow-change'?: boolean | undefined;
}

/** What Rewind reads for other purposes. A probe must not carry it away. */
const OWN_CREDENTIAL =
  /^(REWIND_|AWS_|GITHUB_|ACTIONS_|PG)|^(VERCEL_TOKEN|STRIPE_API_KEY|NEON_API_KEY|LAUNCHDARKLY_ACCESS_TOKEN|UNLEASH_API_TOKEN|DATABASE_URL)$/;

type AddIssue = (path: readonly (string | number)[], message: string) => void;

/** Mistakes in a request that no single key shows. */
export function checkRequest(request: RequestConfig, base: string, allowPrivate: boolean, add: AddIssue): void {
  const bodies = (['body', 'json', 'form'] as const).filter((key) => request[key] !== undefined);
  const [first, second] = bodies;
  if (second !== undefined) add([second], `is a second body beside "${first}"; keep one`);
  if (first !== undefined && (request.method === 'GET' || request.method === 'HEAD')) {
    add([first], `is a body, and ${request.method} has none; set method`);
  }
  if (WRITING.includes(request.method) && request['allow-change'] !== true) {
    add(
      ['method'],
      `must not be ${request.method}: it changes data at every check; use GET or POST, or set allow-change: true`,
    );
  }
  const variables = variablesOf(request);
  const own = variables.find((name) => OWN_CREDENTIAL.test(name));
  if (own !== undefined) add([], `sends ${own}, which is a credential of Rewind; give the probe one of its own`);
  const clear = (request.url.startsWith('/') ? base : request.url).startsWith('http:');
  if (variables.length > 0 && clear && !allowPrivate)
    add(['url'], 'must begin with https://: the request holds a secret');
}

/** Mistakes of placeholders for captured values. @param known names that earlier steps capture */
export function checkCaptured(value: unknown, known: ReadonlySet<string>, add: AddIssue): void {
  for (const { text, path } of stringsIn(value)) {
    for (const name of placeholdersIn(text).captured) {
      if (!known.has(name)) add(path, `{{${name}}} is not captured by a step before this one`);
    }
  }
}
