import type { Context } from '../../runtime/context.js';
import { AwsFailure, awsError, type AwsCall } from '../../services/aws/errors.js';
import { withRawDocument, carryRawDocuments, type RawDocument } from '../../services/aws/raw-documents.js';
import { ClientEnd } from '../../services/aws/client-end.js';
import { awsClientOptions, type AwsTimeouts } from '../../services/aws/client-options.js';
import type { Aspect, Document } from './documents.js';
import type { Config } from './config.js';

const SERVICE = 'S3';

/** The settings of one bucket, each as the document that S3 stores. */
export interface BucketClient {
  /** Null if not set. @throws AwsFailure */
  read(aspect: Aspect): Promise<Document | null>;
  /** Replaces the whole document. @throws AwsFailure */
  write(aspect: Aspect, document: Document): Promise<void>;
  /** Removes the setting. @throws AwsFailure */
  remove(aspect: Aspect): Promise<void>;
  close(): void;
}

/** Names that S3 uses for one aspect. Source: the S3 API reference. */
interface Calls {
  readonly label: string;
  readonly root: string;
  /** S3's code for "not set"; NoSuchBucket is never among them. */
  readonly absent: string | null;
  readonly getAction: string;
  readonly putAction: string;
}

const CALLS: Record<Aspect, Calls> = {
  policy: calls('policy', '', 'NoSuchBucketPolicy', 'BucketPolicy'),
  cors: calls('CORS rules', 'CORSConfiguration', 'NoSuchCORSConfiguration', 'BucketCORS'),
  'public-access-block': calls(
    'public access block',
    'PublicAccessBlockConfiguration',
    'NoSuchPublicAccessBlockConfiguration',
    'BucketPublicAccessBlock',
  ),
  ownership: calls(
    'ownership controls',
    'OwnershipControls',
    'OwnershipControlsNotFoundError',
    'BucketOwnershipControls',
  ),
  versioning: calls('versioning', 'VersioningConfiguration', null, 'BucketVersioning'),
  encryption: calls(
    'default encryption',
    'ServerSideEncryptionConfiguration',
    'ServerSideEncryptionConfigurationNotFoundError',
    'EncryptionConfiguration',
  ),
  lifecycle: calls(
    'lifecycle rules',
    'LifecycleConfiguration',
    'NoSuchLifecycleConfiguration',
    'LifecycleConfiguration',
  ),
  website: calls('website settings', 'WebsiteConfiguration', 'NoSuchWebsiteConfiguration', 'BucketWebsite'),
};

function calls(label: string, root: string, absent: string | null, noun: string): Calls {
  return { label, root, absent, getAction: `s3:Get${noun}`, putAction: `s3:Put${noun}` };
}

/** IAM actions of removals that differ from the action of a write. */
const DELETE_ACTIONS: Partial<Record<Aspect, string>> = {
  policy: 's3:DeleteBucketPolicy',
  website: 's3:DeleteBucketWebsite',
};

const BLOCKED =
  'If the policy allows "*": BlockPublicPolicy refuses public policies. Switch it off for this bucket and for the account ' +
  '(S3 console, "Block Public Access settings for this account"), if the policy must be public. Otherwise grant the ' +
  'credential the IAM action s3:PutBucketPolicy.';

