import { child, element, parseXml, textAt, writeXml, type XmlElement } from '../../../src/services/aws/xml.js';
import {
  checkConfig,
  checkFunctionConfig,
  checkQuantities,
  functionsIn,
  items,
  withDefaults,
} from './cloudfront-rules.js';
import type { Answer, SandboxRequest } from '../json-server.js';
import { AwsSandbox, Refusal, textOf, XML } from './server.js';

export interface SandboxDistribution {
  readonly id: string;
  config: XmlElement;
  etag: string;
  /** Milliseconds since 1970. */
  modified: number;
  invalidations: SandboxInvalidation[];
}

export interface SandboxInvalidation {
  readonly id: string;
  readonly created: number;
  readonly reference: string;
  readonly paths: readonly string[];
}

export interface SandboxStage {
  config: XmlElement;
  code: Buffer;
  etag: string;
  modified: number;
}

export interface SandboxFunction {
  readonly name: string;
  readonly created: number;
  development: SandboxStage;
  live: SandboxStage | null;
}

const NAMESPACE = 'http://cloudfront.amazonaws.com/doc/2020-05-31/';
const ACCOUNT = '123456789012';
/** Invalidations with wildcards that may be in progress at once. */
const MOST_WILDCARDS = 15;
const MOST_PATHS = 3000;

type Handler = (request: SandboxRequest, ...parts: string[]) => Answer;

/**
 * Emulates the part of Amazon CloudFront that Rewind's provider and demo use: distributions, CloudFront Functions and
 * invalidations, with CloudFront's own refusals. Its answers are held against the official description of the API.
 */
export class CloudFrontSandbox extends AwsSandbox {
  readonly distributions = new Map<string, SandboxDistribution>();
  readonly functions = new Map<string, SandboxFunction>();
  readonly deploymentPolicies = new Set<string>();
  /** Access key ids that have expired; IAM actions that nobody may do. */
  readonly expired = new Set<string>();
  readonly denied = new Set<string>();
  /** Milliseconds until an update is Deployed, and an invalidation Completed. */
  deployMs = 0;
  invalidateMs = 0;
  now = (): number => Date.now();
  private last = 0;
  private serial = 0;

  constructor() {
    super();
    const add = (method: string, path: string, action: string, handler: Handler): void =>
      this.route(method, `/2020-05-31/${path}`, (request, params) => {
        this.authorize(request, action);
        return handler(request, ...Object.values(params));
      });
    add('POST', 'distribution', 'CreateDistribution', (request) => this.create(request));
    add('GET', 'distribution/:id', 'GetDistribution', (_, id) => this.answer(this.find(id)));
    add('GET', 'distribution/:id/config', 'GetDistributionConfig', (_, id) => this.configOf(this.find(id)));
    add('PUT', 'distribution/:id/config', 'UpdateDistribution', (request, id) => this.update(request, this.find(id)));
    add('DELETE', 'distribution/:id', 'DeleteDistribution', (request, id) => this.remove(request, this.find(id)));
    const invalidation = 'distribution/:id/invalidation';
    add('POST', invalidation, 'CreateInvalidation', (request, id) => this.invalidate(request, this.find(id)));
    add('GET', invalidation, 'ListInvalidations', (request, id) => this.listInvalidations(request, this.find(id)));
    add('GET', `${invalidation}/:one`, 'GetInvalidation', (_, id, one) => this.getInvalidation(this.find(id), one));
    const one = 'function/:name';
    add('POST', 'function', 'CreateFunction', (request) => this.createFunction(request));
    add('GET', `${one}/describe`, 'DescribeFunction', (request, name) =>
      this.describe(this.findFunction(name), stageOf(request)),
    );
    add('GET', one, 'GetFunction', (request, name) => this.code(this.findFunction(name), stageOf(request)));
    add('PUT', one, 'UpdateFunction', (request, name) => this.updateFunction(request, this.findFunction(name)));
    add('POST', `${one}/publish`, 'PublishFunction', (request, name) => this.publish(request, this.findFunction(name)));
    add('DELETE', one, 'DeleteFunction', (request, name) => this.removeFunction(request, this.findFunction(name)));
  }

  protected operate(request: SandboxRequest): Answer {
    return this.routed(request);
  }

  protected override notFound(): Answer {
    return this.refuse(404, 'UnknownOperation', 'No such operation.');
  }

