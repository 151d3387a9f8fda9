import { createTeller, SILENT, type Teller } from '../channels/beside.js';
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
    channels: once(async () => (await import('../channels/load.js')).loadChannels(channels)),
    steps: (incident) => recorderOf(session, project, incident),
    alone: (work) => aloneTelling(session, project, work),
  });
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
