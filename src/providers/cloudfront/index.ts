import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { defineProvider, type PayloadSource } from '../../engine/provider.js';
import { parseXml, textAt, writeXml, type XmlElement } from '../../services/aws/xml.js';
import {
  deploymentPolicyOf,
  functionNames,
  invalidate,
  invalidateParams,
  KEPT,
  newest,
  restoreConfig,
  restoreFunction,
  stagingOf,
  type SavedFunction,
} from './apply.js';
import { connect, type EdgeClient, type EdgeFunction } from './client.js';
import type { Config } from './config.js';
import { fieldsOf } from './fields.js';
import { plan, state, type State } from './state.js';
import { type Finding } from '../../runtime/finding.js';

/** Sealed: the config verbatim (custom origin headers often hold shared secrets), and each function. */
const CONFIG = 'distribution.xml';
const functionPayload = (name: string): string => `function-${name}.json`;
/** Unpublished work, kept so that it can be taken out by hand; never restored. */
const draftPayload = (name: string): string => `draft-${name}.json`;
const savedFunction = z.strictObject({ config: z.string(), code: z.base64() });
const NAMESPACE = 'http://cloudfront.amazonaws.com/doc/2020-05-31/';

interface FunctionPair {
  readonly name: string;
  readonly live: EdgeFunction;
  readonly draft: EdgeFunction | null;
}

export default defineProvider<Config, State>({
  id: 'cloudfront',
  state,
  plan,

  async check(config, ctx) {
    return connected(config, ctx, async (client) => {
      try {
        return await risksOf(client, config);
      } catch (error) {
        if (!(error instanceof RewindError)) throw error;
        return [{ level: 'error', code: error.code, message: messageOf(error), remedy: error.remedy }];
      }
    });
  },

  async capture(config, ctx, sink) {
    return connected(config, ctx, async (client) => {
      const distribution = await client.distribution();
      const functions = await readFunctions(client, ctx, distribution.config);
      if (sink.purpose === 'snapshot') {
        await sink.write(CONFIG, Buffer.from(writeXml(distribution.config, NAMESPACE)));
        for (const { name, live, draft } of functions) {
          await sink.write(functionPayload(name), packed(live));
          if (draft && differs(live, draft)) await sink.write(draftPayload(name), packed(draft));
        }
      }
      const modified = newest([distribution.modified, ...functions.map(({ live }) => live.modified)]);
      const invalidated = config.invalidate.length > 0 && (await client.invalidatedSince(modified, config.invalidate));
      return {
        schemaVersion: 1,
        distribution: config.distribution,
        ...(await describeConfig(ctx, distribution.config)),
        functions: Object.fromEntries(
          await Promise.all(functions.map(async (pair) => [pair.name, await describeFunction(ctx, pair)] as const)),
        ),
        staging: stagingOf(distribution.config),
        deploymentPolicy: deploymentPolicyOf(distribution.config),
        modified: modified.toISOString(),
        invalidate: [...config.invalidate],
        invalidated,
      };
    });
  },

  async apply(config, change, ctx, source) {
    await connected(config, ctx, async (client) => {
      const name = change.params.function;
      if (change.id === 'config') {
        await restoreConfig(client, config, ctx, await savedConfig(ctx, source));
      } else if (typeof name === 'string') {
        await restoreFunction(client, ctx, name, await readFunctionPayload(ctx, source, name));
      } else if (change.id === 'invalidate') {
        const { paths } = invalidateParams.parse(change.params);
        const live = await client.distribution();
        await invalidate(client, config, ctx, paths, functionNames(live.config));
      } else {
        throw new RewindError('plan-unreadable', `cloudfront knows no change "${change.id}"`, {
          resource: ctx.resource,
        });
      }
    });
  },

  async prove(_config, saved, ctx, source) {
    const damaged = (what: string): Finding => ({
      level: 'error',
      code: 'payload-differs',
      message: `The sealed ${what} of distribution ${saved.distribution} is not what the snapshot's manifest describes.`,
      remedy: 'Take the snapshot again; do not rely on this one.',
    });
    const findings: Finding[] = [];
    const { fields, sealed } = await describeConfig(ctx, await savedConfig(ctx, source));
    if (!same([fields, sealed], [saved.fields, saved.sealed])) findings.push(damaged('config'));
    for (const [name, was] of Object.entries(saved.functions)) {
      const found = await readFunctionPayload(ctx, source, name);
      const is = { fields: shownOf(found.config), code: await ctx.fingerprint(found.code.toString('base64')) };
      if (!same(is, { fields: was.fields, code: was.code })) findings.push(damaged(`function ${name}`));
    }
    return findings;
  },
});