  protected errorBody(code: string, message: string, requestId: string): string {
    return `${XML}<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  }

  private authorize({ headers }: SandboxRequest, action: string): void {
    const key = /Credential=([^/]+)\//.exec(headers.authorization ?? '')?.[1];
    if (key === undefined)
      throw new Refusal(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token');
    if (this.expired.has(key)) {
      throw new Refusal(403, 'ExpiredToken', 'The security token included in the request is expired');
    }
    if (this.denied.has(action)) {
      throw new Refusal(
        403,
        'AccessDenied',
        `User: arn:aws:iam::${ACCOUNT}:user/rewind is not authorized to perform: cloudfront:${action} because no identity-based policy allows the cloudfront:${action} action`,
      );
    }
  }

  // --- distributions

  private find(id = ''): SandboxDistribution {
    const found = this.distributions.get(id);
    if (!found) throw new Refusal(404, 'NoSuchDistribution', 'The specified distribution does not exist.');
    return found;
  }

  private create(request: SandboxRequest): Answer {
    const config = withDefaults(parsed(request, 'DistributionConfig'));
    const reference = textAt(config, 'CallerReference');
    for (const other of this.distributions.values()) {
      if (textAt(other.config, 'CallerReference') === reference) {
        throw new Refusal(
          409,
          'DistributionAlreadyExists',
          'The caller reference that you are using is already in use.',
        );
      }
    }
    checkConfig(config, undefined, this.around(undefined));
    const id = `E${this.mark()}`;
    const made = { id, config, etag: `E${this.mark()}`, modified: this.tick(), invalidations: [] };
    this.distributions.set(id, made);
    return this.answer(made, 201);
  }

  private update(request: SandboxRequest, at: SandboxDistribution): Answer {
    mustMatch(request, at.etag);
    const config = parsed(request, 'DistributionConfig');
    checkConfig(config, at.config, this.around(at));
    this.change(at, config);
    return this.answer(at);
  }

  /** As an update that somebody makes in the console; nothing is checked. */
  change(at: SandboxDistribution, config: XmlElement): void {
    Object.assign(at, { config, etag: `E${this.mark()}`, modified: this.tick() });
  }

  private remove(request: SandboxRequest, at: SandboxDistribution): Answer {
    mustMatch(request, at.etag);
    if (textAt(at.config, 'Enabled') !== 'false' || this.statusOf(at) !== 'Deployed') {
      throw new Refusal(
        409,
        'DistributionNotDisabled',
        'The distribution you are trying to delete has not been disabled.',
      );
    }
    this.distributions.delete(at.id);
    return { status: 204 };
  }

  private around(at: SandboxDistribution | undefined) {
    const others = [...this.distributions.values()].filter((each) => each !== at);
    const published = [...this.functions.values()].filter(({ live }) => live !== null);
    return {
      publishedFunctions: new Set(published.map(({ name }) => arnOf(name))),
      deploymentPolicies: this.deploymentPolicies,
      takenAliases: new Set(others.flatMap(({ config }) => items(config, 'Aliases').map(({ text }) => text))),
    };
  }

  statusOf({ modified }: SandboxDistribution): 'InProgress' | 'Deployed' {
    return this.deployMs > 0 && this.now() - modified < this.deployMs ? 'InProgress' : 'Deployed';
  }

  private answer(at: SandboxDistribution, status = 200): Answer {
    const pending = at.invalidations.filter((each) => this.invalidationStatus(each) === 'InProgress').length;
    const nobody = (name: string) => element(name, [element('Enabled', 'false'), element('Quantity', '0')]);
    const body = element('Distribution', [
      element('Id', at.id),
      element('ARN', `arn:aws:cloudfront::${ACCOUNT}:distribution/${at.id}`),
      element('Status', this.statusOf(at)),
      element('LastModifiedTime', time(at.modified)),
      element('InProgressInvalidationBatches', String(pending)),
      element('DomainName', `${at.id.toLowerCase()}.cloudfront.net`),
      nobody('ActiveTrustedSigners'),
      nobody('ActiveTrustedKeyGroups'),
      at.config,
      element('AliasICPRecordals'),
    ]);
    const place = { location: `https://cloudfront.amazonaws.com/2020-05-31/distribution/${at.id}` };
    return document(body, status, { etag: at.etag, ...(status === 201 ? place : {}) });
  }

  private configOf({ config, etag }: SandboxDistribution): Answer {
    return document(config, 200, { etag });
  }

  // --- invalidations

