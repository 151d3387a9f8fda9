import { REASONS_OF_CLAIMS, VERDICTS_OF_CLAIMS } from './claim.js';
import { ACTIONS, EFFECTS } from './plan.js';
import { PLAN_DATABASE_MODES, STAGES } from './change.js';
import { APPROVAL_KINDS, ORIGINS, PLAN_KINDS, REASONS } from './vocabulary.js';

/**
 * Words with a fixed meaning in the documents that other programs read: a secret that is the same word must not make a
 * result or a plan unreadable.
 */
export const DOCUMENT_WORDS: readonly string[] = [
  ...REASONS_OF_CLAIMS,
  ...VERDICTS_OF_CLAIMS,
  ...ACTIONS,
  ...EFFECTS,
  ...PLAN_DATABASE_MODES,
  ...STAGES,
  ...APPROVAL_KINDS,
  ...REASONS,
  ...ORIGINS,
  ...PLAN_KINDS,
  ...['done', 'failed', 'not-begun', 'command line', 'comment', 'digest'],
];
