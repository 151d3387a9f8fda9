import { FLAGS, text, toggle, type Flag, type InputsOf } from '../../cli/flags.js';
import type { Session } from '../../cli/session.js';
import { RewindError } from '../../runtime/errors.js';
import { flags as rollbackFlags } from '../rollback/flags.js';
import { planFlags } from '../rollback/plan-flags.js';

export const flags = {
  status: toggle('Only show what is not yet normal, and what production says of it. Changes nothing.'),
  deployment: text('id', 'The fix that takes production: the id of a deployment, or latest.'),
  'flag-steps': {
    ...text('percentages', 'Bring flags forward in these steps, e.g. 10,50,100. Needs --gate-command.'),
    allowed: 'two or more rising whole numbers from 1 to 100, comma-separated; the last is 100',
    parse: stepsOf,
    absent: null,
  } as Flag<readonly number[] | null>,
  'gate-command': {
    ...text(
      'command',
      'With --deployment or --flag-steps: release in stages, and run this shell command before each further stage.',
    ),
    allowed: 'a shell command',
    // An empty command would pass every stage.
    parse: (given: string) => (given.trim() === '' ? undefined : given),
  },
  'drop-database': text('name', 'Plan the drop of this database, which a restore kept. With --digest: drop it.'),
  digest: { ...rollbackFlags.digest, description: 'Digest of the approved drop (--drop-database).' },
  ...planFlags,
  incident: FLAGS.incident,
  out: FLAGS.out,
};
export type RecoverSession = Session<InputsOf<typeof flags>>;

/** @returns undefined if they are no steps */
function stepsOf(given: string): readonly number[] | undefined {
  const steps = given.split(',').map((one) => (/^ *\d{1,3} *$/.test(one) ? Number(one) : Number.NaN));
  const rise = steps.every((one, at) => one > (steps[at - 1] ?? 0));
  return steps.length > 1 && rise && steps.at(-1) === 100 ? steps : undefined;
}

/** A flag that would be ignored is refused: above all, --status never drops a database. @throws RewindError input-invalid */
export function assertTogether(inputs: RecoverSession['inputs']): void {
  const { status, deployment, dropDatabase: name, digest, args, flagSteps, gateCommand } = inputs;
  const given = [
    ...(args.length === 0 ? [] : ['a rollback']),
    ...(deployment === null ? [] : ['--deployment']),
    ...(flagSteps === null ? [] : ['--flag-steps']),
    ...(gateCommand === null ? [] : ['--gate-command']),
    ...(name === null ? [] : ['--drop-database']),
    ...(digest === null ? [] : ['--digest']),
  ];
  const refuse = (flag: string, others: readonly string[]): void => {
    if (others.length === 0) return;
    throw new RewindError('input-invalid', `${flag} cannot be combined with ${others.join(', ')}.`, {
      remedy: `Leave ${flag} or ${others.join(', ')} out.`,
    });
  };
  if (status) refuse('--status', given);
  if (flagSteps !== null && deployment !== null) refuse('--flag-steps', ['--deployment']);
  if (flagSteps !== null && gateCommand === null) {
    throw new RewindError('input-invalid', '--flag-steps needs --gate-command.', {
      remedy: 'Name the command that decides before each further step, or leave --flag-steps out.',
    });
  }
  if (gateCommand !== null && deployment === null && flagSteps === null && name === null) {
    throw new RewindError('input-invalid', '--gate-command needs --deployment or --flag-steps.', {
      remedy: 'Name the deployment or the steps, or leave --gate-command out.',
    });
  }
  if (name !== null) {
    refuse(
      '--drop-database',
      given.filter((one) => one !== '--drop-database' && one !== '--digest'),
    );
  } else if (digest !== null) {
    throw new RewindError('input-invalid', '--digest belongs to --drop-database.', {
      remedy: 'To apply the plan of a recovery: "rewind rollback --digest DIGEST".',
    });
  }
}
