import { canonicalJson } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import { defineProvider } from '../../engine/provider.js';
import { apply } from './apply.js';
import { savedFlags, stateOf } from './capture.js';
import { LaunchDarklyClient } from './client.js';
import type { Config } from './config.js';
import { PAYLOAD, type Flag } from './model.js';
import { plan, state, type State } from './state.js';
import { type Finding } from '../../runtime/finding.js';

export { turnOff, type FlagSelection, type TurnedOff } from './turn-off.js';

/** Targeting of every flag of one project in one environment, with the flags' variations and archive. */
export default defineProvider<Config, State>({
  id: 'launchdarkly',
  state,
  plan,
  apply,

  async check(config, ctx) {
    const client = new LaunchDarklyClient(config, ctx);
    const [environment, flags] = await Promise.allSettled([client.environment(), client.flags()]);
    const findings: Finding[] = [];
    for (const result of [environment, flags]) {
      if (result.status === 'fulfilled') continue;
      if (!(result.reason instanceof RewindError)) throw result.reason;
      const { code, message, remedy } = result.reason;
      // The same refusal twice tells nothing more.
      if (!findings.some((finding) => finding.code === code)) findings.push({ level: 'error', code, message, remedy });
    }
    if (environment.status === 'fulfilled' && environment.value.approvalSettings?.required) {
      findings.push({
        level: 'warning',
        code: 'launchdarkly-approval-required',
        message: `Environment ${config.environment} requires an approval for changes of flags: a rollback would be refused (405).`,
        remedy: "Give the token's role the action bypassRequiredApproval, or expect to approve in LaunchDarkly.",
      });
    }
    if (flags.status === 'fulfilled') findings.push(...limitsOf(config, flags.value));
    return findings;
  },

  async capture(config, ctx, sink) {
    const flags = await new LaunchDarklyClient(config, ctx).flags();
    if (sink.purpose === 'snapshot') await sink.write(PAYLOAD, Buffer.from(JSON.stringify({ flags })));
    return stateOf(config, ctx, flags);
  },

  async prove(config, saved, ctx, source) {
    const sealed = await stateOf(config, ctx, await savedFlags(ctx, source));
    if (canonicalJson(sealed.flags) === canonicalJson(saved.flags)) return [];
    return [
      {
        level: 'error',
        code: 'payload-differs',
        message: "The sealed flags are not the ones that the snapshot's manifest describes.",
        remedy: 'Take the snapshot again; do not rely on this one.',
      },
    ];
  },
});

/** What a rollback could not write back, told before it is needed. */
function limitsOf(config: Config, flags: readonly Flag[]): Finding[] {
  const unwritable = flags.filter(({ archived, targeting: { rules, fallthrough } }) => {
    const serves = [...rules.map((rule) => rule.serve), ...(fallthrough ? [fallthrough] : [])];
    return !archived && (rules.some((rule) => rule.disabled) || serves.some(({ rollout }) => rollout?.experiment));
  });
  if (unwritable.length === 0) return [];
  return [
    {
      level: 'info',
      code: 'launchdarkly-manual-flags',
      message: `These flags hold an experiment or a disabled rule in ${config.environment}; should that part change, a person has to set it back: ${unwritable.map(({ key }) => key).join(', ')}.`,
      remedy: 'Nothing to do now; expect a manual step in a plan that touches them.',
    },
  ];
}