async function connected<T>(config: Config, ctx: Context, work: (client: EdgeClient) => Promise<T>): Promise<T> {
  const client = await connect(config, ctx);
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

/** @throws RewindError snapshot-incomplete when a function in use cannot be found at the LIVE stage */
async function readFunctions(client: EdgeClient, ctx: Context, config: XmlElement): Promise<FunctionPair[]> {
  return Promise.all(
    functionNames(config).map(async (name) => {
      const [live, draft] = await Promise.all([
        client.edgeFunction(name, 'LIVE'),
        client.edgeFunction(name, 'DEVELOPMENT'),
      ]);
      if (live) return { name, live, draft };
      throw new RewindError('snapshot-incomplete', `CloudFront Function ${name} is in use but has no LIVE stage.`, {
        resource: ctx.resource,
        remedy: `Publish function ${name}, or take it out of the distribution, and run again.`,
      });
    }),
  );
}

async function describeConfig(ctx: Context, config: XmlElement): Promise<Pick<State, 'fields' | 'sealed'>> {
  const { shown, secret } = fieldsOf(config, KEPT);
  const sealed = await Promise.all(
    [...secret].map(async ([path, value]) => {
      ctx.masker.add(value);
      return [path, await ctx.fingerprint(value)] as const;
    }),
  );
  return { fields: Object.fromEntries(shown), sealed: Object.fromEntries(sealed) };
}

async function describeFunction(ctx: Context, { live, draft }: FunctionPair): Promise<State['functions'][string]> {
  return {
    fields: shownOf(live.config),
    code: await ctx.fingerprint(live.code.toString('base64')),
    bytes: live.code.length,
    draft: draft !== null && differs(live, draft),
  };
}

const shownOf = (config: XmlElement): Record<string, string> => Object.fromEntries(fieldsOf(config).shown);

function differs(live: EdgeFunction, draft: EdgeFunction): boolean {
  return !live.code.equals(draft.code) || !same(shownOf(live.config), shownOf(draft.config));
}

function packed({ config, code }: SavedFunction): Buffer {
  return Buffer.from(JSON.stringify({ config: writeXml(config, NAMESPACE), code: code.toString('base64') }));
}

async function savedConfig(ctx: Context, source: PayloadSource): Promise<XmlElement> {
  const text = (await source.read(CONFIG)).toString('utf8');
  const config = opened(ctx, CONFIG, () => parseXml(text));
  for (const value of fieldsOf(config).secret.values()) ctx.masker.add(value);
  return config;
}

async function readFunctionPayload(ctx: Context, source: PayloadSource, name: string): Promise<SavedFunction> {
  const text = (await source.read(functionPayload(name))).toString('utf8');
  return opened(ctx, functionPayload(name), () => {
    const { config, code } = savedFunction.parse(JSON.parse(text));
    return { config: parseXml(config), code: Buffer.from(code, 'base64') };
  });
}

function opened<T>(ctx: Context, payload: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const message = `payload ${payload} does not hold what this version of Rewind writes`;
    throw new RewindError('snapshot-corrupt', message, { resource: ctx.resource, cause });
  }
}

async function risksOf(client: EdgeClient, config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  const { config: live } = await client.distribution();
  if (config.invalidate.length > 0) await client.invalidatedSince(new Date(8.64e15), config.invalidate);
  if (stagingOf(live) || deploymentPolicyOf(live) !== null) {
    findings.push({
      level: 'warning',
      code: 'cloudfront-continuous-deployment',
      message: `Distribution ${config.distribution} takes part in a continuous deployment (${stagingOf(live) ? 'as staging' : `policy ${String(deploymentPolicyOf(live))}`}). Rewind restores the rest and leaves that alone.`,
      remedy: 'Finish or abandon the continuous deployment before a rollback, in the CloudFront console.',
    });
  }
  for (const name of functionNames(live)) {
    const found = await client.edgeFunction(name, 'LIVE');
    if (!found) {
      findings.push({
        level: 'error',
        code: 'cloudfront-function-missing',
        message: `CloudFront Function ${name} is in use but has no LIVE stage.`,
        remedy: `Publish function ${name}, or take it out of the distribution.`,
      });
    } else if (textAt(found.config, 'KeyValueStoreAssociations', 'Quantity') !== undefined && hasStores(found.config)) {
      findings.push({
        level: 'info',
        code: 'cloudfront-key-value-store',
        message: `Function ${name} reads a key-value store; the contents of the store are not captured.`,
        remedy: 'Keep them under version control and import them again when needed.',
      });
    }
  }
  return findings;
}

function hasStores(config: XmlElement): boolean {
  return textAt(config, 'KeyValueStoreAssociations', 'Quantity') !== '0';
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
