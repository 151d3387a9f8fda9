import { createHash } from 'node:crypto';
import { childrenOf, element, parseXml, textAt, writeXml, type XmlElement } from '../../../src/services/aws/xml.js';
import type { Answer, SandboxRequest } from '../json-server.js';
import { S3Sandbox } from './s3.js';
import { Refusal, textOf, XML } from './server.js';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
/** S3 refuses a smaller part, unless it is the last. */
const SMALLEST_PART = 5 * 1024 * 1024;

/** What is stored beside the content. */
export interface Protection {
  readonly lock?: { readonly mode: string; readonly until: Date };
  readonly encryption?: string;
  readonly kmsKey?: string;
}

export interface ObjectVersion extends Protection {
  readonly versionId: string;
  /** Pieces, so that large content is not copied. Undefined for a delete marker. */
  readonly content: readonly Buffer[] | undefined;
  readonly bytes: number;
  readonly etag: string;
  /** SHA-256, base64; of several parts with `-N` after it. */
  readonly sha256?: string;
}

interface Part {
  readonly data: Buffer;
  readonly etag: string;
  readonly sha256?: string;
}

export interface Upload extends Protection {
  readonly id: string;
  readonly key: string;
  readonly initiated: Date;
  readonly algorithm: string | undefined;
  readonly parts: Map<number, Part>;
}

/** The content of one bucket. */
export interface Content {
  readonly versioned: boolean;
  readonly objectLock: boolean;
  /** Oldest version first. */
  readonly versions: Map<string, ObjectVersion[]>;
  readonly uploads: Map<string, Upload>;
  /** Answers of completed uploads, by id. */
  readonly completed: Map<string, Answer>;
}

/**
 * Adds to the S3 emulator what a store needs: binary objects with versions, ranges and checksums, multipart uploads,
 * object lock. Refuses what S3 refuses: wrong checksums, small parts, parts in the wrong order, finished uploads.
 */
export class S3ObjectsSandbox extends S3Sandbox {
  readonly contents = new Map<string, Content>();
  /** Entries on one page of a listing (S3: 1000). */
  pageSize = 1000;
  /** S3 answers a repeated completion as it did the first time; others (MinIO, moto) say NoSuchUpload. */
  repeatsCompletion = true;
  /** Moment at which uploads begin, for tests of leftovers. */
  now: () => Date = () => new Date();
  private next = 0;

  createStore(name: string, { versioned = false, objectLock = false } = {}): Content {
    this.createBucket(name);
    const content: Content = {
      versioned: versioned || objectLock,
      objectLock,
      versions: new Map(),
      uploads: new Map(),
      completed: new Map(),
    };
    if (content.versioned) {
      const bucket = this.buckets.get(name);
      if (bucket) {
        bucket.settings.versioning = `<VersioningConfiguration xmlns="${NAMESPACE}"><Status>Enabled</Status></VersioningConfiguration>`;
      }
    }
    this.contents.set(name, content);
    return content;
  }

  removeStore(name: string): void {
    this.contents.delete(name);
    this.buckets.delete(name);
  }

  /** Whole content of the latest version; undefined when there is none. */
  latest(name: string, key: string): ObjectVersion | undefined {
    const version = this.contents.get(name)?.versions.get(key)?.at(-1);
    return version?.content ? version : undefined;
  }

  protected override operate(request: SandboxRequest): Answer {
    const [, name = '', ...rest] = request.path.split('/');
    const content = this.contents.get(name);
    const bucket = this.buckets.get(name);
    if (!content || !bucket) return super.operate(request);
    const owner = request.headers['x-amz-expected-bucket-owner'];
    if (owner !== undefined && owner !== bucket.owner) throw new Refusal(403, 'AccessDenied', 'Access Denied');
    if (request.headers['content-encoding']?.includes('aws-chunked') === true) {
      throw new Refusal(501, 'NotImplemented', 'This emulator does not read aws-chunked bodies');
    }
    const key = rest.join('/');
    if (key !== '') return this.ofKey(name, content, key, request);
    if (request.query.has('uploads')) return this.listUploads(name, content, request.query);
    if (request.query.get('list-type') === '2') return this.listObjects(name, content, request.query);
    if (request.query.has('object-lock')) return lockConfiguration(content);
    if (request.query.has('policyStatus')) return policyStatus(bucket.settings.policy);
    return super.operate(request);
  }

