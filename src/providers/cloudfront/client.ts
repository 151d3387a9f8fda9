import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { AwsFailure, awsError } from '../../services/aws/errors.js';
import { withRawDocument, carryRawDocuments, type RawDocument } from '../../services/aws/raw-documents.js';
import { ClientEnd } from '../../services/aws/client-end.js';
import { awsClientOptions, type AwsTimeouts } from '../../services/aws/client-options.js';
import { child, element, parseXml, writeXml, type XmlElement } from '../../services/aws/xml.js';
import type { Config } from './config.js';

export interface Distribution {
  /** An update must send the newest one. */
  readonly etag: string;
  /** 'InProgress' during an update, then 'Deployed'. */
  readonly status: string;
  readonly modified: Date;
  /** The complete DistributionConfig as CloudFront sent it, including members unknown to the SDK. */
  readonly config: XmlElement;
}

export type FunctionStage = 'LIVE' | 'DEVELOPMENT';

/** A CloudFront Function at one stage. */
export interface EdgeFunction {
  readonly etag: string;
  readonly modified: Date;
  /** e.g. DEPLOYED, UNASSOCIATED, IN_PROGRESS */
  readonly status: string;
  /** FunctionConfig: comment, runtime, key-value stores. */
  readonly config: XmlElement;
  readonly code: Buffer;
}

/** One distribution and the functions of its account. Every call throws AwsFailure. */
export interface EdgeClient {
  distribution(): Promise<Distribution>;
  /** Replaces the whole config. @throws AwsFailure with awsCode PreconditionFailed if the ETag is stale */
  update(etag: string, config: XmlElement): Promise<void>;
  /** Null if it does not exist at this stage. */
  edgeFunction(name: string, stage: FunctionStage): Promise<EdgeFunction | null>;
  createFunction(name: string, config: XmlElement, code: Buffer): Promise<void>;
  /** Writes the DEVELOPMENT stage. */
  updateFunction(name: string, etag: string, config: XmlElement, code: Buffer): Promise<void>;
  /** Copies DEVELOPMENT to LIVE. */
  publishFunction(name: string, etag: string): Promise<void>;
  /** True if an invalidation from this time or later covers all these paths. */
  invalidatedSince(since: Date, paths: readonly string[]): Promise<boolean>;
  /** CloudFront executes the same reference with the same paths once. */
  invalidate(reference: string, paths: readonly string[]): Promise<void>;
  close(): void;
}

const SERVICE = 'CloudFront';
export const NAMESPACE = 'http://cloudfront.amazonaws.com/doc/2020-05-31/';

/** Objects that a distribution refers to and that the snapshot does not contain. */
const GONE =
  'The snapshot does not hold it, and it was deleted: create it again with the same id, or choose a newer snapshot.';
const REMEDIES: Record<string, string> = {
  NoSuchDistribution: 'Check "distribution" of this resource: it was deleted, or belongs to another account.',
  NoSuchCachePolicy: `A cache policy is missing. ${GONE}`,
  NoSuchOriginRequestPolicy: `An origin request policy is missing. ${GONE}`,
  NoSuchResponseHeadersPolicy: `A response headers policy is missing. ${GONE}`,
  NoSuchRealtimeLogConfig: `A real-time log config is missing. ${GONE}`,
  NoSuchFieldLevelEncryptionConfig: `A field-level encryption config is missing. ${GONE}`,
  InvalidOriginAccessControl: `An origin access control is missing. ${GONE}`,
  InvalidFunctionAssociation: `A function is missing or not published. ${GONE}`,
  InvalidLambdaFunctionAssociation: `A Lambda@Edge version is missing. ${GONE}`,
  InvalidWebACLId: `The web ACL is missing. ${GONE}`,
  InvalidViewerCertificate: `The certificate is missing, expired, or does not cover the domain names. ${GONE}`,
  TrustedKeyGroupDoesNotExist: `A key group is missing. ${GONE}`,
  CNAMEAlreadyExists: 'A domain name of the snapshot now belongs to another distribution: remove it there first.',
  StagingDistributionInUse: 'Finish or delete the continuous deployment in the CloudFront console, then run again.',
  ContinuousDeploymentPolicyInUse:
    'Finish or delete the continuous deployment in the CloudFront console, then run again.',
  TooManyInvalidationsInProgress:
    'Wait until invalidations in progress are done (15 with wildcards at once), then run again.',
};

