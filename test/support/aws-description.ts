import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { child, parseXml, textAt, type XmlElement } from '../../src/services/aws/xml.js';
import type { LoggedRequest } from '../sandbox/json-server.js';

/** The official machine-readable description of the API, as AWS ships it with its Python SDK (botocore). */
const member = z.looseObject({
  shape: z.string(),
  locationName: z.string().optional(),
  location: z.string().optional(),
});
const shape = z.looseObject({
  type: z.string(),
  required: z.array(z.string()).default([]),
  members: z.record(z.string(), member).default({}),
  member: member.optional(),
  error: z.looseObject({ code: z.string().optional(), httpStatusCode: z.number() }).optional(),
});
const operation = z.looseObject({
  input: member.optional(),
  output: z.looseObject({ shape: z.string(), resultWrapper: z.string().optional() }).optional(),
  errors: z.array(member).default([]),
});
const description = z.looseObject({ operations: z.record(z.string(), operation), shapes: z.record(z.string(), shape) });
/** @param service and version as in botocore's folders */
function official(service: string, version: string): z.infer<typeof description> {
  const lib = fileURLToPath(new URL('../../.cache/peers/venv/lib/', import.meta.url));
  const [python = ''] = readdirSync(lib);
  const folder = `${lib}${python}/site-packages/botocore/data/${service}/${version}/`;
  const [name = ''] = readdirSync(folder).filter((each) => each.startsWith('service-2.json'));
  const bytes = readFileSync(folder + name);
  return description.parse(JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')));
}

/** What differs between what was sent or answered and the description. Empty: nothing. */
export interface AwsDescription {
  readonly problemsOf: (request: LoggedRequest) => string[];
  readonly parameterProblem: (of: string, path: readonly string[], value: string) => string | null;
  readonly documentProblems: (at: XmlElement, of: string) => string[];
  /** The same for a service that speaks JSON. */
  readonly jsonProblems: (action: string, request: LoggedRequest) => string[];
}

/** @param service and version as in botocore's folders */
export function awsDescription(service: string, version: string): AwsDescription {
  const api = official(service, version);
  function shapeOf(name: string): z.infer<typeof shape> {
    const found = api.shapes[name];
    if (!found) throw new Error(`no shape ${name}`);
    return found;
  }

  /** Whether a text is a value of a simple shape. */
  function isValue(type: string, text: string): boolean {
    if (type === 'boolean') return ['true', 'false'].includes(text);
    if (['integer', 'long', 'double'].includes(type)) return /^-?\d+(\.\d+)?$/.test(text);
    return type !== 'timestamp' || !Number.isNaN(Date.parse(text));
  }

  /** What a parameter such as `Tags.Tag.1.Key` has that the description does not. */
  function parameterProblem(of: string, path: readonly string[], value: string): string | null {
    const { type, members, member: item } = shapeOf(of);
    const [name = '', ...rest] = path;
    if (type === 'structure') {
      const next = members[name];
      return next ? parameterProblem(next.shape, rest, value) : `${name} is no member of ${of}`;
    }
    if (type === 'list') {
      const [at = '', ...more] = rest;
      if (item === undefined || name !== (item.locationName ?? 'member') || !/^[1-9]\d*$/.test(at)) {
        return `${path.join('.')} is no item of ${of}`;
      }
      return parameterProblem(item.shape, more, value);
    }
    return path.length === 0 && isValue(type, value) ? null : `${path.join('.')}=${value} is no ${of}`;
  }

  /** What a document has that the description does not. */
  function documentProblems(at: XmlElement, of: string): string[] {
    const { type, members, member: item } = shapeOf(of);
    if (type === 'structure') {
      return at.children.flatMap((each) => {
        const found = members[each.name];
        return found ? documentProblems(each, found.shape) : [`${each.name} is no member of ${of}`];
      });
    }
    if (type === 'list') {
      return at.children.flatMap((each) =>
        each.name === (item?.locationName ?? 'member')
          ? documentProblems(each, item?.shape ?? '')
          : [`${each.name} is no item of ${of}`],
      );
    }
    return at.children.length === 0 && isValue(type, at.text) ? [] : [`${at.name} is no ${of}`];
  }

  function problemsOf(request: LoggedRequest): string[] {
    const given = new Map(request.method === 'GET' ? request.query : new URLSearchParams(request.bytes.toString()));
    const action = given.get('Action') ?? '';
    const described = api.operations[action];
    if (!described || request.answer === undefined) return [`${action} is not described`];
    const input = described.input?.shape;
    const names = [...given.keys()].filter((name) => !['Action', 'Version'].includes(name));
    const sent =
      input === undefined
        ? names
        : [
            ...names.flatMap((name) => parameterProblem(input, name.split('.'), given.get(name) ?? '') ?? []),
            ...shapeOf(input).required.filter((name) => !names.some((each) => each.split('.')[0] === name)),
          ];
    const root = parseXml(String(request.answer.body));
    if (request.answer.status !== 200) {
      const code = textAt(root, 'Error', 'Code');
      const known = described.errors.map((each) => shapeOf(each.shape).error);
      const fits = known.some((each) => each?.code === code && each?.httpStatusCode === request.answer?.status);
      return [...sent, ...(fits ? [] : [`${action} has no error ${code ?? ''}`])];
    }
    // AddTagsToResource has no output.
    const result = child(root, described.output?.resultWrapper ?? `${action}Result`);
    const output = described.output?.shape;
    return [...sent, ...(result && output !== undefined ? documentProblems(result, output) : [])];
  }
  /** What a JSON value has that the description does not. */
  function valueProblems(value: unknown, of: string): string[] {
    const { type, members, member: item } = shapeOf(of);
    if (type === 'structure') {
      return Object.entries(value as object).flatMap(([name, each]) => {
        const found = members[name];
        return found ? valueProblems(each, found.shape) : [`${name} is no member of ${of}`];
      });
    }
    if (type === 'list') return (value as unknown[]).flatMap((each) => valueProblems(each, item?.shape ?? ''));
    const wanted = { integer: 'number', long: 'number', timestamp: 'number' }[type] ?? type;
    return typeof value === wanted ? [] : [`${String(value)} is no ${of}`];
  }

  function jsonProblems(action: string, { query, body = {}, answer }: LoggedRequest): string[] {
    const described = api.operations[action];
    if (!described?.input || answer === undefined) return [`${action} is not described`];
    const input = shapeOf(described.input.shape);
    // Members that stand in the address.
    const inPath = Object.entries(input.members).flatMap(([name, { location }]) => (location === 'uri' ? [name] : []));
    const given = [...inPath, ...query.keys(), ...Object.keys(body as object)];
    const missing = input.required.filter((name) => !given.includes(name)).map((name) => `${action} without ${name}`);
    const sent = [...missing, ...valueProblems(body, described.input.shape)];
    if (answer.status < 300) {
      const output = described.output?.shape;
      return output === undefined || answer.body === undefined
        ? sent
        : [...sent, ...valueProblems(answer.body, output)];
    }
    const code = answer.headers?.['x-amzn-errortype']?.split(':')[0];
    const fits = described.errors.some(({ shape: name }) => {
      const status = shapeOf(name).error?.httpStatusCode ?? 400;
      return name === code && status === answer.status;
    });
    return [...sent, ...(fits ? [] : [`${action} has no error ${code ?? ''} with ${answer.status}`])];
  }
  return { problemsOf, parameterProblem, documentProblems, jsonProblems };
}
