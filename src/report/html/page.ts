import type { Entry } from '../../incident/entry.js';
import { seconds } from '../../runtime/progress.js';
import { doneOf, headingOf, lossesOf, lostText, notComparedOf, toneOf, type RollbackFacts } from '../outcome.js';
import type { RollbackReport } from '../rollback-report.js';
import { areasSection } from './areas.js';
import { approvalSection, firstSection } from './first.js';
import { html, NOTHING, raw, type Markup } from './markup.js';
import {
  changesSection,
  contactsSection,
  linksSection,
  nextSection,
  proofSection,
  timelineSection,
  type Contact,
  type ReportLink,
} from './sections.js';
import { STYLE } from './style.js';

/** What the page shows besides the facts of the rollback. */
export interface PageFacts {
  /** The record of the incident; empty without one. */
  readonly entries: readonly Entry[];
  readonly contacts: readonly Contact[];
  readonly links: readonly ReportLink[];
  /** Why the snapshot is not signed; null: it is. */
  readonly unsigned: string | null;
}

/** One file without scripts or external resources, to mail, to print or to archive. */
export async function htmlReport(facts: RollbackFacts, report: RollbackReport, page: PageFacts): Promise<string> {
  const { manifest, approved } = facts;
  const body = [
    header(facts, report),
    pair(firstSection(facts, page.unsigned), approvalSection(facts)),
    await areasSection(facts.watched),
    timelineSection(facts, page.entries),
    changesSection(facts),
    proofSection(facts),
    nextSection(report.next, facts.approval.requestedBy),
    pair(contactsSection(page.contacts), linksSection(page.links)),
  ];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${headingOf(facts)}: ${approved.environment}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          ${body}
          <footer>
            Snapshot <code>${manifest.id}</code> of ${manifest.createdAt} (commit
            <code>${manifest.commit ?? '-'}</code>), plan <code>${approved.digest}</code>.
          </footer>
        </main>
      </body>
    </html> `.toString();
}

/** Side by side where there is room. */
const pair = (...sections: readonly Markup[]): Markup => html`<div class="pair">${sections}</div>`;

function header(facts: RollbackFacts, { title }: RollbackReport): Markup {
  const { approved, timeline } = facts;
  const day = timeline.startedAt.toISOString().slice(0, 10);
  return html`<header class="hero ${toneOf(facts)}">
    <p class="eyebrow">Report on ${approved.environment}, ${day}</p>
    <h1>${headingOf(facts)}</h1>
    <p class="lead">${title}</p>
    <dl class="tiles">${tiles(facts)}</dl>
  </header>`;
}

function tiles(facts: RollbackFacts): Markup[] {
  const { outcomes, earlier, live, claim, watched, tookMs } = facts;
  const [done, all] = [doneOf(facts).length, earlier.length + outcomes.length];
  const resources = new Set([
    ...claim.equal,
    ...[...claim.differs, ...notComparedOf(facts)].map(({ resource }) => resource),
  ]);
  const asked = watched?.areas.filter(({ state }) => state !== 'not-watched') ?? [];
  const recovered = asked.filter(({ state }) => state === 'recovered').length;
  const lost = lossesOf(facts);
  const tile = (name: string, value: string, good: boolean): Markup =>
    html`<div class="${good ? 'good' : 'bad'}">
      <dt>${name}</dt>
      <dd class="tone">${value}</dd>
    </div>`;
  return [
    tile('Changes done', all === 0 ? 'none needed' : `${done} of ${all}`, done === all),
    'notRead' in live
      ? tile('Resources equal', 'not verified', false)
      : tile('Resources equal', `${claim.equal.length} of ${resources.size}`, claim.equal.length === resources.size),
    asked.length === 0 || watched?.unwatched != null
      ? NOTHING
      : tile('Areas recovered', `${recovered} of ${asked.length}`, recovered === asked.length),
    tile('Data given up', lost.length === 0 ? 'none' : lostText(lost), lost.length === 0),
    html`<div>
      <dt>${'notRead' in live ? 'Took' : 'Took, with verification'}</dt>
      <dd>${seconds(tookMs / 1000)}</dd>
    </div>`,
  ];
}
