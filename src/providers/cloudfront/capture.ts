import type { PayloadSink } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import { writeXml, type XmlElement } from '../../services/aws/xml.js';
import { NAMESPACE, withDistribution, type EdgeClient, type EdgeFunction } from './client.js';
import type { Config } from './config.js';
import { deploymentPolicyOf, functionNames, KEPT, newest, stagingOf } from './distribution.js';
import { fieldsOf } from './fields.js';
import { CONFIG, draftPayload, functionPayload, packFunction } from './payload.js';
import type { FunctionState, State } from './state.js';

interface FunctionPair {
  readonly name: string;
  readonly live: EdgeFunction;
  readonly draft: EdgeFunction | null;
}

export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  return withDistribution(config, ctx, async (client) => {
    const distribution = await client.distribution();
    const functions = await readFunctions(client, ctx, distribution.config);
    if (sink.purpose === 'snapshot') {
      await sink.write(CONFIG, Buffer.from(writeXml(distribution.config, NAMESPACE)));
      for (const { name, live, draft } of functions) {
        await sink.write(functionPayload(name), packFunction(live));
        if (draft && differs(live, draft)) await sink.write(draftPayload(name), packFunction(draft));
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
      invalidate: [...config.invalidate].sort(),
      invalidated,
    };
  });
}

/** @throws RewindError snapshot-incomplete if a function in use is missing at the LIVE stage */
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
        remedy: `Publish function ${name}, or remove it from the distribution, and run again.`,
      });
    }),
  );
}

export async function describeConfig(ctx: Context, config: XmlElement): Promise<Pick<State, 'fields' | 'sealed'>> {
  const { shown, secret } = fieldsOf(config, KEPT);
  const sealed = await Promise.all(
    [...secret].map(async ([path, value]) => {
      ctx.masker.add(value);
      return [path, await ctx.fingerprint(value)] as const;
    }),
  );
  return { fields: Object.fromEntries(shown), sealed: Object.fromEntries(sealed) };
}

/** What the manifest says of a function. */
export async function describeFunction(
  ctx: Context,
  { live, draft }: Pick<FunctionPair, 'live' | 'draft'>,
): Promise<FunctionState> {
  return {
    fields: shownOf(live.config),
    code: await ctx.fingerprint(live.code.toString('base64')),
    bytes: live.code.length,
    draft: draft !== null && differs(live, draft),
  };
}

export const shownOf = (config: XmlElement): Record<string, string> => Object.fromEntries(fieldsOf(config).shown);

function differs(live: EdgeFunction, draft: EdgeFunction): boolean {
  return !live.code.equals(draft.code) || canonicalJson(shownOf(live.config)) !== canonicalJson(shownOf(draft.config));
}