  private invalidate(request: SandboxRequest, at: SandboxDistribution): Answer {
    const batch = parsed(request, 'InvalidationBatch');
    checkQuantities(batch);
    const paths = items(batch, 'Paths').map(({ text }) => text);
    const reference = textAt(batch, 'CallerReference') ?? '';
    if (reference === '' || paths.length === 0 || paths.some((path) => !path.startsWith('/'))) {
      throw new Refusal(400, 'InvalidArgument', 'Your request contains one or more invalid invalidation paths.');
    }
    if (paths.length > MOST_PATHS)
      throw new Refusal(413, 'BatchTooLarge', 'Invalidation batch specified is too large.');
    const earlier = at.invalidations.find((each) => each.reference === reference);
    if (earlier) {
      if (JSON.stringify(earlier.paths) === JSON.stringify(paths)) return this.invalidationAnswer(at, earlier, 201);
      throw new Refusal(409, 'InvalidationBatchAlreadyExists', 'The caller reference was used with other paths.');
    }
    const wildcards = at.invalidations.filter(
      (each) => this.invalidationStatus(each) === 'InProgress' && each.paths.some((path) => path.endsWith('*')),
    );
    if (wildcards.length >= MOST_WILDCARDS && paths.some((path) => path.endsWith('*'))) {
      throw new Refusal(
        400,
        'TooManyInvalidationsInProgress',
        'Processing your request will cause you to exceed the maximum number of in-progress wildcard invalidations.',
      );
    }
    const made = { id: `I${this.mark()}`, created: this.tick(), reference, paths };
    at.invalidations.unshift(made);
    return this.invalidationAnswer(at, made, 201);
  }

  private listInvalidations({ query }: SandboxRequest, at: SandboxDistribution): Answer {
    const most = Number(query.get('MaxItems') ?? '100');
    const marker = query.get('Marker') ?? '';
    const from = marker === '' ? 0 : at.invalidations.findIndex(({ id }) => id === marker) + 1;
    const page = at.invalidations.slice(from, from + most);
    const summaries = page.map((each) =>
      element('InvalidationSummary', [
        element('Id', each.id),
        element('CreateTime', time(each.created)),
        element('Status', this.invalidationStatus(each)),
      ]),
    );
    const more = from + page.length < at.invalidations.length;
    return document(element('InvalidationList', paged(summaries, marker, most, more, page.at(-1)?.id)), 200);
  }

  private getInvalidation(at: SandboxDistribution, id = ''): Answer {
    const found = at.invalidations.find((each) => each.id === id);
    if (!found) throw new Refusal(404, 'NoSuchInvalidation', 'The specified invalidation does not exist.');
    return this.invalidationAnswer(at, found, 200);
  }

  private invalidationStatus({ created }: SandboxInvalidation): 'InProgress' | 'Completed' {
    return this.invalidateMs > 0 && this.now() - created < this.invalidateMs ? 'InProgress' : 'Completed';
  }

  private invalidationAnswer(at: SandboxDistribution, made: SandboxInvalidation, status: number): Answer {
    const paths = made.paths.map((path) => element('Path', path));
    const body = element('Invalidation', [
      element('Id', made.id),
      element('Status', this.invalidationStatus(made)),
      element('CreateTime', time(made.created)),
      element('InvalidationBatch', [
        element('Paths', [element('Quantity', String(paths.length)), element('Items', paths)]),
        element('CallerReference', made.reference),
      ]),
    ]);
    const location = `https://cloudfront.amazonaws.com/2020-05-31/distribution/${at.id}/invalidation/${made.id}`;
    return document(body, status, status === 201 ? { location } : {});
  }

  // --- functions

  private findFunction(name = ''): SandboxFunction {
    const found = this.functions.get(name);
    if (!found) throw noSuchFunction();
    return found;
  }

