import { defineCommand } from '../cli/command.js';
import { toggle, type InputsOf } from '../cli/flags.js';
import { announceRecord, recorderOf, warnIfLocal } from '../cli/incident.js';
import type { CommandResult, OutputName } from '../cli/result.js';
import type { Project, Session } from '../cli/session.js';
import { aloneTelling } from '../cli/tell.js';
import { exampleRecord } from '../channels/example.js';
import { loadChannels, type LoadedChannel } from '../channels/load.js';
import { messagesOf } from '../channels/message.js';
import { tell } from '../channels/send.js';
import { recipientsOf, tellingOf } from '../channels/told.js';
import { loadContacts } from '../config/contacts-now.js';
import { INCIDENT_ID, noIncidentId, type Entry } from '../incident/entry.js';
import { listIncidents, readEntries } from '../incident/record.js';
import { attemptLines, previewMarkdown, previewText, type ShownMessage } from '../report/notify.js';
import { escapeText } from '../runtime/markdown.js';
import { RewindError } from '../runtime/errors.js';
import { toJson } from '../runtime/json.js';
import { plural, textOf } from '../runtime/text.js';

const flags = {
  preview: toggle('Show every message of the incident, or of an example if there is none. Sends and writes nothing.'),
  public: toggle(
    'Also post to the channels that everybody reads (bluesky, mastodon). Without it, nothing is public. For a closed incident, give its id.',
  ),
};
type NotifySession = Session<InputsOf<typeof flags>>;
type Result = CommandResult<'told' | 'not-told' | 'none', OutputName & `incident-${string}`>;

/** Sends what the record of an incident asks for and what was not told. */
export default defineCommand({
  name: 'notify',
  summary: 'Notify the configured channels of an incident: each phase once, from its record.',
  arguments: [
    {
      name: 'incident',
      description:
        'Id of the incident. Default: the newest one with something to tell. Of a closed one, it sends only what is left for channels that were notified before.',
    },
  ],
  flags,
  examples: ['notify --preview', 'notify', 'notify --public'],
  notes: [
    'A message is sent once. After a crash, a channel that cannot tell whether it arrived does not get it again: the record then says "perhaps sent".',
    'Exit status 1 ("not-told"): a message was not sent, or it is unknown whether it was sent. Run the same command again.',
  ],
  verdicts: ['told', 'not-told', 'none'],
  outputs: ['incident-id', 'incident-artifact', 'incident-path', 'index-artifact', 'index-path'],
  async run(session): Promise<Result> {
    const [id] = session.inputs.args;
    if (id !== undefined && !INCIDENT_ID.test(id)) {
      throw noIncidentId(id);
    }
    const project = await session.open();
    const { preview: shown, public: told } = session.inputs;
    const { channels: configured, contacts } = project.config;
    const which = shown || told ? 'all' : 'private';
    const channels = await loadChannels(configured, session.context, which, await loadContacts(contacts));
    const found =
      id === undefined ? await chosen(session, project, channels) : await named(session, project, channels, id);
    if (session.inputs.preview) return preview(session, project, found ?? { entries: null, channels });
    return found === null ? nothing(project) : send(session, project, found);
  },
});

/** An incident, and the channels that report it. */
interface Chosen {
  readonly entries: readonly Entry[];
  readonly channels: readonly LoadedChannel[];
}

async function named(
  { context }: NotifySession,
  { store, config }: Project,
  all: readonly LoadedChannel[],
  id: string,
): Promise<Chosen> {
  const entries = await readEntries(store, config.environment, id);
  const channels = recipientsOf(entries, all, true);
  const others = all.filter((one) => !channels.includes(one)).map(({ entry }) => entry.id);
  if (others.length > 0) {
    context.log.warn(
      `Incident ${id} is closed. These channels were not notified of it before, and are not notified now: ${others.join(', ')}.`,
    );
  }
  return { entries, channels };
}

/**
 * The newest incident with something to tell, else the newest open one; null if there is none.
 * @throws RewindError incident-corrupt if there is none and a record is damaged, because that one may be open
 */
