// Generated from the folder by "npm run generate". Do not edit.
import { config as sql } from './adapters/sql.js';
import { config as stripePayments } from './adapters/stripe-payments.js';

export const PROBE_CONFIGS = [sql, stripePayments] as const;
