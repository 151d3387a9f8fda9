import { contactsAt } from '../../config/contacts-now.js';
import type { Entry } from '../../incident/entry.js';
import { readEntries } from '../../incident/record.js';
import type { IncidentStatus } from '../../incident/status.js';
import type { PageFacts } from '../../report/html/page.js';
import type { ReportLink } from '../../report/html/sections.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Run } from './run.js';

/** What the HTML report shows besides the facts of the rollback. */
export async function pageFacts(run: Run, incident: IncidentStatus | null): Promise<PageFacts> {
  const { project, session, trust } = run;
  const entries = incident === null ? [] : await entriesOf(run, incident);
  return {
    entries,
    contacts: await contactsAt(project.config.contacts, session.context.clock.now()),
    links: [...linksOf(run), ...messageLinks(entries)],
    unsigned: trust.kind === 'signed' ? null : trust.reason,
  };
}

/** A record that cannot be read now must not take the place of the report. */
async function entriesOf({ session, project, approved }: Run, { id }: IncidentStatus): Promise<readonly Entry[]> {
  try {
    return await readEntries(project.store, approved.environment, id);
  } catch (error) {
    session.context.log.warn(`The timeline of the report is without the incident: ${asRewindError(error).message}`);
    return [];
  }
}

function linksOf({ session, approval, manifest, release }: Run): ReportLink[] {
  const { repository, commit } = manifest;
  const deployed = release?.commit ?? null;
  const server = session.context.env.url('GITHUB_SERVER_URL', 'https://github.com');
  const page = (path: string): string => `${server}/${repository ?? ''}/${path}`;
  return [
    ...(approval.url === null ? [] : [{ words: 'The run of this report', url: approval.url }]),
    ...(manifest.run === null ? [] : [{ words: 'The run that took the snapshot', url: manifest.run }]),
    ...(repository === null || commit === null
      ? []
      : [{ words: `The commit of the snapshot, ${commit.slice(0, 10)}`, url: page(`commit/${commit}`) }]),
    ...(repository === null || commit === null || deployed === null || deployed === commit
      ? []
      : [
          { words: 'What the deploy changed in the code', url: page(`compare/${commit}...${deployed}`) },
          { words: 'The pull request of the deploy', url: page(`pulls?q=${encodeURIComponent(`is:pr ${deployed}`)}`) },
        ]),
  ];
}

/** The messages about the incident that have an address. */
const messageLinks = (entries: readonly Entry[]): ReportLink[] => {
  const links = entries.flatMap(({ kind, data }) =>
    kind === 'told' && data.ref !== null && URL.canParse(data.ref)
      ? [{ words: `The message in ${data.channel}`, url: data.ref }]
      : [],
  );
  return [...new Map(links.map((one) => [one.url, one])).values()];
};
