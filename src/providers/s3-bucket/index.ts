import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { defineProvider, type Change, type PayloadSource } from '../../engine/provider.js';
import { connect, type BucketClient } from './client.js';
import type { Config } from './config.js';
import {
  ASPECTS,
  blockDocument,
  blocksOf,
  canonicalDocument,
  dangersOf,
  describeDocument,
  mfaDeleteOf,
  versioningDocument,
  type Aspect,
  type Document,
} from './documents.js';
import { deadPrincipals } from './policy.js';
import { plan, state, type State } from './state.js';
import { type Finding } from '../../runtime/finding.js';

/** The sealed payload: every document verbatim. Conditions of a policy may hold shared secrets. */
const PAYLOAD = 'settings.json';
const document = z.strictObject({ text: z.string(), minimumSize: z.string().nullable() }).nullable();
const payload = z.record(z.enum(ASPECTS), document);
type Documents = Record<Aspect, Document | null>;

export default defineProvider<Config, State>({
  id: 's3-bucket',
  state,
  plan,

  async check(config, ctx) {
    const client = await connect(config, ctx);
    try {
      const { documents, failures } = await readAll(client);
      if (failures.length > 0) return failures.map((failure) => findingOf(failure));
      return risksOf(config, documents);
    } finally {
      client.close();
    }
  },

  async capture(config, ctx, sink) {
    const client = await connect(config, ctx);
    try {
      const { documents, failures } = await readAll(client);
      const [first] = failures;
      if (first) throw together(first, failures);
      if (sink.purpose === 'snapshot') await sink.write(PAYLOAD, Buffer.from(JSON.stringify(documents)));
      return await stateOf(config, ctx, documents);
    } finally {
      client.close();
    }
  },

  async apply(config, change, ctx, source) {
    const aspect = z.enum(ASPECTS).parse(change.params.aspect);
    const client = await connect(config, ctx);
    try {
      await restore(client, ctx, aspect, change, source);
    } finally {
      client.close();
    }
  },

  async prove(config, saved, ctx, source) {
    const documents = await readPayload(ctx, source);
    const sealed = await stateOf(config, ctx, documents);
    return ASPECTS.filter((aspect) => sealed.settings[aspect]?.mark !== saved.settings[aspect]?.mark).map((aspect) => ({
      level: 'error',
      code: 'payload-differs',
      message: `The sealed ${aspect} of bucket ${saved.bucket} is not what the snapshot's manifest describes.`,
      remedy: 'Take the snapshot again; do not rely on this one.',
    }));
  },
});

/** All settings at once; every failure is kept, so that all missing permissions are reported together. */
async function readAll(client: BucketClient): Promise<{ documents: Documents; failures: RewindError[] }> {
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
  return { documents, failures: failures.filter(worthTelling) };
}

