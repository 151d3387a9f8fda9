import { CHANNEL_CONFIGS } from '../../channels/adapters/configs.js';
import type { RewindConfig } from '../../config/schema.js';
import { SEVERITIES } from '../../incident/entry.js';
import { escapeText, tableOfMarkup } from '../../runtime/markdown.js';
import { oneLine, plural } from '../../runtime/text.js';
import { callerFor, keptInWorkflows, type RunbookFacts } from './facts.js';
import {
  code,
  commands,
  foldedSettings,
  joined,
  list,
  missing,
  paragraphs,
  plain,
  rewind,
  startCommand,
  workflowLink,
} from './markup.js';

type Channel = RewindConfig['channels'][number];
type Contact = RewindConfig['contacts'][number];

/** Everybody reads these; a message goes there only if a person asks for it. */
const PUBLIC: readonly Channel['adapter'][] = ['bluesky', 'mastodon'];

const makes = (adapter: string): string =>
  CHANNEL_CONFIGS.find(({ shape }) => shape.adapter.value === adapter)?.shape.adapter.description ?? adapter;

/** True if the channel receives incidents of every severity. A list may name one twice. */
const allIn = ({ severities }: Channel): boolean => new Set<string>(severities).size === SEVERITIES.length;

function reader({ adapter, audience }: Channel): string {
  if (audience === undefined) return 'the team; everybody if the repository is public';
  if (PUBLIC.includes(adapter)) return 'everybody; only by hand';
  return audience === 'external' ? 'everybody: no host, table or person is named' : 'the team';
}

/** Which channel receives what, and who reads it. */
export function communication(facts: RunbookFacts): string {
  const { config } = facts;
  const { channels } = config;
  const shown = channels.filter(({ adapter }) => PUBLIC.includes(adapter));
  const form = callerFor(facts, 'notify') ?? callerFor(facts, 'incident');
  return paragraphs(
    channels.length === 0
      ? missing('Rewind tells nobody.', `Add ${code('channels')} to ${code(facts.configFile)}.`)
      : paragraphs(
          '**Automatic:** Rewind notifies these channels of each phase once: *opened*, *mitigated*, *rolled back*, *verified* or *failed*, *recovered*, *closed*. A channel that is down does not delay a rollback.',
          tableOfMarkup(
            ['Channel', 'What is there', 'Who reads it'],
            channels.map((channel) => [
              `${code(channel.id)}${allIn(channel) ? '' : ` (only ${joined(channel.severities)})`}`,
              makes(channel.adapter),
              reader(channel),
            ]),
          ),
          ...channels.map((channel) =>
            foldedSettings(`Settings of ${channel.id}`, channel, [
              ...['id', 'adapter'],
              ...(allIn(channel) ? channel.severities.map((_, at) => `severities[${at}]`) : []),
            ]),
          ),
        ),
    list(
      `**By hand:** name one person who leads the incident, and one who writes to customers. Say what you know, what you do, and when you write again.`,
      `**By hand:** what was not sent. ${keptInWorkflows(facts) && form !== null ? `Start ${workflowLink(facts, form)} with the action ${code('notify')}; ${code('notify-preview')} shows every message first.` : `${code(rewind(facts, 'notify', '--preview'))} shows every message, ${code(rewind(facts, 'notify'))} sends what is left.`}`,
      shown.length > 0 &&
        `**By hand:** ${joined(shown.map(({ id }) => code(id)))} ${shown.length === 1 ? 'is' : 'are'} read by everybody, so Rewind posts there only if a person ${keptInWorkflows(facts) && form !== null ? `chooses the action ${code('notify-public')}` : `runs ${code(rewind(facts, 'notify', '--public'))}`}.`,
    ),
    keptInWorkflows(facts) && form?.inputs != null
      ? commands(startCommand(facts, form, { action: 'notify-preview' }))
      : null,
  );
}

/** Who to call. A rotation stands here by its rule: who is on call today would make the page old tomorrow. */
export function contacts(facts: RunbookFacts): string {
  const { config } = facts;
  if (config.contacts.length === 0) {
    return missing(
      'Nobody is named to call when a rollback fails.',
      `Add ${code('contacts')} to ${code(facts.configFile)}: name, role, and how to reach each person at night.`,
    );
  }
  const turns = config.contacts.some(({ rotation }) => rotation !== undefined);
  return paragraphs(
    tableOfMarkup(
      ['For', 'Who', 'How'],
      config.contacts.map((contact) => [plain(contact.role), who(contact), reachOf(contact)]),
    ),
    turns
      ? `People of a rotation take turns. Each plan, each report and each message to the team names the one who is on call then.`
      : null,
  );
}

function who({ name, rotation }: Contact): string {
  if (rotation === undefined) return plain(name);
  const { start, days, people, timezone } = rotation;
  return `${plain(name)}: ${people.map(plain).join(', then ')}${people.length === 1 ? '' : ', and again'}; each for ${plural(days, 'day')}, from ${code(`${start.replace('T', ' ')} ${timezone}`)}`;
}

/** The contacts in a few words, for the top of the page. */
export const firstContacts = ({ contacts: all }: Pick<RewindConfig, 'contacts'>): string =>
  all.map((contact) => `${plain(contact.name)} (${plain(contact.role)}): ${reachOf(contact)}`).join('<br>');

/** How to reach somebody. A handle or an address of mail as code: it mentions nobody, and is copied as it is. */
const reachOf = ({ reach }: Contact): string =>
  oneLine(reach)
    .trim()
    // A search from each position of a long word would take the square of its length.
    .split(/((?<![^\s,;])[^\s,;]*@[^\s,;]+)/)
    .map((part, index) => (index % 2 === 1 ? code(part) : escapeText(part)))
    .join('');