/** Loads the SDK on first use: it takes about 90 ms. */
export async function connectBucket(config: Config, ctx: Context, timeouts?: AwsTimeouts): Promise<BucketClient> {
  const sdk = await import('@aws-sdk/client-s3');
  const settings = awsClientOptions(ctx, 'S3', config.region, timeouts);
  // Emulators and S3-compatible stores have no host name per bucket.
  const client = new sdk.S3Client({ ...settings, forcePathStyle: 'endpoint' in settings });
  const end = new ClientEnd(() => client.destroy());
  carryRawDocuments(client.middlewareStack);
  const options = { abortSignal: ctx.signal };
  const owner = config['expected-owner'];
  const bucket = { Bucket: config.bucket, ...(owner === undefined ? {} : { ExpectedBucketOwner: owner }) };

  const gets = {
    policy: () => client.send(new sdk.GetBucketPolicyCommand(bucket), options),
    cors: () => client.send(new sdk.GetBucketCorsCommand(bucket), options),
    'public-access-block': () => client.send(new sdk.GetPublicAccessBlockCommand(bucket), options),
    ownership: () => client.send(new sdk.GetBucketOwnershipControlsCommand(bucket), options),
    versioning: () => client.send(new sdk.GetBucketVersioningCommand(bucket), options),
    encryption: () => client.send(new sdk.GetBucketEncryptionCommand(bucket), options),
    lifecycle: () => client.send(new sdk.GetBucketLifecycleConfigurationCommand(bucket), options),
    website: () => client.send(new sdk.GetBucketWebsiteCommand(bucket), options),
  } satisfies Record<Aspect, () => Promise<object>>;

  // The saved document replaces these placeholder bodies (services/aws/raw-documents.ts).
  const puts = {
    policy: ({ text }) => client.send(new sdk.PutBucketPolicyCommand({ ...bucket, Policy: text }), options),
    cors: () => client.send(new sdk.PutBucketCorsCommand({ ...bucket, CORSConfiguration: { CORSRules: [] } }), options),
    'public-access-block': () =>
      client.send(new sdk.PutPublicAccessBlockCommand({ ...bucket, PublicAccessBlockConfiguration: {} }), options),
    ownership: () =>
      client.send(new sdk.PutBucketOwnershipControlsCommand({ ...bucket, OwnershipControls: { Rules: [] } }), options),
    versioning: () =>
      client.send(new sdk.PutBucketVersioningCommand({ ...bucket, VersioningConfiguration: {} }), options),
    encryption: () =>
      client.send(
        new sdk.PutBucketEncryptionCommand({ ...bucket, ServerSideEncryptionConfiguration: { Rules: [] } }),
        options,
      ),
    lifecycle: ({ minimumSize }) =>
      client.send(
        new sdk.PutBucketLifecycleConfigurationCommand({
          ...bucket,
          LifecycleConfiguration: { Rules: [] },
          ...(minimumSize === 'varies_by_storage_class' || minimumSize === 'all_storage_classes_128K'
            ? { TransitionDefaultMinimumObjectSize: minimumSize }
            : {}),
        }),
        options,
      ),
    website: () => client.send(new sdk.PutBucketWebsiteCommand({ ...bucket, WebsiteConfiguration: {} }), options),
  } satisfies Record<Aspect, (document: Document) => Promise<object>>;

  const removals = {
    policy: () => client.send(new sdk.DeleteBucketPolicyCommand(bucket), options),
    cors: () => client.send(new sdk.DeleteBucketCorsCommand(bucket), options),
    'public-access-block': () => client.send(new sdk.DeletePublicAccessBlockCommand(bucket), options),
    ownership: () => client.send(new sdk.DeleteBucketOwnershipControlsCommand(bucket), options),
    // S3 can suspend versioning but not unset it.
    versioning: () =>
      client.send(
        new sdk.PutBucketVersioningCommand({ ...bucket, VersioningConfiguration: { Status: 'Suspended' } }),
        options,
      ),
    encryption: () => client.send(new sdk.DeleteBucketEncryptionCommand(bucket), options),
    lifecycle: () => client.send(new sdk.DeleteBucketLifecycleCommand(bucket), options),
    website: () => client.send(new sdk.DeleteBucketWebsiteCommand(bucket), options),
  } satisfies Record<Aspect, () => Promise<object>>;

  const call = (verb: string, aspect: Aspect, action: string): AwsCall => ({
    service: SERVICE,
    what: `${verb} the ${CALLS[aspect].label} of bucket ${config.bucket}`,
    action,
    remedies: {
      NoSuchBucket: `Check "bucket" of this resource: ${config.bucket} does not exist (deleted, or in another partition).`,
      ...(verb === 'write' && aspect === 'policy' ? { AccessDenied: BLOCKED } : {}),
    },
  });

  const read = async (aspect: Aspect): Promise<Document | null> => {
    const { root, absent, getAction } = CALLS[aspect];
    // moto names this root differently. Rewind never writes versioning back verbatim.
    const alias = aspect === 'versioning' ? 'GetBucketVersioningResponse' : undefined;
    const raw: RawDocument = { expect: aspect === 'policy' ? 'json' : { root, alias } };
    try {
      const output: object = await withRawDocument(raw, gets[aspect]);
      const minimumSize =
        'TransitionDefaultMinimumObjectSize' in output ? String(output.TransitionDefaultMinimumObjectSize) : null;
      return { text: raw.response ?? '', minimumSize: aspect === 'lifecycle' ? minimumSize : null };
    } catch (error) {
      const failure = awsError(ctx, error, call('read', aspect, getAction));
      if (failure instanceof AwsFailure && failure.awsCode === absent) return null;
      throw failure;
    }
  };
  /** The SDK's client does not use `ctx.http`, so what it reads and writes is counted here. */
  const write = (request: () => Promise<unknown>): Promise<unknown> => ctx.reads.write(SERVICE, request);

  return {
    read: (aspect) => ctx.reads.ask(SERVICE, `${ctx.resource} ${aspect}`, () => end.during(() => read(aspect))),
    async write(aspect, document) {
      const raw: RawDocument = { expect: 'empty', ...(aspect === 'policy' ? {} : { body: document.text }) };
      try {
        await write(() => withRawDocument(raw, () => puts[aspect](document)));
      } catch (error) {
        throw awsError(ctx, error, call('write', aspect, CALLS[aspect].putAction));
      }
    },
    async remove(aspect) {
      try {
        await write(() => withRawDocument({ expect: 'empty' }, removals[aspect]));
      } catch (error) {
        throw awsError(ctx, error, call('remove', aspect, DELETE_ACTIONS[aspect] ?? CALLS[aspect].putAction));
      }
    },
    close: () => end.close(),
  };
}

/** Runs `work` with a client and closes it. */
export async function withBucket<T>(
  config: Config,
  ctx: Context,
  work: (client: BucketClient) => Promise<T>,
): Promise<T> {
  const client = await connectBucket(config, ctx);
  try {
    return await work(client);
  } finally {
    client.close();
  }
}