async function chosen(
  { context }: NotifySession,
  { store, config }: Project,
  all: readonly LoadedChannel[],
): Promise<Chosen | null> {
  let open: Chosen | null = null;
  let damaged: RewindError | null = null;
  for (const id of (await listIncidents(store, config.environment)).reverse()) {
    try {
      const entries = await readEntries(store, config.environment, id);
      const channels = recipientsOf(entries, all, false);
      const isDue = shownOf(entries, channels).some(({ state }) => state === 'due' || state === 'unsure');
      if (isDue) return { entries, channels };
      if (!entries.some(({ kind }) => kind === 'closed')) open ??= { entries, channels };
    } catch (error) {
      if (!(error instanceof RewindError) || error.code !== 'incident-corrupt') throw error;
      damaged ??= error;
      context.log.warn(`${error.message} Run "rewind incident verify".`);
    }
  }
  if (open === null && damaged !== null) throw damaged;
  return open;
}

const shownOf = (entries: readonly Entry[], channels: readonly LoadedChannel[]): ShownMessage[] =>
  channels.flatMap(({ entry }) =>
    messagesOf(entries, entry).map((message) => ({
      channel: entry.id,
      adapter: entry.adapter,
      message,
      state: tellingOf(entries, message.key).state,
    })),
  );

function preview(
  { context }: NotifySession,
  { config }: Project,
  { entries: found, channels }: Omit<Chosen, 'entries'> & { readonly entries: readonly Entry[] | null },
): Result {
  const entries = found ?? exampleRecord(config.environment, context.clock.now());
  const messages = shownOf(entries, channels);
  const due = messages.filter(({ state }) => state === 'due' || state === 'unsure').length;
  const incident = entries[0]?.incident ?? '';
  const headline =
    found === null
      ? `No incident is open. These are the messages of an example, ${messages.length} in all.`
      : `Incident ${incident}: ${due} of ${plural(messages.length, 'message')} not yet sent.`;
  return {
    exit: 0,
    json: toJson({ environment: config.environment, incident: found === null ? null : incident, messages }),
    text: previewText(headline, messages),
    summary: previewMarkdown(headline, messages),
    outputs: { verdict: found === null ? 'none' : due === 0 ? 'told' : 'not-told' },
  };
}

function nothing({ config }: Project): Result {
  const text = `No incident of "${config.environment}" is open: there is nothing to send.`;
  return {
    exit: 0,
    json: toJson({ environment: config.environment, incident: null, messages: [] }),
    text,
    summary: `${escapeText(text)}\n`,
    outputs: { verdict: 'none' },
  };
}

async function send(session: NotifySession, project: Project, { entries, channels }: Chosen): Promise<Result> {
  const incident = entries[0]?.incident ?? '';
  const recorder = recorderOf(session, project, incident);
  const attempts = await aloneTelling(session, project, incident, () => tell(recorder, channels, session.context));
  announceRecord(session, project, incident);
  if (attempts.length > 0) warnIfLocal(session, project, incident);
  const sent = attempts.filter(({ outcome }) => outcome === 'sent').length;
  const ok = sent === attempts.length;
  const headline =
    attempts.length === 0
      ? `Incident ${incident}: every channel was notified of everything.`
      : `Incident ${incident}: ${sent} of ${plural(attempts.length, 'message')} sent.`;
  const lines = attemptLines(attempts);
  return {
    exit: ok ? 0 : 1,
    json: toJson({ environment: project.config.environment, incident, messages: attempts.map(json) }),
    text: textOf([headline, ...lines.map((line) => `  ${line}`)]),
    summary: `${[`## ${escapeText(headline)}`, ...lines.map((line) => `- ${escapeText(line)}`)].join('\n\n')}\n`,
    outputs: { 'incident-id': incident, verdict: ok ? 'told' : 'not-told' },
  };
}

const json = ({ error, ...attempt }: Awaited<ReturnType<typeof tell>>[number]): object => ({
  ...attempt,
  error: error === null ? null : { code: error.code, message: error.message, remedy: error.remedy },
});
