import type { Author } from '../incident/record.js';
import type { Session } from './session.js';

/** Who runs the command: for records that people read later. */
export function authorOf({ run, context }: Pick<Session, 'run' | 'context'>): Author {
  return { by: run?.triggeredBy ?? context.env.text('USER') ?? 'unknown', run: run?.url ?? null };
}