  private ofKey(name: string, content: Content, key: string, request: SandboxRequest): Answer {
    const { method, query } = request;
    if (method === 'POST' && query.has('uploads')) return this.begin(name, content, key, request);
    const uploadId = query.get('uploadId');
    if (uploadId !== null) {
      const upload = content.uploads.get(uploadId);
      const completed = this.repeatsCompletion ? content.completed.get(uploadId) : undefined;
      if (method === 'POST' && completed) return completed;
      if (!upload || upload.key !== key) {
        throw new Refusal(
          404,
          'NoSuchUpload',
          'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
        );
      }
      if (method === 'PUT') return putPart(upload, request);
      if (method === 'POST') return this.complete(name, content, upload, request);
      if (method === 'GET') return listParts(name, upload);
      if (method === 'DELETE') {
        content.uploads.delete(upload.id);
        return { status: 204 };
      }
    }
    if (method === 'PUT') return this.putObject(content, key, request);
    if (method === 'GET' || method === 'HEAD') return getObject(content, key, request);
    if (method === 'DELETE') return this.deleteObject(content, key, request);
    throw new Refusal(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
  }

  private putObject(content: Content, key: string, request: SandboxRequest): Answer {
    const sha256 = checked(request);
    const protection = protectionOf(content, request);
    if (request.headers['if-none-match'] === '*' && content.versions.get(key)?.at(-1)?.content !== undefined) {
      throw new Refusal(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
    }
    if (protection.lock && sha256 === undefined && request.headers['content-md5'] === undefined) {
      throw new Refusal(
        400,
        'InvalidRequest',
        'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
      );
    }
    const version = this.add(content, key, {
      ...protection,
      content: [request.bytes],
      bytes: request.bytes.length,
      etag: quoted(md5(request.bytes)),
      ...(sha256 === undefined ? {} : { sha256 }),
    });
    return { status: 200, headers: headersOf(content, version, true) };
  }

  private add(content: Content, key: string, version: Omit<ObjectVersion, 'versionId'>): ObjectVersion {
    const added = { ...version, versionId: content.versioned ? this.newId('version') : 'null' };
    const before = content.versioned ? (content.versions.get(key) ?? []) : [];
    content.versions.set(key, [...before, added]);
    return added;
  }

  private deleteObject(content: Content, key: string, request: SandboxRequest): Answer {
    const versionId = request.query.get('versionId');
    const versions = content.versions.get(key) ?? [];
    if (versionId !== null) {
      const found = versions.find((version) => version.versionId === versionId);
      const bypass = request.headers['x-amz-bypass-governance-retention'] === 'true';
      const lock = found?.lock;
      if (lock && lock.until > this.now() && !(bypass && lock.mode === 'GOVERNANCE')) {
        throw new Refusal(403, 'AccessDenied', 'Access Denied because object protected by object lock.');
      }
      const left = versions.filter((version) => version !== found);
      if (left.length === 0) content.versions.delete(key);
      else content.versions.set(key, left);
      return { status: 204 };
    }
    if (!content.versioned) {
      content.versions.delete(key);
      return { status: 204 };
    }
    const marker = this.add(content, key, { content: undefined, bytes: 0, etag: '' });
    return { status: 204, headers: { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker.versionId } };
  }

  private begin(name: string, content: Content, key: string, request: SandboxRequest): Answer {
    const algorithm = request.headers['x-amz-checksum-algorithm'];
    const upload: Upload = {
      ...protectionOf(content, request),
      id: this.newId('upload'),
      key,
      initiated: this.now(),
      algorithm: typeof algorithm === 'string' ? algorithm : undefined,
      parts: new Map(),
    };
    content.uploads.set(upload.id, upload);
    return document('InitiateMultipartUploadResult', [
      element('Bucket', name),
      element('Key', key),
      element('UploadId', upload.id),
    ]);
  }

  private complete(name: string, content: Content, upload: Upload, request: SandboxRequest): Answer {
    const listed = childrenOf(wellFormed(textOf(request), 'CompleteMultipartUpload'), 'Part');
    if (listed.length === 0) throw malformed();
    const parts = listed.map((entry) => ({ entry, number: Number(textAt(entry, 'PartNumber')) }));
    if (parts.some(({ number }, index) => index > 0 && number <= (parts[index - 1]?.number ?? 0))) {
      throw new Refusal(400, 'InvalidPartOrder', 'The list of parts was not in ascending order.');
    }
    const found = parts.map(({ entry, number }) => partAsListed(upload, number, entry));
    if (found.slice(0, -1).some(({ data }) => data.length < SMALLEST_PART)) {
      throw new Refusal(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
    }
    const { lock, encryption, kmsKey } = upload;
    const version = this.add(content, upload.key, {
      ...(lock === undefined ? {} : { lock }),
      ...(encryption === undefined ? {} : { encryption }),
      ...(kmsKey === undefined ? {} : { kmsKey }),
      content: found.map(({ data }) => data),
      bytes: found.reduce((sum, { data }) => sum + data.length, 0),
      etag: quoted(`${md5(Buffer.concat(found.map(({ etag }) => Buffer.from(etag, 'hex'))))}-${found.length}`),
      ...(upload.algorithm === 'SHA256' ? { sha256: composite(found) } : {}),
    });
    content.uploads.delete(upload.id);
    const answer = document('CompleteMultipartUploadResult', [
      element('Location', `http://${name}.s3.amazonaws.com/${upload.key}`),
      element('Bucket', name),
      element('Key', upload.key),
      element('ETag', version.etag),
      ...(version.sha256 === undefined ? [] : [element('ChecksumSHA256', version.sha256)]),
    ]);
    const whole = { ...answer, headers: { ...answer.headers, ...versionHeader(content, version) } };
    content.completed.set(upload.id, whole);
    return whole;
  }

  private listObjects(name: string, content: Content, query: URLSearchParams): Answer {
    const prefix = query.get('prefix') ?? '';
    const after = query.get('continuation-token') ?? '';
    const delimiter = query.get('delimiter') ?? '';
    // With a delimiter, keys with the same beginning up to the next one are one entry of the list.
    const entryOf = (key: string): string => {
      const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
      return end < 0 ? key : key.slice(0, end + delimiter.length);
    };
    const all = [...content.versions.keys()].filter(
      (key) => key.startsWith(prefix) && this.latest(name, key) !== undefined,
    );
    const isGroup = (entry: string): boolean => delimiter !== '' && entry.endsWith(delimiter);
    const keys = [...new Set(all.map(entryOf))].filter((entry) => entry > after).sort();
    const page = keys.slice(0, this.pageSize);
    return document('ListBucketResult', [
      element('Name', name),
      element('Prefix', prefix),
      element('KeyCount', String(page.length)),
      element('MaxKeys', String(this.pageSize)),
      element('IsTruncated', String(page.length < keys.length)),
      ...(page.length < keys.length ? [element('NextContinuationToken', page.at(-1) ?? '')] : []),
      ...page.filter(isGroup).map((entry) => element('CommonPrefixes', [element('Prefix', entry)])),
      ...page
        .filter((key) => !isGroup(key))
        .map((key) =>
          element('Contents', [
            element('Key', key),
            element('LastModified', '2026-01-01T00:00:00.000Z'),
            element('ETag', this.latest(name, key)?.etag ?? ''),
            element('Size', String(this.latest(name, key)?.bytes ?? 0)),
            element('StorageClass', 'STANDARD'),
          ]),
        ),
    ]);
  }

  private listUploads(name: string, content: Content, query: URLSearchParams): Answer {
    const prefix = query.get('prefix') ?? '';
    const sorted = [...content.uploads.values()]
      .filter(({ key }) => key.startsWith(prefix))
      .sort((a, b) => (a.key === b.key ? a.initiated.getTime() - b.initiated.getTime() : a.key < b.key ? -1 : 1));
    const marker = query.get('upload-id-marker');
    const rest = sorted.slice(marker === null ? 0 : sorted.findIndex(({ id }) => id === marker) + 1);
    const page = rest.slice(0, this.pageSize);
    const last = page.at(-1);
    return document('ListMultipartUploadsResult', [
      element('Bucket', name),
      element('Prefix', prefix),
      element('MaxUploads', String(this.pageSize)),
      element('IsTruncated', String(page.length < rest.length)),
      ...(last && page.length < rest.length
        ? [element('NextKeyMarker', last.key), element('NextUploadIdMarker', last.id)]
        : []),
      ...page.map(({ id, key, initiated }) =>
        element('Upload', [
          element('Key', key),
          element('UploadId', id),
          element('Initiated', initiated.toISOString()),
          element('StorageClass', 'STANDARD'),
        ]),
      ),
    ]);
  }

  private newId(what: string): string {
    this.next += 1;
    return `${what}-${String(this.next).padStart(6, '0')}`;
  }
}

function putPart(upload: Upload, request: SandboxRequest): Answer {
  const number = Number(request.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw new Refusal(400, 'InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive');
  }
  const sha256 = checked(request);
  if (upload.algorithm === 'SHA256' && sha256 === undefined) {
    throw new Refusal(
      400,
      'InvalidRequest',
      'Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type: null',
    );
  }
  const etag = md5(request.bytes);
  upload.parts.set(number, { data: request.bytes, etag, ...(sha256 === undefined ? {} : { sha256 }) });
  return {
    status: 200,
    headers: { etag: quoted(etag), ...(sha256 === undefined ? {} : { 'x-amz-checksum-sha256': sha256 }) },
  };
}

function partAsListed(upload: Upload, number: number, entry: XmlElement): Part {
  const part = upload.parts.get(number);
  const etag = (textAt(entry, 'ETag') ?? '').replaceAll('"', '');
  const sha256 = textAt(entry, 'ChecksumSHA256');
  const differs = sha256 !== undefined && sha256 !== part?.sha256;
  if (!part || part.etag !== etag || differs) {
    throw new Refusal(
      400,
      'InvalidPart',
      "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    );
  }
  if (upload.algorithm === 'SHA256' && sha256 === undefined) {
    throw new Refusal(
      400,
      'InvalidRequest',
      'The upload was created using a sha256 checksum. The complete request must include the checksum for each part.',
    );
  }
  return part;
}

function getObject(content: Content, key: string, request: SandboxRequest): Answer {
  const versions = content.versions.get(key) ?? [];
  const versionId = request.query.get('versionId');
  const found = versionId === null ? versions.at(-1) : versions.find((version) => version.versionId === versionId);
  if (found?.content === undefined) throw new Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
  const match = request.headers['if-match'];
  if (match !== undefined && match !== found.etag) {
    throw new Refusal(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }
  const withChecksum = request.headers['x-amz-checksum-mode'] === 'ENABLED';
  const headers = { ...headersOf(content, found, withChecksum), 'accept-ranges': 'bytes' };
  const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
  const from = Number(range?.[1] ?? 0);
  if (range && from >= found.bytes) {
    throw new Refusal(416, 'InvalidRange', 'The requested range is not satisfiable');
  }
  const length = { 'content-length': String(found.bytes - from), 'content-type': 'application/octet-stream' };
  return {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      ...length,
      ...(range ? { 'content-range': `bytes ${from}-${found.bytes - 1}/${found.bytes}` } : {}),
    },
    ...(request.method === 'HEAD' ? {} : { body: from === 0 ? found.content : [cutOff(found.content, from)] }),
  };
}

const cutOff = (content: readonly Buffer[], from: number): Buffer => Buffer.concat(content).subarray(from);

function listParts(name: string, upload: Upload): Answer {
  return document('ListPartsResult', [
    element('Bucket', name),
    element('Key', upload.key),
    element('UploadId', upload.id),
    element('IsTruncated', 'false'),
    ...[...upload.parts].map(([number, { data, etag }]) =>
      element('Part', [
        element('PartNumber', String(number)),
        element('ETag', quoted(etag)),
        element('Size', String(data.length)),
      ]),
    ),
  ]);
}

function lockConfiguration({ objectLock }: Content): Answer {
  if (!objectLock) {
    throw new Refusal(
      404,
      'ObjectLockConfigurationNotFoundError',
      'Object Lock configuration does not exist for this bucket',
    );
  }
  return document('ObjectLockConfiguration', [element('ObjectLockEnabled', 'Enabled')]);
}

function policyStatus(policy: string | undefined): Answer {
  if (policy === undefined) throw new Refusal(404, 'NoSuchBucketPolicy', 'The bucket policy does not exist');
  return document('PolicyStatus', [element('IsPublic', String(/"Principal":\s*("\*"|\{"AWS":"\*"\})/.test(policy)))]);
}

/** Encryption and lock asked for in the headers. @throws Refusal */
function protectionOf(content: Content, { headers }: SandboxRequest): Protection {
  const mode = headers['x-amz-object-lock-mode'];
  const until = headers['x-amz-object-lock-retain-until-date'];
  const encryption = headers['x-amz-server-side-encryption'];
  const kmsKey = headers['x-amz-server-side-encryption-aws-kms-key-id'];
  if ((mode === undefined) !== (until === undefined)) {
    throw new Refusal(
      400,
      'InvalidArgument',
      'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied',
    );
  }
  if (mode !== undefined && !content.objectLock) {
    throw new Refusal(400, 'InvalidRequest', 'Bucket is missing Object Lock Configuration');
  }
  const date = new Date(String(until));
  if (until !== undefined && !(date.getTime() > Date.now())) {
    throw new Refusal(400, 'InvalidArgument', 'The retain until date must be in the future!');
  }
  return {
    ...(mode === undefined ? {} : { lock: { mode: String(mode), until: date } }),
    ...(encryption === undefined ? {} : { encryption: String(encryption) }),
    ...(kmsKey === undefined ? {} : { kmsKey: String(kmsKey) }),
  };
}

/** Compares the checksums that came with a body. @returns the SHA-256, if one came @throws Refusal */
function checked({ headers, bytes }: SandboxRequest): string | undefined {
  const sha256 = headers['x-amz-checksum-sha256'];
  if (sha256 !== undefined && sha256 !== createHash('sha256').update(bytes).digest('base64')) {
    throw new Refusal(400, 'BadDigest', 'The SHA256 you specified did not match the calculated checksum.');
  }
  const given = headers['content-md5'];
  if (given !== undefined && given !== createHash('md5').update(bytes).digest('base64')) {
    throw new Refusal(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  return typeof sha256 === 'string' ? sha256 : undefined;
}

function composite(parts: readonly Part[]): string {
  const all = createHash('sha256');
  for (const { sha256 = '' } of parts) all.update(Buffer.from(sha256, 'base64'));
  return `${all.digest('base64')}-${parts.length}`;
}

function headersOf(content: Content, version: ObjectVersion, withChecksum: boolean): Record<string, string> {
  return {
    etag: version.etag,
    ...versionHeader(content, version),
    ...(withChecksum && version.sha256 !== undefined ? { 'x-amz-checksum-sha256': version.sha256 } : {}),
  };
}

function versionHeader(content: Content, { versionId }: ObjectVersion): Record<string, string> {
  return content.versioned ? { 'x-amz-version-id': versionId } : {};
}

function wellFormed(body: string, root: string): XmlElement {
  try {
    const parsed = parseXml(body);
    if (parsed.name === root) return parsed;
  } catch {
    // The same refusal as for another root.
  }
  throw malformed();
}

const malformed = (): Refusal =>
  new Refusal(400, 'MalformedXML', 'The XML you provided was not well-formed or did not validate');

function document(root: string, children: XmlElement[]): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `${XML}${writeXml(element(root, children), NAMESPACE)}`,
  };
}

const md5 = (data: Buffer): string => createHash('md5').update(data).digest('hex');
const quoted = (text: string): string => `"${text}"`;
