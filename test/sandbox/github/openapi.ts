import { createRequire } from 'node:module';

/**
 * GitHub's own OpenAPI description of its REST API (npm `@octokit/openapi`), against which requests and answers are
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
interface OperationText {
  readonly operationId: string;
  readonly externalDocs: { readonly url: string };
  readonly parameters: readonly Schema[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Schema>>;
}
interface Text {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationText | undefined>>>>;
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

export interface Asked {
  readonly method: string;
  /** `/repos/acme/shop/deployments` */
  readonly path: string;
  readonly query?: URLSearchParams;
  readonly body?: unknown;
}

/** An operation of the description, with what stands in its path's brackets. */
export interface Found {
  readonly id: string;
  /** Address of its documentation. */
  readonly docs: string;
  readonly template: string;
  readonly text: OperationText;
  readonly parameters: Readonly<Record<string, string>>;
}

export class Description {
  readonly version: string;
  private readonly text: Text;
  private readonly ajv: Ajv;
  private readonly strings: Ajv;
  private readonly templates: { template: string; pattern: RegExp; holes: number }[];
  private readonly compiled = new Map<string, Validate>();

  constructor() {
    this.text = translate(load('@octokit/openapi/generated/api.github.com.json')) as Text;
    this.version = this.text.info.version;
    this.templates = Object.keys(this.text.paths).map((template) => {
      // Names of environments and branches may hold slashes; numbers may not.
      const pattern = template.replace(/\{(\w+)\}/g, (_, name: string) =>
        name === 'environment_name' ||
        name === 'basehead' ||
        /(\/git\/(matching-refs|ref)\/\{ref|\/rules\/branches\/\{branch)\}$/.test(template)
          ? `(?<${name}>.+)`
          : `(?<${name}>[^/]+)`,
      );
      return { template, pattern: new RegExp(`^${pattern}$`), holes: template.split('{').length };
    });
    const options = { strict: false, validateSchema: false, inlineRefs: false, logger: false, allErrors: true };
    this.ajv = addFormats(new Ajv(options)).addSchema(this.text, 'github');
    this.strings = addFormats(new Ajv({ ...options, coerceTypes: true })).addSchema(this.text, 'github');
  }

  /** @returns undefined for what GitHub does not describe */
  find({ method, path }: Asked): Found | undefined {
    const fitting = this.templates.flatMap(({ template, pattern, holes }) => {
      const text = this.text.paths[template]?.[method.toLowerCase()];
      const match = text && pattern.exec(path);
      return text && match ? [{ template, holes, text, parameters: { ...match.groups } }] : [];
    });
    const best = fitting.sort((a, b) => a.holes - b.holes || b.template.length - a.template.length)[0];
    return best && { ...best, id: best.text.operationId, docs: best.text.externalDocs.url };
  }

  /** What is wrong with a request; empty when GitHub would understand it. */
  requestProblems(asked: Asked): string[] {
    const found = this.find(asked);
    if (!found) return [`${asked.method} ${asked.path} is not described`];
    const known = found.text.parameters.map((parameter) => this.resolve(parameter) as unknown as Parameter);
    const problems: string[] = [];
    for (const parameter of known.filter((entry) => entry.in === 'path')) {
      problems.push(...this.parameterProblems(found, parameter, found.parameters[parameter.name] ?? ''));
    }
    for (const [name, value] of asked.query ?? []) {
      const parameter = known.find((entry) => entry.in === 'query' && entry.name === name);
      problems.push(...(parameter ? this.parameterProblems(found, parameter, value) : [`?${name} is not described`]));
    }
    const schema = found.text.requestBody?.content?.['application/json']?.schema;
    if (schema) {
      problems.push(...this.problems(this.ajv, `${found.id} body`, schema, asked.body ?? {}));
      problems.push(...this.undescribed(schema, asked.body).map((field) => `body ${field} is not described`));
    } else if (asked.body !== undefined) {
      problems.push('a body is not described');
    }
    return problems;
  }

  private parameterProblems({ id }: Found, { name, schema }: Parameter, value: string): string[] {
    const object = { type: 'object', properties: { [name]: schema } };
    return this.problems(this.strings, `${id} parameter ${name}`, object, { [name]: value });
  }

  /** Does the description name this status for the operation? */
  names(found: Found, status: number): boolean {
    return String(status) in found.text.responses;
  }

  /** Schema of an answer: undefined where it has no body. An error that is not named has GitHub's usual shape. */
  schemaOf(found: Found, status: number): Schema | undefined {
    const response = found.text.responses[String(status)];
    if (!response && status >= 400) return { $ref: '#/components/schemas/basic-error' };
    return (this.resolve(response ?? {}) as Content).content?.['application/json']?.schema;
  }

  /** What is wrong with the body of an answer; empty when it is as described. */
  answerProblems(found: Found, status: number, body: unknown): string[] {
    const schema = this.schemaOf(found, status);
    // 409 of a deployment is described without a body and has one.
    if (!schema) return body === undefined || status >= 400 ? [] : [`${found.id} ${status}: no body is described`];
    return this.problems(this.ajv, `${found.id} ${status}`, schema, body);
  }

  /** Fields that a value has and its schema does not name: `[].head.repo.extra`. */
  undescribed(schema: Schema, value: unknown): string[] {
    return [...new Set(this.strangers([schema], value, ''))];
  }

  private strangers(schemas: readonly Schema[], value: unknown, at: string): string[] {
    const all = schemas.flatMap((schema) => this.branches(schema));
    if (Array.isArray(value)) {
      const items = all.flatMap(({ items: each }) => (each ? [each as Schema] : []));
      return value.flatMap((entry) => this.strangers(items, entry, `${at}[]`));
    }
    if (typeof value !== 'object' || value === null) return [];
    // Without properties it may hold anything.
    if (!all.some(({ properties }) => properties !== undefined)) return [];
    return Object.entries(value).flatMap(([key, entry]) => {
      const inner = all.flatMap(({ properties }) => {
        const property = (properties as Record<string, Schema> | undefined)?.[key];
        return property ? [property] : [];
      });
      return inner.length === 0 ? [`${at}.${key}`] : this.strangers(inner, entry, `${at}.${key}`);
    });
  }

  /** Copies of a value that lack one field which the schema requires: none of them may pass. */
  *mutants(schema: Schema, value: unknown, at = ''): Generator<{ readonly at: string; readonly value: unknown }> {
    const all = this.branches(schema).filter((branch) => 'properties' in branch || 'items' in branch);
    const [only] = all;
    // Where there is a choice, what one branch requires another may do without.
    if (!only || all.length > 1 || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      const [head, ...rest] = value as unknown[];
      for (const mutant of this.mutants((only.items ?? {}) as Schema, head, `${at}[]`)) {
        yield { at: mutant.at, value: [mutant.value, ...rest] };
      }
      return;
    }
    const properties = (only.properties ?? {}) as Record<string, Schema>;
    for (const [key, inner] of Object.entries(value)) {
      if ((only.required as string[] | undefined)?.includes(key)) {
        yield { at: `${at}.${key}`, value: Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) };
      }
      for (const mutant of this.mutants(properties[key] ?? {}, inner, `${at}.${key}`)) {
        yield { at: mutant.at, value: { ...value, [key]: mutant.value } };
      }
    }
  }

