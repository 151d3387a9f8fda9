import type { CommandResult } from '../cli/result.js';
import type { Session } from '../cli/session.js';

/** Each command is loaded when it is asked for. */
export async function runCommand(session: Session): Promise<CommandResult> {
  switch (session.inputs.command) {
    case 'check':
      return (await import('./check.js')).check(session);
    case 'snapshot':
      return (await import('./snapshot.js')).snapshot(session);
    case 'list':
      return (await import('./list.js')).list(session);
    case 'show':
      return (await import('./show.js')).show(session);
    case 'plan':
      return (await import('./plan.js')).plan(session);
    case 'rollback':
      return (await import('./rollback.js')).rollback(session);
    case 'verify':
      return (await import('./verify.js')).verify(session);
    case 'readiness':
      return (await import('./readiness.js')).readiness(session);
    case 'guard':
      return (await import('./guard.js')).guard(session);
    case 'record':
      return (await import('./record.js')).record(session);
    case 'migrate':
      return (await import('./migrate.js')).migrate(session);
  }
}
