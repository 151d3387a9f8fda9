import { rewindConfig } from '../../config/schema.js';
import { tableOfMarkup } from '../../runtime/markdown.js';
import { afterwards, recovery } from './after.js';
import { choices, click } from './click.js';
import { decision, monitoring } from './criteria.js';
import { drills } from './drills.js';
import { mitigation } from './ease.js';
import { callerFor, type RunbookFacts, type Section } from './facts.js';
import { halfway } from './halfway.js';
import { CLOSE, firstLine, OPEN, ownBlock, type OwnText } from './own.js';
import { communication, contacts, firstContacts } from './people.js';
import { preparation } from './prepare.js';
import { anchorOf, systems, titleOf } from './systems.js';
import { code, foldedSettings, missing, paragraphs, plain, rewind, workflowLink } from './markup.js';

/** For text of the team whose section the runbook does not have any more. */
const LEFT = 'Notes whose section is gone';

/**
 * The runbook of a team, as Markdown. Text from the configuration and the workflows is inert in it; no secret is read.
 * The same facts give the same text. Pure.
 * @param own the team's text of the file that it replaces
 */
export function runbookMarkdown(facts: RunbookFacts, own: OwnText = new Map()): string {
  const sections = sectionsOf(facts);
  const titles = new Set(sections.flatMap(({ title, parts = [] }) => [title, ...parts.map((part) => part.title)]));
  const left = [...own].filter(([title]) => title !== '' && title !== LEFT && !titles.has(title));
  const notes = [
    ...(own.has(LEFT) ? [own.get(LEFT) ?? ''] : []),
    ...left.map(([title, text]) => `**${title}**\n\n${text}`),
  ];
  return `${[
    head(facts),
    ownBlock(own.get('')),
    ...sections.flatMap(({ title, body, parts = [] }) => [
      `## ${title}`,
      body,
      ownBlock(own.get(title)),
      ...parts.flatMap((part) => [`### ${part.title}`, part.body, ownBlock(own.get(part.title))]),
    ]),
    ...(notes.length === 0 ? [] : [`## ${LEFT}`, ownBlock(notes.join('\n\n'))]),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

function head(facts: RunbookFacts): string {
  const { config, repository, configFile, renew } = facts;
  const where = repository === null ? '' : ` of [${plain(repository.name)}](${repository.server}/${repository.name})`;
  return paragraphs(
    firstLine(renew),
    `# Runbook: roll back ${code(config.environment)}`,
    `How we return ${code(config.environment)}${where} to what it was before a deploy. **In an incident, begin with the table, and do not read the rest.** In a command, replace the words in capitals.`,
    cards(facts),
    `**Automatic** is what Rewind does by itself. **By hand** is what a person does. This page is made from ${code(configFile)} and the workflows of the repository, and ${code('rewind runbook')} renews it. Your own text belongs between the marks ${code(OPEN)} and ${code(CLOSE)} of a section: it stays.`,
  );
}

/** The first screen. */
function cards(facts: RunbookFacts): string {
  const { config } = facts;
  const form = (purpose: string): string | null => {
    const caller = callerFor(facts, purpose);
    return caller?.inputs == null ? null : workflowLink(facts, caller);
  };
  const line = (...words: string[]): string => code(rewind(facts, ...words));
  const people = firstContacts(config);
  const undoes = callerFor(facts, 'rollback')?.inputs?.some(({ name }) => name === 'undo') === true;
  const closes = config.resources.some(({ provider }) => provider === 'postgres');
  return tableOfMarkup(
    ['You want to', 'Do this'],
    [
      ['know whether to roll back', `[When to roll back](#when-to-roll-back)`],
      ['ease it now', `${form('mitigate') ?? line('mitigate')} – [what there is](#immediate-mitigation)`],
      ['**roll back**', `${form('rollback') ?? line('plan', '--reason', 'WHY')} – [step by step](#rollback)`],
      [
        'take the rollback back',
        `${undoes ? 'the same, with **undo**' : line('undo', '--reason', 'WHY')} – [how](#after-the-rollback)`,
      ],
      ['go on after it stopped half-way', `[If it stops half-way](#if-it-stops-half-way)`],
      ...(closes ? [['open a database that a rollback left closed', line('unfence')]] : []),
      ['call somebody', people === '' ? '⚠️ nobody is named' : people],
    ],
  );
}

function sectionsOf(facts: RunbookFacts): Section[] {
  const { config } = facts;
  return [
    { title: 'Preparation', body: preparation(facts) },
    { title: 'When to roll back', body: decision(facts) },
    { title: 'Immediate mitigation', body: mitigation(facts) },
    { title: 'Rollback', body: paragraphs(click(facts), '**What you decide:**', choices(facts)) },
    {
      title: 'Procedures by system',
      body: paragraphs(
        'The rollback above returns all of these together. Roll a single one back only if you know that the others are right.',
        config.resources.map((resource) => `- [${titleOf(resource)}](${anchorOf(titleOf(resource))})`).join('\n'),
      ),
      parts: systems(facts),
    },
    { title: 'After the rollback', body: afterwards(facts) },
    { title: 'If it stops half-way', body: halfway(facts) },
    { title: 'Monitoring', body: monitoring(facts, watchedBy(facts)) },
    { title: 'Communication', body: communication(facts) },
    { title: 'Recovery', body: recovery(facts) },
    { title: 'Drills', body: drills(facts) },
    { title: 'Contacts', body: contacts(facts) },
    ...others(facts),
  ];
}

function watchedBy(facts: RunbookFacts): string {
  const caller = callerFor(facts, 'monitor');
  return caller === null
    ? missing('no workflow watches a deploy.', 'Copy examples/monitor-production.yml.').replace(/^> /, '')
    : `${workflowLink(facts, caller)} (${code(caller.file)}) starts after a deploy and compares with the baseline from before it.`;
}

/** Keys of the configuration that the sections above show. */
const SHOWN = [
  ...[
    'version',
    'environment',
    'approval',
    'self-approval',
    'plan-hours',
    'expedited',
    'contacts',
    'channels',
    'windows',
  ],
  ...['readiness', 'store', 'retention', 'recovery', 'criteria', 'seal', 'sign', 'resources', 'monitor', 'mitigations'],
  ...['probes', 'runbook', 'drill'],
];

/** What a newer configuration has beside them, so that no setting is hidden. */
function others({ config }: RunbookFacts): Section[] {
  const keys = Object.keys(rewindConfig.shape).filter((key) => !SHOWN.includes(key));
  const rest = Object.fromEntries(Object.entries(config).filter(([key]) => keys.includes(key)));
  const rows = foldedSettings('Other settings of the configuration', rest);
  return rows === '' ? [] : [{ title: 'Other settings', body: rows }];
}
