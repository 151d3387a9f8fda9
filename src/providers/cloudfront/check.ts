import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { textAt, type XmlElement } from '../../services/aws/xml.js';
import { withDistribution, type EdgeClient } from './client.js';
import type { Config } from './config.js';
import { deploymentPolicyOf, functionNames, stagingOf } from './distribution.js';

export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  return withDistribution(config, ctx, async (client) => {
    try {
      return await risksOf(client, config);
    } catch (error) {
      if (!(error instanceof RewindError)) throw error;
      const { code, message, remedy } = error;
      return [{ level: 'error', code, message, remedy }];
    }
  });
}

async function risksOf(client: EdgeClient, config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  const { config: live } = await client.distribution();
  if (config.invalidate.length > 0) await client.invalidatedSince(new Date(8.64e15), config.invalidate);
  if (stagingOf(live) || deploymentPolicyOf(live) !== null) {
    findings.push({
      level: 'warning',
      code: 'cloudfront-continuous-deployment',
      message: `Distribution ${config.distribution} takes part in a continuous deployment (${stagingOf(live) ? 'as staging' : `policy ${String(deploymentPolicyOf(live))}`}). Rewind restores everything else.`,
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
        remedy: `Publish function ${name}, or remove it from the distribution.`,
      });
    } else if (hasStores(found.config)) {
      findings.push({
        level: 'info',
        code: 'cloudfront-key-value-store',
        message: `Function ${name} reads a key-value store; the contents of the store are not captured.`,
        remedy: 'Keep the contents under version control and import them again when needed.',
      });
    }
  }
  return findings;
}

function hasStores(config: XmlElement): boolean {
  return !['0', undefined].includes(textAt(config, 'KeyValueStoreAssociations', 'Quantity'));
}
