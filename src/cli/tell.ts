import { createTeller, isLeft, SILENT, type Teller, type Told } from '../channels/beside.js';
import { untoldLines } from '../report/notify.js';
import { commandLine } from './command-line.js';
import { underLock } from './environment-lock.js';
import { recorderOf } from './incident.js';
import type { Project, Session } from './session.js';

type Run = Pick<Session, 'inputs' | 'run' | 'context' | 'setOutput'>;

/** Tells the configured channels beside this run. */
export function tellBeside(session: Run, project: Project): Teller {
  const { context } = session;
  const { channels } = project.config;
  const [first, ...others] = channels;
  // The default of the configuration. Somebody who did not ask for it and has no token is told by "check".
  const isDefault = first?.id === 'github-issue' && first.adapter === 'github-issue' && others.length === 0;
  const hasGitHub = context.env.secret('GITHUB_TOKEN') !== undefined && context.env.text('GITHUB_REPOSITORY');
  if (channels.length === 0 || (isDefault && !hasGitHub)) return SILENT;
  return createTeller({
    ctx: context,
    // Loaded beside the run, and once.
    channels: once(async () => (await import('../channels/load.js')).loadChannels(channels, context)),
    steps: (incident) => recorderOf(session, project, incident),
    alone: (work) => aloneTelling(session, project, work),
  });
}

/** Tells the channels of what a command wrote into a record. What does not surely arrive is a warning. */
export async function tellNow(session: Run, project: Project, incident: string): Promise<void> {
  const teller = tellBeside(session, project);
  teller.wake(incident);
  warnOfUntold(session, await teller.finish());
}

/** Names each message that did not surely arrive. */
export function warnOfUntold(session: Run, told: Told | null): void {
  for (const line of untoldLines(told)) session.context.log.warn(line);
  if (told === null || !isLeft(told)) return;
  session.context.log.warn(`To send what was not sent: ${commandLine(session, ['notify', told.incident])}`);
}

/**
 * Runs what sends messages while no other run tells the same channels. No environment begins with "_", so this lock is not
 * that of a rollback.
 * @throws RewindError environment-locked
 */
export function aloneTelling<T>(
  session: Pick<Session, 'context' | 'run'>,
  { store, config }: Pick<Project, 'store' | 'config'>,
  work: () => Promise<T>,
): Promise<T> {
  const own = { store, config: { ...config, environment: `_notify-${config.environment}` } };
  return underLock(session, own, 'notify', null, work);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
