import { defineProvider } from '../../engine/provider.js';
import { apply } from './apply.js';
import { capabilities } from './capabilities.js';
import { capture } from './capture.js';
import { check } from './check.js';
import type { Config } from './config.js';
import { plan } from './plan.js';
import { preflight } from './preflight.js';
import { state, type State } from './state.js';

export default defineProvider<Config, State>({
  id: 'vercel-deployment',
  state,
  check,
  capture,
  plan,
  apply,
  preflight,
  preflightIsEnough: true,
  capabilities,
});
