import { createHash } from 'node:crypto';
import { childrenOf, element, parseXml, textAt, writeXml, type XmlElement } from '../../../src/services/aws/xml.js';
import type { Answer, SandboxRequest } from '../json-server.js';
import { AwsSandbox, Refusal, textOf, XML } from './server.js';

/** A bucket, as tests see and change it. Settings are the documents as S3 keeps them; absent = not set. */
export interface Bucket {
  region: string;
  owner: string;
  settings: Partial<Record<Setting, string>>;
  /** Header beside the lifecycle document. */
  minimumSize: string;
  objects: Map<string, { body: string; type: string }>;
}

const SETTINGS = {
  policy: { absent: 'NoSuchBucketPolicy', root: '' },
  cors: { absent: 'NoSuchCORSConfiguration', root: 'CORSConfiguration' },
  publicAccessBlock: { absent: 'NoSuchPublicAccessBlockConfiguration', root: 'PublicAccessBlockConfiguration' },
  ownershipControls: { absent: 'OwnershipControlsNotFoundError', root: 'OwnershipControls' },
  versioning: { absent: null, root: 'VersioningConfiguration' },
  encryption: { absent: null, root: 'ServerSideEncryptionConfiguration' },
  lifecycle: { absent: 'NoSuchLifecycleConfiguration', root: 'LifecycleConfiguration' },
  website: { absent: 'NoSuchWebsiteConfiguration', root: 'WebsiteConfiguration' },
} as const;
export type Setting = keyof typeof SETTINGS;

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
/** Every bucket that sets nothing encrypts with SSE-S3 (since January 2023). */
const DEFAULT_ENCRYPTION =
  '<ServerSideEncryptionConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule><ApplyServerSideEncryptionByDefault>' +
  '<SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled></Rule>' +
  '</ServerSideEncryptionConfiguration>';

/** Emulates the part of Amazon S3 that Rewind's provider and demo use, path-style, with S3's own refusals. */
export class S3Sandbox extends AwsSandbox {
  readonly buckets = new Map<string, Bucket>();
  /** Block public access settings of the whole account: as strict as the bucket's own. */
  accountBlocksPolicies = false;

  createBucket(name: string, changes: Partial<Bucket> = {}): Bucket {
    const bucket: Bucket = {
      region: 'us-east-1',
      owner: '123456789012',
      settings: {},
      minimumSize: 'all_storage_classes_128K',
      objects: new Map(),
      ...changes,
    };
    this.buckets.set(name, bucket);
    return bucket;
  }

  protected operate(request: SandboxRequest): Answer {
    const [, name = '', ...rest] = request.path.split('/');
    const bucket = this.buckets.get(name);
    if (!bucket) throw new Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist');
    const owner = request.headers['x-amz-expected-bucket-owner'];
    if (owner !== undefined && owner !== bucket.owner) throw new Refusal(403, 'AccessDenied', 'Access Denied');
    const key = rest.join('/');
    if (key !== '') return this.object(bucket, key, request);
    const setting = (Object.keys(SETTINGS) as Setting[]).find((each) => request.query.has(each));
    if (setting) return this.setting(bucket, setting, request);
    if (request.method === 'GET') return list(name, bucket, request.query.get('prefix') ?? '');
    throw new Refusal(
      501,
      'NotImplemented',
      'A header or query you provided implies functionality that is not implemented',
    );
  }

  protected errorBody(code: string, message: string, requestId: string): string {
    return `${XML}<Error><Code>${code}</Code><Message>${message}</Message><RequestId>${requestId}</RequestId><HostId>h</HostId></Error>`;
  }

  private setting(bucket: Bucket, setting: Setting, request: SandboxRequest): Answer {
    const { absent, root } = SETTINGS[setting];
    if (request.method === 'GET') {
      const found = bucket.settings[setting] ?? defaultOf(setting);
      if (found === undefined)
        throw new Refusal(404, absent ?? 'NoSuchKey', `The ${setting} configuration does not exist`);
      return {
        status: 200,
        headers: {
          'content-type': setting === 'policy' ? 'application/json' : 'application/xml',
          ...(setting === 'lifecycle' ? { 'x-amz-transition-default-minimum-object-size': bucket.minimumSize } : {}),
        },
        body: found,
      };
    }
    if (request.method === 'DELETE') {
      if (setting === 'versioning') throw new Refusal(405, 'MethodNotAllowed', 'The specified method is not allowed');
      bucket.settings = { ...bucket.settings, [setting]: undefined };
      return { status: 204 };
    }
    if (request.method !== 'PUT') throw new Refusal(405, 'MethodNotAllowed', 'The specified method is not allowed');
    if (setting === 'policy') this.putPolicy(bucket, textOf(request));
    else bucket.settings[setting] = accepted(setting, root, textOf(request), bucket);
    if (setting === 'lifecycle') {
      const size = request.headers['x-amz-transition-default-minimum-object-size'];
      bucket.minimumSize = typeof size === 'string' ? size : 'all_storage_classes_128K';
    }
    return { status: setting === 'policy' ? 204 : 200 };
  }

