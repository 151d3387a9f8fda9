import { defineProvider } from '../../engine/provider.js';
import { apply } from './apply.js';
import { capabilities } from './capabilities.js';
import { capture } from './capture.js';
import { check } from './check.js';
import type { Config } from './config.js';
import { plan } from './plan.js';
import { prove } from './prove.js';
import { state, type State } from './state.js';

/** Vercel Flags of one project: variants, and targeting in the configured environments. */
export default defineProvider<Config, State>({
  id: 'vercel-flags',
  state,
  check,
  capture,
  plan,
  apply,
  prove,
  capabilities,
});
