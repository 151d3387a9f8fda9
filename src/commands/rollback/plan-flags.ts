import { FLAGS } from '../../cli/flags.js';

/** Flags of the commands that make a plan. */
export const planFlags = {
  plan: FLAGS.plan,
  'confirm-data-loss': FLAGS['confirm-data-loss'],
  reason: FLAGS.reason,
  'typed-digest': FLAGS['typed-digest'],
  environment: FLAGS.environment,
  'plan-environment': FLAGS['plan-environment'],
  'install-client': FLAGS['install-client'],
};

export const PLAN_OUTPUTS = [
  'snapshot-id',
  'label',
  'plan-digest',
  'plan-path',
  'changes',
  'approval',
  'unconfirmed',
] as const;