  private createFunction(request: SandboxRequest): Answer {
    const body = parsed(request, 'CreateFunctionRequest');
    const name = textAt(body, 'Name') ?? '';
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(name))
      throw new Refusal(400, 'InvalidArgument', 'The function name is not valid.');
    if (this.functions.has(name)) {
      throw new Refusal(409, 'FunctionAlreadyExists', 'A function with the same name already exists in this account.');
    }
    const development = this.stage(body);
    const made = { name, created: development.modified, development, live: null };
    this.functions.set(name, made);
    return this.describe(made, 'DEVELOPMENT', 201);
  }

  private updateFunction(request: SandboxRequest, at: SandboxFunction): Answer {
    mustMatch(request, at.development.etag);
    at.development = this.stage(parsed(request, 'UpdateFunctionRequest'));
    const answer = this.describe(at, 'DEVELOPMENT');
    // Not a slip of ours: the official description spells the header of this one answer "ETtag".
    return { ...answer, headers: { ...answer.headers, ettag: at.development.etag } };
  }

  /** LIVE gets what DEVELOPMENT holds, and a version of its own. */
  private publish(request: SandboxRequest, at: SandboxFunction): Answer {
    mustMatch(request, at.development.etag);
    at.live = { ...at.development, etag: `E${this.mark()}`, modified: this.tick() };
    return this.describe(at, 'LIVE');
  }

  private removeFunction(request: SandboxRequest, at: SandboxFunction): Answer {
    mustMatch(request, at.development.etag);
    for (const { config } of this.distributions.values()) {
      if (functionsIn(config).includes(arnOf(at.name))) {
        throw new Refusal(
          409,
          'FunctionInUse',
          'Cannot delete the function, it is in use by one or more distributions.',
        );
      }
    }
    this.functions.delete(at.name);
    return { status: 204 };
  }

  private stage(body: XmlElement): SandboxStage {
    const code = Buffer.from(textAt(body, 'FunctionCode') ?? '', 'base64');
    const config = checkFunctionConfig(child(body, 'FunctionConfig'), code);
    return { config, code, etag: `E${this.mark()}`, modified: this.tick() };
  }

  private describe(at: SandboxFunction, which: Stage, status = 200): Answer {
    const found = stageIn(at, which);
    const inUse = [...this.distributions.values()].some(({ config }) => functionsIn(config).includes(arnOf(at.name)));
    const body = element('FunctionSummary', [
      element('Name', at.name),
      element('Status', which === 'DEVELOPMENT' ? 'UNPUBLISHED' : inUse ? 'DEPLOYED' : 'UNASSOCIATED'),
      found.config,
      element('FunctionMetadata', [
        element('FunctionARN', arnOf(at.name)),
        element('Stage', which),
        element('CreatedTime', time(at.created)),
        element('LastModifiedTime', time(found.modified)),
      ]),
    ]);
    const location = `https://cloudfront.amazonaws.com/2020-05-31/function/${arnOf(at.name)}`;
    return document(body, status, { etag: found.etag, ...(status === 201 ? { location } : {}) });
  }

  private code(at: SandboxFunction, which: Stage): Answer {
    const { code, etag } = stageIn(at, which);
    return { status: 200, headers: { etag, 'content-type': 'application/octet-stream' }, body: code.toString('utf8') };
  }

  // --- time and names

  /** Each write has a moment of its own. */
  private tick(): number {
    this.last = Math.max(this.now(), this.last + 1);
    return this.last;
  }

  private mark(): string {
    this.serial += 1;
    return `${(this.serial * 7919 + 1_000_003).toString(36).toUpperCase()}${String(this.serial).padStart(8, '0')}`;
  }
}

type Stage = 'LIVE' | 'DEVELOPMENT';

function stageOf({ query }: SandboxRequest): Stage {
  return query.get('Stage') === 'LIVE' ? 'LIVE' : 'DEVELOPMENT';
}

function stageIn(at: SandboxFunction, which: Stage): SandboxStage {
  const found = which === 'LIVE' ? at.live : at.development;
  if (!found) throw noSuchFunction();
  return found;
}

const noSuchFunction = (): Refusal =>
  new Refusal(404, 'NoSuchFunctionExists', 'The specified function does not exist.');
export const arnOf = (name: string): string => `arn:aws:cloudfront::${ACCOUNT}:function/${name}`;
const time = (at: number): string => new Date(at).toISOString();

function mustMatch({ headers }: SandboxRequest, etag: string): void {
  const given = headers['if-match'];
  if (given === undefined || given === '') {
    throw new Refusal(400, 'InvalidIfMatchVersion', 'The If-Match version is missing or not valid for the resource.');
  }
  if (given !== etag) {
    throw new Refusal(
      412,
      'PreconditionFailed',
      'The request failed because it didn’t meet the preconditions in one or more request-header fields.',
    );
  }
}

function parsed(request: SandboxRequest, root: string): XmlElement {
  if (request.bytes.length === 0)
    throw new Refusal(400, 'MissingBody', 'This operation requires a body. Ensure that the body is present.');
  const found = parseXml(textOf(request));
  if (found.name !== root) throw new Refusal(400, 'MalformedXML', `Expected ${root}.`);
  return found;
}

function document(root: XmlElement, status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'text/xml', ...headers }, body: writeXml(root, NAMESPACE) };
}

function paged(found: readonly XmlElement[], marker: string, most: number, more: boolean, next = ''): XmlElement[] {
  return [
    element('Marker', marker),
    ...(more ? [element('NextMarker', next)] : []),
    element('MaxItems', String(most)),
    element('IsTruncated', String(more)),
    element('Quantity', String(found.length)),
    ...(found.length > 0 ? [element('Items', found)] : []),
  ];
}
