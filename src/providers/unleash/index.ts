import { defineProvider } from '../../engine/provider.js';
import { apply } from './apply.js';
import { capabilities } from './capabilities.js';
import { capture } from './capture.js';
import { check } from './check.js';
import type { Config } from './config.js';
import { plan } from './plan.js';
import { prove } from './prove.js';
import { state, type State } from './state.js';

/** Flags of one Unleash project: switches, strategies and variants in one environment, and the segments they use. */
export default defineProvider<Config, State>({
  id: 'unleash',
  state,
  check,
  capture,
  plan,
  apply,
  prove,
  capabilities,
});
