// Generated from the folder by "npm run generate". Do not edit.
import { config as sql } from './adapters/sql.js';

export const PROBE_CONFIGS = [sql] as const;