/** Each missing permission is told; a bucket that is gone or a service that is away only once. */
function worthTelling({ code }: RewindError, at: number, all: readonly RewindError[]): boolean {
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

async function stateOf(config: Config, ctx: Context, documents: Documents): Promise<State> {
  const settingOf = async (aspect: Aspect): Promise<State['settings'][Aspect]> => {
    const found = documents[aspect];
    const canonical = understand(ctx, aspect, () => canonicalDocument(aspect, found));
    if (found === null || canonical === null) return null;
    return {
      // Versioning is one word; the others may hold what should not be guessed from the manifest.
      mark: aspect === 'versioning' ? canonical : await ctx.fingerprint(canonical),
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

async function restore(
  client: BucketClient,
  ctx: Context,
  aspect: Aspect,
  change: Change,
  source: PayloadSource,
): Promise<void> {
  const wanted = aspect === 'versioning' ? versioningOf(change) : (await readPayload(ctx, source))[aspect];
  const target = canonicalDocument(aspect, wanted);
  const isThere = async (): Promise<boolean> => canonicalDocument(aspect, await client.read(aspect)) === target;
  if (await isThere()) return;
  if (wanted === null || target === null) await client.remove(aspect);
  else if (change.params.unblock === true) await writeUnblocked(client, () => client.write(aspect, wanted));
  else await client.write(aspect, wanted);
  await settle(ctx, isThere, change);
}

function versioningOf(change: Change): Document {
  return versioningDocument(z.enum(['Enabled', 'Suspended']).parse(change.params.status));
}

/**
 * Only BlockPublicPolicy goes off, and only while the policy is written; RestrictPublicBuckets, where it is on, still
 * keeps everyone out. Killed in between, the block differs from the snapshot and the next plan puts it back.
 */
async function writeUnblocked(client: BucketClient, write: () => Promise<void>): Promise<void> {
  const block = await client.read('public-access-block');
  if (block === null || !blocksOf(block).BlockPublicPolicy) return write();
  await client.write('public-access-block', blockDocument({ ...blocksOf(block), BlockPublicPolicy: false }));
  try {
    await write();
  } finally {
    await client.write('public-access-block', block);
  }
}

const SETTLE_TRIES = 8;
const SETTLE_MS = 250;

/** S3 spreads a bucket's settings with a delay: reads are repeated until they show what was written (about a minute). */
async function settle(ctx: Context, isThere: () => Promise<boolean>, change: Change): Promise<void> {
  for (let attempt = 0; attempt < SETTLE_TRIES; attempt += 1) {
    if (await isThere()) return;
    await ctx.clock.sleep(SETTLE_MS * 2 ** attempt, ctx.signal);
  }
  ctx.log.warn(`${change.target}: written, but S3 does not show it yet; the verification may still report it.`);
}

async function readPayload(ctx: Context, source: PayloadSource): Promise<Documents> {
  try {
    const documents = payload.parse(JSON.parse((await source.read(PAYLOAD)).toString('utf8')));
    return documents;
  } catch (error) {
    if (error instanceof RewindError) throw error;
    throw new RewindError('snapshot-corrupt', `payload ${PAYLOAD} does not hold the settings of a bucket`, {
      resource: ctx.resource,
      cause: error,
    });
  }
}

/** @throws RewindError api-unexpected-answer when a document is not what its API describes; never quotes it */
function understand<T>(ctx: Context, aspect: Aspect, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new RewindError('api-unexpected-answer', `S3 sent a ${aspect} that Rewind cannot read`, {
      resource: ctx.resource,
      cause: error,
    });
  }
}

function together(first: RewindError, failures: readonly RewindError[]): RewindError {
  if (failures.length === 1) return first;
  return new RewindError(first.code, `${failures.length} settings of the bucket could not be read.`, {
    ...(first.resource === undefined ? {} : { resource: first.resource }),
    problems: failures.map(({ message, remedy }) => `${message}. ${remedy}`),
    cause: first,
    remedy: 'Repair what is listed (docs/providers/s3-bucket.md has the IAM policy to copy) and run again.',
  });
}

function findingOf(failure: RewindError): Finding {
  return { level: 'error', code: failure.code, message: messageOf(failure), remedy: failure.remedy };
}

function risksOf(config: Config, documents: Documents): Finding[] {
  const findings: Finding[] = [];
  const dead = documents.policy === null ? [] : deadPrincipals(documents.policy.text);
  if (dead.length > 0) {
    findings.push({
      level: 'warning',
      code: 's3-policy-dead-principal',
      message: `The policy of bucket ${config.bucket} names users or roles that no longer exist (${dead.join(', ')}); S3 will not take it back like this.`,
      remedy: 'Remove these principals from the policy, then take a snapshot.',
    });
  }
  const owner = documents.ownership === null ? [] : describeDocument('ownership', documents.ownership);
  if (owner[0] !== 'BucketOwnerEnforced') {
    findings.push({
      level: 'info',
      code: 's3-acl-not-captured',
      message: `ACLs count in bucket ${config.bucket} (object ownership is ${owner[0] ?? NOT_SET}), and they are not captured.`,
      remedy: 'Set object ownership to BucketOwnerEnforced and use the policy instead.',
    });
  }
  if (mfaDeleteOf(documents.versioning) === 'Enabled') {
    findings.push({
      level: 'warning',
      code: 's3-mfa-delete',
      message: `MFA delete is on for bucket ${config.bucket}: only the root user can change its versioning.`,
      remedy: 'Expect a manual step in a rollback that touches versioning.',
    });
  }
  return findings;
}

const NOT_SET = 'not set';