/** Loads the SDK on first use: it takes about 100 ms. */
export async function connectDistribution(config: Config, ctx: Context, timeouts?: AwsTimeouts): Promise<EdgeClient> {
  const sdk = await import('@aws-sdk/client-cloudfront');
  // CloudFront is global; its API is signed for us-east-1.
  const client = new sdk.CloudFrontClient(awsClientOptions(ctx, 'CLOUDFRONT', 'us-east-1', timeouts));
  const end = new ClientEnd(() => client.destroy());
  carryRawDocuments(client.middlewareStack);
  const options = { abortSignal: ctx.signal };
  const Id = config.distribution;

  /** One call: the operation (for messages), its IAM action, its documents. */
  const call = async <T>(what: string, action: string, raw: RawDocument, run: () => Promise<T>): Promise<T> => {
    try {
      return await withRawDocument(raw, run);
    } catch (error) {
      const permission = `cloudfront:${action}`;
      throw awsError(ctx, error, { service: SERVICE, what, action: permission, remedies: REMEDIES });
    }
  };
  const incomplete = (what: string): RewindError =>
    new RewindError('api-unexpected-answer', `CloudFront's response to "${what}" is incomplete.`, {
      resource: ctx.resource,
    });
  const busy = (what: string): RewindError =>
    new RewindError('api-conflict', `Somebody else keeps changing CloudFront ${what}.`, {
      resource: ctx.resource,
      remedy: 'Find out who is deploying, stop that, then run again.',
    });

  /** The SDK's client does not use `ctx.http`, so what it reads and writes is counted here. */
  const write: typeof call = (...request) => ctx.reads.write(SERVICE, () => call(...request));
  const ask = <T>(what: string, read: () => Promise<T>): Promise<T> =>
    ctx.reads.ask(SERVICE, `${ctx.resource} ${what}`, () => end.during(read));

  const readDistribution = async (): Promise<Distribution> => {
    const what = `read distribution ${Id}`;
    const raw: RawDocument = { expect: { root: 'Distribution' } };
    const output = await call(what, 'GetDistribution', raw, () =>
      client.send(new sdk.GetDistributionCommand({ Id }), options),
    );
    const found = child(parseXml(raw.response ?? ''), 'DistributionConfig');
    const { ETag: etag, Distribution: parsed } = output;
    if (!found || etag === undefined || parsed?.Status === undefined || parsed.LastModifiedTime === undefined) {
      throw incomplete(what);
    }
    return { etag, status: parsed.Status, modified: parsed.LastModifiedTime, config: found };
  };

  const readFunction = async (Name: string, Stage: FunctionStage): Promise<EdgeFunction | null> => {
    const describe = async (): Promise<Omit<EdgeFunction, 'code'>> => {
      const what = `read function ${Name} (${Stage})`;
      const raw: RawDocument = { expect: { root: 'FunctionSummary' } };
      const { ETag: etag, FunctionSummary: summary } = await call(what, 'DescribeFunction', raw, () =>
        client.send(new sdk.DescribeFunctionCommand({ Name, Stage }), options),
      );
      const found = child(parseXml(raw.response ?? ''), 'FunctionConfig');
      const modified = summary?.FunctionMetadata?.LastModifiedTime;
      if (!found || etag === undefined || modified === undefined) throw incomplete(what);
      return { etag, modified, status: summary?.Status ?? '', config: found };
    };
    const readCode = async () => {
      const what = `read the code of function ${Name} (${Stage})`;
      const answer = await call(what, 'GetFunction', { expect: 'code' }, () =>
        client.send(new sdk.GetFunctionCommand({ Name, Stage }), options),
      );
      if (answer.FunctionCode === undefined) throw incomplete(what);
      return { etag: answer.ETag, code: Buffer.from(answer.FunctionCode) };
    };
    try {
      let described = await describe();
      for (let attempt = 1; ; attempt += 1) {
        const { etag, code } = await readCode();
        if (etag === described.etag) return { ...described, code };
        // Config and code come from two calls, and a publication may happen in between.
        const again = await describe();
        if (again.etag === described.etag) return { ...described, code };
        if (attempt === READ_TRIES) throw busy(`function ${Name}`);
        described = again;
      }
    } catch (error) {
      if (error instanceof AwsFailure && error.awsCode === 'NoSuchFunctionExists') return null;
      throw error;
    }
  };

  const invalidatedSince = async (since: Date, paths: readonly string[]): Promise<boolean> => {
    const DistributionId = Id;
    const list = await call(
      `list invalidations of ${Id}`,
      'ListInvalidations',
      { expect: { root: 'InvalidationList' } },
      // Newest first; few are newer than the last change.
      () => client.send(new sdk.ListInvalidationsCommand({ DistributionId, MaxItems: 20 }), options),
    );
    for (const { Id: id, CreateTime: created } of list.InvalidationList?.Items ?? []) {
      if (created === undefined || created < since) continue;
      const batch = await call(
        `read invalidation ${id ?? ''}`,
        'GetInvalidation',
        { expect: { root: 'Invalidation' } },
        () => client.send(new sdk.GetInvalidationCommand({ DistributionId, Id: id }), options),
      );
      const dropped = new Set(batch.Invalidation?.InvalidationBatch?.Paths?.Items ?? []);
      if (dropped.has('/*') || paths.every((path) => dropped.has(path))) return true;
    }
    return false;
  };

  return {
    distribution: () => ask('distribution', readDistribution),
    edgeFunction: (name, stage) => ask(`function ${name} ${stage}`, () => readFunction(name, stage)),

    async update(IfMatch, tree) {
      const raw: RawDocument = { expect: { root: 'Distribution' }, body: writeXml(tree, NAMESPACE) };
      // The document above replaces this placeholder.
      const DistributionConfig = {
        CallerReference: '',
        Origins: { Quantity: 0, Items: [] },
        DefaultCacheBehavior: { TargetOriginId: '', ViewerProtocolPolicy: 'https-only' as const },
        Comment: '',
        Enabled: true,
      };
      await write(`update distribution ${Id}`, 'UpdateDistribution', raw, () =>
        client.send(new sdk.UpdateDistributionCommand({ Id, IfMatch, DistributionConfig }), options),
      );
    },

    async createFunction(Name, tree, code) {
      const parts = [element('Name', Name), tree, element('FunctionCode', code.toString('base64'))];
      const body = writeXml(element('CreateFunctionRequest', parts), NAMESPACE);
      await write(`create function ${Name}`, 'CreateFunction', { expect: { root: 'FunctionSummary' }, body }, () =>
        client.send(new sdk.CreateFunctionCommand({ Name, ...PLACEHOLDER }), options),
      );
    },

    async updateFunction(Name, IfMatch, tree, code) {
      const parts = [tree, element('FunctionCode', code.toString('base64'))];
      const body = writeXml(element('UpdateFunctionRequest', parts), NAMESPACE);
      await write(`update function ${Name}`, 'UpdateFunction', { expect: { root: 'FunctionSummary' }, body }, () =>
        client.send(new sdk.UpdateFunctionCommand({ Name, IfMatch, ...PLACEHOLDER }), options),
      );
    },

    async publishFunction(Name, IfMatch) {
      await write(`publish function ${Name}`, 'PublishFunction', { expect: { root: 'FunctionSummary' } }, () =>
        client.send(new sdk.PublishFunctionCommand({ Name, IfMatch }), options),
      );
    },

    invalidatedSince: (since, paths) =>
      ask(`invalidated ${since.toISOString()} ${JSON.stringify(paths)}`, () => invalidatedSince(since, paths)),

    async invalidate(CallerReference, paths) {
      const Paths = { Quantity: paths.length, Items: [...paths] };
      const InvalidationBatch = { CallerReference, Paths };
      await write(`invalidate the cache of ${Id}`, 'CreateInvalidation', { expect: { root: 'Invalidation' } }, () =>
        client.send(new sdk.CreateInvalidationCommand({ DistributionId: Id, InvalidationBatch }), options),
      );
    },

    close: () => end.close(),
  };
}

/** Attempts to read config and code of the same version of a function. */
const READ_TRIES = 3;

/** A placeholder for the saved document. */
const PLACEHOLDER = {
  FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' as const },
  FunctionCode: new Uint8Array([32]),
};

/** Runs `work` with a client and closes it. */
export async function withDistribution<T>(
  config: Config,
  ctx: Context,
  work: (client: EdgeClient) => Promise<T>,
): Promise<T> {
  const client = await connectDistribution(config, ctx);
  try {
    return await work(client);
  } finally {
    client.close();
  }
}
