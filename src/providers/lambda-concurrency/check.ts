import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { capture } from './capture.js';
import type { Config } from './config.js';

export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const { function: name, qualifier, reserved, provisioned } = await capture(config, ctx);
  const findings: Finding[] = [];
  if (reserved === 0) {
    findings.push({
      level: 'warning',
      code: 'lambda-switched-off',
      message: `The reserved concurrency of ${name} is 0: it does not run.`,
      remedy: 'Raise or remove the reservation in AWS if that is not intended.',
    });
  }
  if (provisioned?.failed === true) {
    findings.push({
      level: 'warning',
      code: 'lambda-provision-failed',
      message: `AWS could not provide the provisioned concurrency of ${name}:${String(qualifier)}.`,
      remedy: 'Read its status in the Lambda console, and set it again.',
    });
  }
  return findings;
}
