import { defineProvider } from '../../engine/provider.js';
import { capture } from './backup.js';
import { check, preflight } from './check.js';
import type { Config } from './config.js';
import { prove } from './prove.js';
import { restore } from './restore.js';
import { plan, state, type State } from './state.js';

export default defineProvider<Config, State>({
  id: 'postgres',
  state,
  slow: true,
  check,
  capture,
  plan,
  apply: restore,
  prove,
  preflight,
});