  private branches(schema: Schema): Schema[] {
    const self = this.resolve(schema);
    const inner = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (self[key] as Schema[] | undefined) ?? []);
    return [self, ...inner.flatMap((branch) => this.branches(branch))];
  }

  private resolve(schema: Schema): Schema {
    const pointer = schema.$ref;
    if (typeof pointer !== 'string') return schema;
    const target = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], this.text);
    return this.resolve(target as Schema);
  }

  private problems(ajv: Ajv, key: string, schema: Schema, value: unknown): string[] {
    let validate = this.compiled.get(key);
    if (!validate) {
      validate = ajv.compile(absolute(schema));
      this.compiled.set(key, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${key}${instancePath}: ${message ?? ''}`);
  }
}

/** References of a schema that is taken out of the document lead back into it. */
function absolute(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(absolute);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' && value.startsWith('#') ? `github${value}` : absolute(value),
    ]),
  );
}

/** OpenAPI 3.0 into JSON Schema: `nullable`, and texts that the description itself says may be empty. */
function translate(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(translate);
  if (typeof node !== 'object' || node === null) return node;
  const schema: Schema = {};
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'example' && key !== 'examples' && !key.startsWith('x-')) schema[key] = translate(value);
  }
  // `format: uri` with `default: ''` contradicts itself: the empty text is what GitHub sends.
  if (schema.format === 'uri' && schema.default === '') delete schema.format;
  if (schema.nullable !== true) return schema;
  delete schema.nullable;
  return { anyOf: [schema, { type: 'null' }] };
}
