import type { PayloadSink } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { withBucket, type BucketClient } from './client.js';
import type { Config } from './config.js';
import {
  ASPECTS,
  blocksOf,
  canonicalDocument,
  dangersOf,
  describeDocument,
  mfaDeleteOf,
  PAYLOAD,
  type Aspect,
  type Documents,
} from './documents.js';
import type { State } from './state.js';

export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  return withBucket(config, ctx, async (client) => {
    const { documents, failures } = await readAll(client);
    const [first] = failures;
    if (first) throw combine(ctx, first, failures);
    if (sink.purpose === 'snapshot') await sink.write(PAYLOAD, Buffer.from(JSON.stringify(documents)));
    return stateOf(config, ctx, documents);
  });
}

/** Reads all settings and collects the failures, to report all missing permissions together. */
export async function readAll(client: BucketClient): Promise<{ documents: Documents; failures: RewindError[] }> {
  const documents = emptyDocuments();
  const failures: RewindError[] = [];
  await Promise.all(
    ASPECTS.map(async (aspect) => {
      try {
        documents[aspect] = await client.read(aspect);
      } catch (error) {
        if (!(error instanceof RewindError)) throw error;
        failures.push(error);
      }
    }),
  );
  return { documents, failures: failures.filter(dedupe) };
}

/** Keeps each missing permission, and one error of every other code (a deleted bucket, an outage). */
function dedupe({ code }: RewindError, at: number, all: readonly RewindError[]): boolean {
  return code === 'api-forbidden' || all.findIndex((other) => other.code === code) === at;
}

function emptyDocuments(): Documents {
  return {
    policy: null,
    cors: null,
    'public-access-block': null,
    ownership: null,
    versioning: null,
    encryption: null,
    lifecycle: null,
    website: null,
  };
}

export async function stateOf(config: Config, ctx: Context, documents: Documents): Promise<State> {
  const settingOf = async (aspect: Aspect): Promise<State['settings'][Aspect]> => {
    const found = documents[aspect];
    const canonical = parseOrThrow(ctx, aspect, () => canonicalDocument(aspect, found));
    if (found === null || canonical === null) return null;
    return {
      // Versioning is one harmless word; the others may hold secrets.
      fingerprint: aspect === 'versioning' ? canonical : await ctx.fingerprint(canonical),
      summary: describeDocument(aspect, found),
      dangers: dangersOf(aspect, found),
    };
  };
  return {
    schemaVersion: 1,
    bucket: config.bucket,
    settings: {
      policy: await settingOf('policy'),
      cors: await settingOf('cors'),
      'public-access-block': await settingOf('public-access-block'),
      ownership: await settingOf('ownership'),
      versioning: await settingOf('versioning'),
      encryption: await settingOf('encryption'),
      lifecycle: await settingOf('lifecycle'),
      website: await settingOf('website'),
    },
    blocks: blocksOf(documents['public-access-block']),
    mfaDelete: mfaDeleteOf(documents.versioning),
  };
}

/** @throws RewindError api-unexpected-answer if a document does not match its API; never quotes it */
function parseOrThrow<T>(ctx: Context, aspect: Aspect, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new RewindError('api-unexpected-answer', `S3 sent a malformed ${aspect} document.`, {
      resource: ctx.resource,
      cause: error,
    });
  }
}

function combine(ctx: Context, first: RewindError, failures: readonly RewindError[]): RewindError {
  if (failures.length === 1) return first;
  return new RewindError(first.code, `${failures.length} settings of the bucket could not be read.`, {
    resource: ctx.resource,
    problems: failures.map(({ message, remedy }) => `${message}. ${remedy}`),
    cause: first,
    remedy: 'Fix the listed problems (docs/providers/s3-bucket.md has the IAM policy to copy) and run again.',
  });
}
