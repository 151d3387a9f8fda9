import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { failureFindings } from '../../services/flags/findings.js';
import { UnleashClient } from './client.js';
import type { Config } from './config.js';

export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const client = new UnleashClient(config, ctx);
  const [environment, flags] = await Promise.allSettled([client.environmentEnabled(), client.features()]);
  const findings = failureFindings([environment, flags]);
  if (environment.status === 'fulfilled' && environment.value !== true) {
    const missing = environment.value === undefined;
    findings.push({
      level: missing ? 'error' : 'warning',
      code: 'unleash-environment',
      message: `Unleash ${missing ? 'has no environment' : 'has disabled environment'} ${config.environment}.`,
      remedy: missing ? 'Correct "environment" in the configuration.' : 'Enable the environment in Unleash.',
    });
  }
  return findings;
}
