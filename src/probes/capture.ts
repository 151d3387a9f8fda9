import { createContext, Script } from 'node:vm';
import { z } from 'zod';
import type { ProbeResponse } from '../services/probe-http/send.js';
import { jsonPath } from './http-fields.js';
import { parseJson } from './http-request.js';
import { parsePath, valueAt } from './json-path.js';

const pattern = z.string().superRefine((text, context) => {
  const problem = patternProblem(text);
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

function patternProblem(text: string): string | null {
  try {
    // With an empty alternative each pattern matches the empty text, so its groups can be counted.
    const groups = (new RegExp(`${text}|`, 'u').exec('')?.length ?? 1) - 1;
    return groups === 1 ? null : 'must have exactly one group: (…)';
  } catch {
    return 'must be a regular expression';
  }
}

/** What a step takes from its response for the steps after it. */
export const capture = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and dashes'),
  z.union([
    z.strictObject({ json: jsonPath.describe('Path in the JSON body.') }),
    z.strictObject({ text: pattern.describe('Regular expression for the body; its group is the value.') }),
    z.strictObject({ header: z.string().min(1).describe('Name of a header.') }),
  ]),
);
export type Capture = z.infer<typeof capture>;

/** A longer value is a mistake, or an attack on memory. */
const LONGEST = 10_000;

/** The captured values by name, or what is missing. */
export function captured(
  response: ProbeResponse,
  wanted: Capture,
): { values: Map<string, string> } | { problem: string } {
  const values = new Map<string, string>();
  for (const [name, from] of Object.entries(wanted)) {
    const value =
      'json' in from
        ? fromJson(response, from.json)
        : 'text' in from
          ? fromText(response, from.text)
          : [response.headers[from.header.toLowerCase()] ?? []].flat()[0];
    if (value === undefined || value === '') return { problem: `the response has no value for "${name}"` };
    if (value.length > LONGEST) return { problem: `the value for "${name}" is longer than ${LONGEST} characters` };
    values.set(name, value);
  }
  return { values };
}

function fromJson({ body }: ProbeResponse, path: string): string | undefined {
  const value = valueAt(parseJson(body), parsePath(path) ?? []);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

const MATCH = new Script('new RegExp(pattern, "u").exec(text)?.[1]');
const MATCH_MS = 200;

/** A body from outside can make an expression backtrack for hours, so its time is limited. */
function fromText({ body }: ProbeResponse, pattern: string): string | undefined {
  try {
    const context = createContext({ pattern, text: body.toString('utf8') });
    const found: unknown = MATCH.runInContext(context, { timeout: MATCH_MS });
    return typeof found === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}
