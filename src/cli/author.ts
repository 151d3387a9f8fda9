import type { Author } from '../incident/record.js';
import { operatorOf } from '../runtime/operator.js';
import type { Session } from './session.js';

/** Who runs the command: for records that people read later. */
export function authorOf({ run, context }: Pick<Session, 'run' | 'context'>): Author {
  return {
    by: run?.triggeredBy ?? operatorOf(context.env),
    run: run?.url ?? null,
    redact: (text) => context.masker.redact(text),
  };
}
