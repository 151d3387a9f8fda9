import { canonicalJson } from '../../runtime/digest.js';
import { RewindError } from '../../runtime/errors.js';
import { defineProvider } from '../../engine/provider.js';
import { apply } from './apply.js';
import { readSaved, stateOf } from './capture.js';
import { UnleashClient } from './client.js';
import type { Config } from './config.js';
import { PAYLOAD } from './model.js';
import { plan, state, type State } from './state.js';
import { type Finding } from '../../runtime/finding.js';

export { turnOff, type FlagSelection, type TurnedOff } from './turn-off.js';

/** Flags of one Unleash project: switches, strategies and variants in one environment, and the segments they use. */
export default defineProvider<Config, State>({
  id: 'unleash',
  state,
  plan,
  apply,

  async check(config, ctx) {
    const client = new UnleashClient(config, ctx);
    const [environment, flags] = await Promise.allSettled([client.environmentEnabled(), client.features()]);
    const findings: Finding[] = [];
    for (const result of [environment, flags]) {
      if (result.status === 'fulfilled') continue;
      if (!(result.reason instanceof RewindError)) throw result.reason;
      const { code, message, remedy } = result.reason;
      // The same refusal twice tells nothing more.
      if (!findings.some((finding) => finding.code === code)) findings.push({ level: 'error', code, message, remedy });
    }
    if (environment.status === 'fulfilled' && environment.value !== true) {
      findings.push({
        level: environment.value === undefined ? 'error' : 'warning',
        code: 'unleash-environment',
        message: `Unleash has ${environment.value === undefined ? 'no environment' : 'switched off the environment'} ${config.environment}.`,
        remedy: 'Check "environment" in the configuration.',
      });
    }
    return findings;
  },

  async capture(config, ctx, sink) {
    const everything = await new UnleashClient(config, ctx).features();
    if (sink.purpose === 'snapshot') await sink.write(PAYLOAD, Buffer.from(JSON.stringify(everything)));
    return stateOf(config, ctx, everything);
  },

  async prove(config, saved, ctx, source) {
    const sealed = await stateOf(config, ctx, await readSaved(ctx, source));
    const contents = ({ features, segments }: State): string => canonicalJson([features, segments]);
    if (contents(sealed) === contents(saved)) return [];
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
