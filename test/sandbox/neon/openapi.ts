import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { LoggedRequest } from '../json-server.js';

/**
 * Neon's own OpenAPI description (it comes with npm `@neondatabase/api-client`), against which requests and answers are
 * held. Needs the peers: only tests of the project `peers` may use it.
 */

type Schema = Record<string, unknown>;
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Schema[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Schema>>;
}
interface Validate {
  (value: unknown): boolean;
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
interface Ajv {
  addSchema(schema: unknown, key: string): Ajv;
  compile(schema: unknown): Validate;
}

const load = createRequire(new URL('../../peers/package.json', import.meta.url));
const Ajv = (load('ajv') as { default: new (options: object) => Ajv }).default;
const addFormats = (load('ajv-formats') as { default: (ajv: Ajv) => Ajv }).default;
const FILE = join(dirname(load.resolve('@neondatabase/api-client')), '..', 'public-v2-for-users.gen.yaml');
const ERROR: Schema = { $ref: '#/components/schemas/GeneralError' };

interface Found {
  readonly operation: Operation;
  readonly parameters: readonly Parameter[];
  readonly values: Readonly<Record<string, string>>;
}

export class NeonDescription {
  private readonly text: { readonly paths: Readonly<Record<string, Record<string, unknown>>> };
  private readonly ajv: Ajv;
  private readonly strings: Ajv;

  constructor() {
    this.text = translate(parse(readFileSync(FILE, 'utf8'))) as typeof this.text;
    const options = { strict: false, validateSchema: false, inlineRefs: false, logger: false, allErrors: true };
    this.ajv = addFormats(new Ajv(options)).addSchema(this.text, 'neon');
    this.strings = addFormats(new Ajv({ ...options, coerceTypes: true })).addSchema(this.text, 'neon');
  }

  /** Id of the operation; undefined for what Neon does not describe. */
  idOf(request: Pick<LoggedRequest, 'method' | 'path'>): string | undefined {
    return this.find(request)?.operation.operationId;
  }

  /** What is wrong with a request and its answer; empty when both are as described. */
  problems(request: LoggedRequest): string[] {
    const found = this.find(request);
    if (!found) return [`${request.method} ${request.path} is not described`];
    const { operation } = found;
    const at = operation.operationId;
    return [
      ...this.parameterProblems(found, request.query),
      ...this.bodyProblems(`${at} body`, jsonOf(operation.requestBody), request.body),
      ...(request.answer === undefined
        ? []
        : this.answerProblems(operation, request.answer.status, request.answer.body)),
    ];
  }

  answerProblems(operation: Operation, status: number, body: unknown): string[] {
    const described = operation.responses[String(status)];
    if (!described && status < 400) return [`${operation.operationId} ${status} is not described`];
    const schema = described ? jsonOf(this.resolve(described)) : ERROR;
    return this.bodyProblems(`${operation.operationId} ${status}`, schema, body);
  }

  find({ method, path }: Pick<LoggedRequest, 'method' | 'path'>): Found | undefined {
    const fitting = Object.entries(this.text.paths).flatMap(([template, entry]) => {
      const operation = entry[method.toLowerCase()] as Operation | undefined;
      const match = operation && new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(path);
      if (!match) return [];
      const all = [...((entry.parameters as Schema[] | undefined) ?? []), ...(operation.parameters ?? [])];
      const parameters = all.map((parameter) => this.resolve(parameter) as unknown as Parameter);
      return [{ operation, parameters, values: { ...match.groups } }];
    });
    // `/branches/count` before `/branches/{branch_id}`.
    return fitting.sort((a, b) => Object.keys(a.values).length - Object.keys(b.values).length)[0];
  }

  private parameterProblems({ parameters, values }: Found, query: URLSearchParams): string[] {
    const given = [
      ...Object.entries(values).map(([name, value]) => ({ name, value, in: 'path' })),
      ...[...query].map(([name, value]) => ({ name, value, in: 'query' })),
    ];
    return given.flatMap(({ name, value, in: place }) => {
      const parameter = parameters.find((entry) => entry.in === place && entry.name === name);
      if (!parameter) return [`${place} ${name} is not described`];
      const schema = { type: 'object', properties: { [name]: parameter.schema } };
      return this.validate(this.strings, `${place} ${name}`, schema, { [name]: value });
    });
  }

  private bodyProblems(at: string, schema: Schema | undefined, body: unknown): string[] {
    if (!schema) return body === undefined ? [] : [`${at} is not described`];
    if (body === undefined) return [];
    const strangers = this.strangers([schema], body, '').map((field) => `${at}${field} is not described`);
    return [...this.validate(this.ajv, at, schema, body), ...strangers];
  }

  /** Fields that a value has and its schema does not name. */
  private strangers(schemas: readonly Schema[], value: unknown, at: string): string[] {
    const all = schemas.flatMap((schema) => this.branches(schema));
    if (Array.isArray(value)) {
      const items = all.flatMap(({ items: each }) => (each ? [each as Schema] : []));
      return value.flatMap((entry) => this.strangers(items, entry, `${at}[]`));
    }
    if (typeof value !== 'object' || value === null || !all.some(({ properties }) => properties !== undefined))
      return [];
    return Object.entries(value).flatMap(([key, entry]) => {
      const inner = all.flatMap(({ properties }) => {
        const property = (properties as Record<string, Schema | undefined> | undefined)?.[key];
        return property ? [property] : [];
      });
      return inner.length === 0 ? [`${at}.${key}`] : this.strangers(inner, entry, `${at}.${key}`);
    });
  }

  private branches(schema: Schema): Schema[] {
    const self = this.resolve(schema);
    const inner = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (self[key] as Schema[] | undefined) ?? []);
    return [self, ...inner.flatMap((branch) => this.branches(branch))];
  }

  private resolve(schema: Schema): Schema {
    const pointer = schema.$ref;
    if (typeof pointer !== 'string') return schema;
    const keys = pointer.split('/').slice(1);
    return this.resolve(keys.reduce<unknown>((node, key) => (node as Schema)[key], this.text) as Schema);
  }

  private validate(ajv: Ajv, at: string, schema: Schema, value: unknown): string[] {
    const check = ajv.compile(absolute(schema));
    if (check(value)) return [];
    return (check.errors ?? []).map(({ instancePath, message }) => `${at}${instancePath}: ${message ?? ''}`);
  }
}

const jsonOf = (from: Content | undefined): Schema | undefined => from?.content?.['application/json']?.schema;

/** References of a schema that is taken out of the document lead back into it. */
function absolute(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(absolute);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' && value.startsWith('#') ? `neon${value}` : absolute(value),
    ]),
  );
}

/** OpenAPI 3.0 into JSON Schema. */
function translate(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(translate);
  if (typeof node !== 'object' || node === null) return node;
  const schema = Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'example' && key !== 'examples' && !key.startsWith('x-'))
      .map(([key, value]) => [key, translate(value)]),
  );
  if (schema.nullable !== true) return schema;
  delete schema.nullable;
  return { anyOf: [schema, { type: 'null' }] };
}
