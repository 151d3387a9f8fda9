import { defineCommand } from '../../cli/command.js';
import { underLock } from '../../cli/environment-lock.js';
import { text, toggle, type InputsOf } from '../../cli/flags.js';
import type { Project, Session } from '../../cli/session.js';
import { INCIDENT_ID, noIncidentId, type Entry } from '../../incident/entry.js';
import { listIncidents, readEntries } from '../../incident/record.js';
import { postmortemMarkdown } from '../../report/postmortem.js';
import { RewindError } from '../../runtime/errors.js';
import { toJson } from '../../runtime/json.js';
import { textOf } from '../../runtime/text.js';
import { createGitHub } from '../../services/github/client.js';
import type { TextOutcome } from '../../services/github/unedited.js';
import { writePostmortem } from './file.js';
import { ownersSection } from './owners.js';
import { publish } from './publish.js';
import { publishPull } from './pull.js';

const flags = {
  file: text('file', 'Write the post-mortem to this Markdown file of the repository.'),
  issue: toggle(
    'Write the post-mortem as an issue of the repository, with sub-issues for root cause, test cases and documentation.',
  ),
  pull: toggle('Write the post-mortem as a file in docs/postmortems, on a branch with a pull request.'),
};

/** A view of the record. It writes nothing into the record, so it also works for a closed incident. */
export default defineCommand({
  name: 'postmortem',
  summary:
    'Write the post-mortem of an incident from its record, as a file, an issue with sub-issues, or a pull request.',
  arguments: [{ name: 'incident', description: 'Id of the incident. Default: the newest one, open or closed.' }],
  flags,
  examples: ['postmortem', 'postmortem --file docs/postmortems/checkout.md', 'postmortem --issue', 'postmortem --pull'],
  notes: [
    'Each figure and each time names the entry of the record that it comes from, as [#3]. What a record cannot tell appears there as a question.',
    'A second run updates the issue or the pull request. It does not change an issue or a file that somebody has edited.',
    'With --issue and --pull, it names the owners of the changed files, if the repository has CODEOWNERS.',
    '--issue needs "issues: write". --pull needs "contents: write" and "pull-requests: write". Both need "contents: read" for the owners.',
  ],
  outputs: ['incident-id'],
  async run(session) {
    const [given] = session.inputs.args;
    const project = await session.open();
    const id = given ?? (await newest(project));
    if (!INCIDENT_ID.test(id)) {
      throw noIncidentId(id);
    }
    const entries = await readEntries(project.store, project.config.environment, id);
    const markdown = postmortemMarkdown(entries);
    const { file, issue, pull } = session.inputs;
    const written = file === null ? null : await writePostmortem(session.path('.'), session.path(file), entries, id);
    const { issues, proposed } = issue || pull ? await published(session, project, entries) : NOTHING;
    const lines = [
      ...(file === null || written === null ? [] : [`Post-mortem of incident ${id}: ${file} ${WORDS[written]}`]),
      ...issues.map(({ part, number, url, outcome }) => `${part}: issue ${number} ${WORDS[outcome]}, ${url}`),
      ...(proposed === null
        ? []
        : [`${proposed.path} ${WORDS[proposed.outcome]}${proposed.url === null ? '' : `, ${proposed.url}`}`]),
    ];
    return {
      exit: 0,
      json: toJson({
        environment: project.config.environment,
        incident: id,
        file,
        written,
        issues,
        pull: proposed,
        markdown,
      }),
      text: lines.length === 0 ? markdown.trimEnd() : textOf(lines),
      summary: markdown,
      outputs: { 'incident-id': id },
    };
  },
});

const WORDS: Readonly<Record<TextOutcome, string>> = {
  created: 'created',
  updated: 'updated',
  unchanged: 'is up to date',
  kept: 'is left as it is, because somebody edited it',
};

/** @throws RewindError incident-not-found */
async function newest({ store, config }: Project): Promise<string> {
  const id = (await listIncidents(store, config.environment)).at(-1);
  if (id !== undefined) return id;
  throw new RewindError('incident-not-found', `"${config.environment}" has no incidents.`, {
    remedy: 'An incident opens with the first rollback, or with "rewind incident open --title TEXT".',
  });
}

const NOTHING = { issues: [], proposed: null };

/** Two runs at once could each create the issue. No environment begins with "_", so this lock is not that of a rollback. */
function published(session: Session<InputsOf<typeof flags>>, project: Project, entries: readonly Entry[]) {
  const { store, config } = project;
  const { issue, pull } = session.inputs;
  const own = { store, config: { ...config, environment: `_postmortem-${config.environment}` } };
  return underLock(session, own, 'postmortem', null, async () => {
    const github = createGitHub(session.context);
    const owners = await ownersSection(github, entries, session.context.log);
    return {
      issues: issue ? await publish(github, entries, owners) : [],
      proposed: pull ? await publishPull(github, entries, owners) : null,
    };
  });
}
