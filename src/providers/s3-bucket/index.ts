import { defineProvider } from '../../engine/provider.js';
import { apply } from './apply.js';
import { capabilities } from './capabilities.js';
import { capture } from './capture.js';
import { check } from './check.js';
import type { Config } from './config.js';
import { plan } from './plan.js';
import { prove } from './prove.js';
import { state, type State } from './state.js';

/** The settings of one S3 bucket, each as its own document. */
export default defineProvider<Config, State>({
  id: 's3-bucket',
  state,
  check,
  capture,
  plan,
  apply,
  prove,
  capabilities,
});