  private putPolicy(bucket: Bucket, text: string): void {
    const policy = policyOf(text);
    const block = bucket.settings.publicAccessBlock;
    const blocks = block !== undefined && textAt(parseXml(block), 'BlockPublicPolicy') === 'true';
    if (isPublic(policy) && (blocks || this.accountBlocksPolicies)) {
      throw new Refusal(
        403,
        'AccessDenied',
        'User: arn:aws:iam::123456789012:user/rewind is not authorized to perform: s3:PutBucketPolicy because public policies are blocked by the BlockPublicPolicy block public access setting.',
      );
    }
    bucket.settings.policy = rewritten(policy);
  }

  private object(bucket: Bucket, key: string, request: SandboxRequest): Answer {
    const found = bucket.objects.get(key);
    switch (request.method) {
      case 'PUT':
        bucket.objects.set(key, {
          body: textOf(request),
          type: request.headers['content-type'] ?? 'binary/octet-stream',
        });
        return { status: 200, headers: { etag: etag(textOf(request)) } };
      case 'DELETE':
        bucket.objects.delete(key);
        return { status: 204 };
      default:
        if (!found) throw new Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
        return { status: 200, headers: { 'content-type': found.type, etag: etag(found.body) }, body: found.body };
    }
  }
}

function defaultOf(setting: Setting): string | undefined {
  if (setting === 'versioning') return `${XML}<VersioningConfiguration xmlns="${NAMESPACE}"/>`;
  return setting === 'encryption' ? DEFAULT_ENCRYPTION : undefined;
}

/** The document as S3 would keep it. @throws Refusal */
function accepted(setting: Setting, root: string, body: string, bucket: Bucket): string {
  const document = parseXml(body);
  if (document.name !== root || (document.children.length === 0 && setting !== 'website')) {
    throw new Refusal(400, 'MalformedXML', 'The XML you provided was not well-formed or did not validate');
  }
  if (setting === 'cors') {
    const rules = childrenOf(document, 'CORSRule');
    if (rules.length > 100) throw new Refusal(400, 'InvalidRequest', 'The number of CORS rules should not exceed 100');
    for (const rule of rules) {
      for (const { text } of childrenOf(rule, 'AllowedMethod')) {
        if (!['GET', 'PUT', 'POST', 'DELETE', 'HEAD'].includes(text)) {
          throw new Refusal(
            400,
            'InvalidRequest',
            `Found unsupported HTTP method in CORS config. Unsupported method is ${text}`,
          );
        }
      }
    }
  }
  if (setting === 'versioning') {
    const before = bucket.settings.versioning;
    const mfa = before === undefined ? undefined : textAt(parseXml(before), 'MfaDelete');
    if (mfa === 'Enabled') throw new Refusal(403, 'AccessDenied', 'Mfa Authentication must be used for this request');
  }
  if (setting === 'publicAccessBlock') {
    // S3 answers all four, whatever was sent.
    const names = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];
    const all: XmlElement[] = names.map((name) => element(name, textAt(document, name) ?? 'false'));
    return writeXml(element(root, all), NAMESPACE);
  }
  return writeXml(document, NAMESPACE);
}

interface Policy {
  Statement: Record<string, unknown>[];
  [key: string]: unknown;
}

function policyOf(text: string): Policy {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'MalformedPolicy', 'This policy contains invalid Json');
  }
  const policy = parsed as Partial<Policy>;
  const statements = [policy.Statement ?? []].flat();
  if (statements.length === 0) throw new Refusal(400, 'MalformedPolicy', 'Missing required field Statement');
  for (const statement of statements) {
    if (statement.Principal === undefined && statement.NotPrincipal === undefined) {
      throw new Refusal(400, 'MalformedPolicy', 'Missing required field Principal');
    }
    if (statement.Resource === undefined && statement.NotResource === undefined) {
      throw new Refusal(400, 'MalformedPolicy', 'Missing required field Resource');
    }
  }
  return { ...policy, Statement: statements };
}

function isPublic({ Statement }: Policy): boolean {
  return Statement.some(({ Effect, Principal, Condition }) => {
    const everyone = Principal === '*' || (Principal as { AWS?: unknown } | undefined)?.AWS === '*';
    return Effect === 'Allow' && everyone && Condition === undefined;
  });
}

/** S3 stores what it understood, not what it was sent: lists of one become strings, account ids become root ARNs. */
function rewritten(policy: Policy): string {
  return JSON.stringify(policy, (key, value: unknown) => {
    if (key !== 'Statement' && Array.isArray(value) && value.length === 1) return value[0] as unknown;
    if (key === 'AWS' && typeof value === 'string' && /^\d{12}$/.test(value)) return `arn:aws:iam::${value}:root`;
    return value;
  });
}

function list(name: string, bucket: Bucket, prefix: string): Answer {
  const keys = [...bucket.objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const contents = keys.map((key) =>
    element('Contents', [
      element('Key', key),
      element('LastModified', '2026-01-01T00:00:00.000Z'),
      element('ETag', etag(bucket.objects.get(key)?.body ?? '')),
      element('Size', String(Buffer.byteLength(bucket.objects.get(key)?.body ?? ''))),
      element('StorageClass', 'STANDARD'),
    ]),
  );
  const head = [
    element('Name', name),
    element('Prefix', prefix),
    element('KeyCount', String(keys.length)),
    element('MaxKeys', '1000'),
    element('IsTruncated', 'false'),
  ];
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: writeXml(element('ListBucketResult', [...head, ...contents]), NAMESPACE),
  };
}

const etag = (body: string): string => `"${createHash('md5').update(body).digest('hex')}"`;
