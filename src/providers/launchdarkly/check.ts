import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { failureFindings } from '../../services/flags/findings.js';
import { LaunchDarklyClient } from './client.js';
import type { Config } from './config.js';
import type { Flag } from './model.js';

export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const client = new LaunchDarklyClient(config, ctx);
  const [environment, flags] = await Promise.allSettled([client.environment(), client.flags()]);
  const findings = failureFindings([environment, flags]);
  if (environment.status === 'fulfilled' && environment.value.approvalSettings?.required) {
    findings.push({
      level: 'warning',
      code: 'launchdarkly-approval-required',
      message: `Environment ${config.environment} requires an approval for flag changes: LaunchDarkly refuses a rollback (405) unless the token may bypass it.`,
      remedy: "Grant the token's role the action bypassRequiredApproval, or plan for an approval in LaunchDarkly.",
    });
  }
  if (flags.status === 'fulfilled') findings.push(...unwritableFlags(config, flags.value));
  return findings;
}

/** Flags whose targeting a rollback cannot write back. */
function unwritableFlags(config: Config, flags: readonly Flag[]): Finding[] {
  const unwritable = flags.filter(({ archived, targeting: { rules, fallthrough } }) => {
    const serves = [...rules.map((rule) => rule.serve), ...(fallthrough ? [fallthrough] : [])];
    return !archived && (rules.some((rule) => rule.disabled) || serves.some(({ rollout }) => rollout?.experiment));
  });
  if (unwritable.length === 0) return [];
  return [
    {
      level: 'info',
      code: 'launchdarkly-manual-flags',
      message: `These flags have an experiment or a disabled rule in ${config.environment}; if that part changes, a person must set it back: ${unwritable.map(({ key }) => key).join(', ')}.`,
      remedy: 'Expect a manual step in a plan that changes these flags.',
    },
  ];
}
