import type { Alarm } from '../channels/alarm.js';
import { ALONE, BESIDE, createTeller, isLeft, SILENT, type Pace, type Teller, type Told } from '../channels/beside.js';
import { loadContacts } from '../config/contacts-now.js';
import type { Entry } from '../incident/entry.js';
import { untoldLines } from '../report/notify.js';
import { RewindError } from '../runtime/errors.js';
import { sentences } from '../runtime/text.js';
import { commandLine } from './command-line.js';
import { underLock } from './environment-lock.js';
import { recorderOf } from './incident.js';
import type { Project, Session } from './session.js';

type Run = Pick<Session, 'inputs' | 'run' | 'context' | 'setOutput'>;

/** Tells the configured channels beside this run. */
export function tellBeside(session: Run, project: Project, pace: Pace = BESIDE): Teller {
  const { context } = session;
  const { contacts } = project.config;
  const channels = channelsOf(session, project);
  if (channels.length === 0) return SILENT;
  return createTeller({
    ctx: context,
    // Loaded beside the run, and once.
    channels: once(async () => {
      const { loadChannels } = await import('../channels/load.js');
      return loadChannels(channels, context, 'private', await loadContacts(contacts));
    }),
    steps: (incident) => recorderOf(session, project, incident),
    alone: (incident, work) => aloneTelling(session, project, incident, work),
    way: (incident) => wayToSend(session, project, incident),
    pace,
  });
}

/** The channels of the configuration that this run can reach. */
function channelsOf({ context }: Run, { config: { channels } }: Project): Project['config']['channels'] {
  const [first, ...others] = channels;
  // The default of the configuration. Without a token, "check" reports it to a person who did not ask for it.
  const isDefault = first?.id === 'github-issue' && first.adapter === 'github-issue' && others.length === 0;
  const hasGitHub = context.env.secret('GITHUB_TOKEN') !== undefined && context.env.text('GITHUB_REPOSITORY');
  return isDefault && !hasGitHub ? [] : channels;
}

/** Tells the team of something that belongs to no incident. A channel that it does not reach is a warning. */
export async function tellAlarm(session: Run, project: Project, alarm: Alarm): Promise<void> {
  const { context } = session;
  const entries = channelsOf(session, project);
  if (entries.length === 0) return;
  const [{ loadChannels }, { sendAlarm }] = await Promise.all([
    import('../channels/load.js'),
    import('../channels/alarm.js'),
  ]);
  const failed = await sendAlarm(await loadChannels(entries, context), alarm, context);
  for (const { channel, error } of failed) {
    context.log.warn(sentences(`The channel ${channel} was not notified: ${error.message}`, error.remedy));
  }
}

/** Tells the channels of what a command wrote into a record. What does not surely arrive is a warning. */
export async function tellNow(session: Run, project: Project, incident: string): Promise<void> {
  const teller = tellBeside(session, project, ALONE);
  teller.wake(incident);
  warnOfUntold(session, await teller.finish());
}

/** Names each message that did not surely arrive. */
export function warnOfUntold(session: Run, told: Told | null): void {
  for (const line of untoldLines(told)) session.context.log.warn(line);
  if (told === null || !isLeft(told)) return;
  session.context.log.warn(`To send what was not sent: ${told.way}`);
}

/**
 * Runs what sends messages while no other run tells the same channels. No environment begins with "_", so this lock is not
 * that of a rollback.
 * @throws RewindError environment-locked; input-invalid if workflows could not read what this run writes
 */
export async function aloneTelling<T>(
  session: Run,
  project: Project,
  incident: string,
  work: () => Promise<T>,
): Promise<T> {
  const { store, config } = project;
  const isAlone = session.run === null && store.expires === true;
  if (isAlone && isOfWorkflow(await recorderOf(session, project, incident).entries())) {
    throw new RewindError(
      'input-invalid',
      `A workflow wrote to incident ${incident}, and workflows cannot read what this machine writes: they would send each message once more.`,
      { remedy: `Let a workflow send the messages: ${inWorkflow(incident)}.` },
    );
  }
  const own = { store, config: { ...config, environment: `_notify-${config.environment}` } };
  return underLock(session, own, 'notify', null, work, 'tell');
}

const isOfWorkflow = (entries: readonly Entry[]): boolean => entries.some(({ run }) => run !== null);

/** With the store "artifact", a workflow reads only what workflows wrote. */
const wayToSend = (session: Run, { store }: Project, incident: string): string =>
  session.run !== null && store.expires === true ? inWorkflow(incident) : commandLine(session, ['notify', incident]);

const inWorkflow = (incident: string): string =>
  `start the workflow of examples/incident.yml with the action notify and the incident ${incident}`;

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
