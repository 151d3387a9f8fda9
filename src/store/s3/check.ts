import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketPolicyStatusCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { messageOf } from '../../runtime/errors.js';
import type { S3StoreConfig } from '../config.js';
import { type BucketTarget, s3ErrorName, s3ErrorStatus } from './client.js';
import { harmOf } from './lifecycle.js';
import type { Finding } from '../../runtime/finding.js';

type Question = (
  client: S3Client,
  bucket: BucketTarget,
  config: S3StoreConfig,
  options: { readonly abortSignal: AbortSignal },
) => Promise<readonly Finding[] | Finding | null>;

/** Error names that mean "not set". */
const NONE_SET = new Set([
  'NoSuchBucketPolicy',
  'NoSuchLifecycleConfiguration',
  'NoSuchPublicAccessBlockConfiguration',
  'ObjectLockConfigurationNotFoundError',
  'ServerSideEncryptionConfigurationNotFoundError',
]);

/** Undefined when the bucket has no such setting. */
async function orNone<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (NONE_SET.has(s3ErrorName(error))) return undefined;
    throw error;
  }
}

const versioning: Question = async (client, bucket, _config, options) => {
  const { Status } = await client.send(new GetBucketVersioningCommand(bucket), options);
  if (Status === 'Enabled') return null;
  return {
    level: 'warning',
    code: 'store-not-versioned',
    message: `The bucket ${bucket.Bucket} keeps no versions: a snapshot deleted or overwritten by mistake is gone.`,
    remedy: `aws s3api put-bucket-versioning --bucket ${bucket.Bucket} --versioning-configuration Status=Enabled`,
  };
};

const lifecycle: Question = async (client, bucket, config, options) => {
  const found = await orNone(client.send(new GetBucketLifecycleConfigurationCommand(bucket), options));
  const rules = (found?.Rules ?? []).filter((rule) => rule.Status === 'Enabled');
  const harms = rules.flatMap((rule) => harmOf(rule, config.prefix) ?? []);
  const taken: Finding = {
    level: 'warning',
    code: 'store-objects-expire',
    message: `The lifecycle of the bucket ${bucket.Bucket} deletes or archives snapshots that "rewind list" still shows: ${harms.join('; ')}.`,
    remedy: `Take s3://${bucket.Bucket}/${config.prefix}/ out of the rule. "retention" in the configuration removes old snapshots.`,
  };
  const kept: Finding = {
    level: 'info',
    code: 'store-versions-kept-forever',
    message: `The bucket ${bucket.Bucket} keeps old versions forever: retention hides old snapshots, but you still pay for them.`,
    remedy: 'Add a lifecycle rule with NoncurrentVersionExpiration.',
  };
  const { Status } = await client.send(new GetBucketVersioningCommand(bucket), options);
  const isKept = Status === 'Enabled' && rules.every((rule) => rule.NoncurrentVersionExpiration === undefined);
  return [...(harms.length > 0 ? [taken] : []), ...(isKept ? [kept] : [])];
};

const encryption: Question = async (client, bucket, config, options) => {
  if (config['kms-key'] !== undefined) return null;
  const found = await orNone(client.send(new GetBucketEncryptionCommand(bucket), options));
  if ((found?.ServerSideEncryptionConfiguration?.Rules ?? []).length > 0) return null;
  return {
    level: 'warning',
    code: 'store-not-encrypted',
    message: `The bucket ${bucket.Bucket} has no encryption at rest. Payloads are always sealed; manifests are not.`,
    remedy: "Set the bucket's default encryption, or store.kms-key.",
  };
};

const publicAccess: Question = async (client, bucket, _config, options) => {
  const status = await orNone(client.send(new GetBucketPolicyStatusCommand(bucket), options));
  const block = await orNone(client.send(new GetPublicAccessBlockCommand(bucket), options));
  const { BlockPublicAcls, BlockPublicPolicy, IgnorePublicAcls, RestrictPublicBuckets } =
    block?.PublicAccessBlockConfiguration ?? {};
  const remedy =
    `aws s3api put-public-access-block --bucket ${bucket.Bucket} --public-access-block-configuration ` +
    'BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true';
  if (status?.PolicyStatus?.IsPublic === true && RestrictPublicBuckets !== true) {
    return {
      level: 'error',
      code: 'store-public',
      message: `The policy of the bucket ${bucket.Bucket} is public: anyone can read manifests, or more.`,
      remedy,
    };
  }
  if (
    BlockPublicAcls === true &&
    BlockPublicPolicy === true &&
    IgnorePublicAcls === true &&
    RestrictPublicBuckets === true
  ) {
    return null;
  }
  return {
    level: 'warning',
    code: 'store-public-access-possible',
    message: `The bucket ${bucket.Bucket} could become public: its public access block is incomplete.`,
    remedy,
  };
};

const objectLock: Question = async (client, bucket, config, options) => {
  if (config['object-lock'] === undefined) return null;
  const found = await orNone(client.send(new GetObjectLockConfigurationCommand(bucket), options));
  if (found?.ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled') return null;
  return {
    level: 'error',
    code: 'store-object-lock-off',
    message: `store.object-lock is configured, but the bucket ${bucket.Bucket} has no object lock: every write would fail.`,
    remedy: 'Create the bucket with object lock enabled, or remove store.object-lock.',
  };
};

/** Each check with the permission that it needs. */
const QUESTIONS: readonly (readonly [string, Question])[] = [
  ['s3:GetBucketVersioning', versioning],
  ['s3:GetLifecycleConfiguration', lifecycle],
  ['s3:GetEncryptionConfiguration', encryption],
  ['s3:GetBucketPolicyStatus and s3:GetBucketPublicAccessBlock', publicAccess],
  ['s3:GetBucketObjectLockConfiguration', objectLock],
];

/** Checks the protection of the bucket. Reports a setting that it cannot read, but not as an error. Read-only. */
export async function bucketFindings(
  client: S3Client,
  bucket: BucketTarget,
  config: S3StoreConfig,
  abortSignal: AbortSignal,
): Promise<Finding[]> {
  const answers = await Promise.all(
    QUESTIONS.map(async ([permission, ask]): Promise<readonly Finding[] | Finding | null> => {
      try {
        return await ask(client, bucket, config, { abortSignal });
      } catch (error) {
        const forbidden = s3ErrorStatus(error) === 403;
        return {
          level: 'info',
          code: 'store-check-incomplete',
          message: `A setting of the bucket ${bucket.Bucket} could not be read: ${s3ErrorName(error)}: ${messageOf(error)}`,
          ...(forbidden ? { remedy: `Grant ${permission}, so that "rewind check" can read the setting.` } : {}),
        };
      }
    }),
  );
  return answers.flatMap((found) => found ?? []);
}
