import { asRewindError } from '../runtime/errors.js';
import { toJson } from '../runtime/json.js';
import { table } from '../runtime/markdown.js';
import { defineCommand } from '../cli/command.js';
import { textOf } from '../runtime/text.js';
import { authorOf } from '../cli/author.js';
import { commandLine } from '../cli/command-line.js';
import { COMMIT, commitRow, EVENT, eventRows, pinRows } from '../cli/deploy-rows.js';
import { FLAGS, text, type Flag } from '../cli/flags.js';
import { mitigationsInEffect, openIncidentsOf, recorderOf } from '../cli/incident.js';
import type { Project, Session } from '../cli/session.js';
import { deployGate, TO_OVERRIDE } from '../readiness/windows/gate.js';

const toUnblock = (session: Session): string =>
  `To unblock: deploy the fix (it stays staged), check it, then run "${commandLine(session, ['recover', '--deployment', 'latest'])}" and get its plan approved. Then run this deploy again.`;
const PINNED = 'production is pinned by a rollback (or its state is unknown)';
const CLOSED = 'no deploys are allowed at this time';
const QUARANTINED = 'this commit was rolled back (or the incidents could not be read)';
const OTHER_PROJECT = 'the event of Vercel is about another project';
/** Rows of an open mitigation and of the calendar. No resource has these ids. */
const MITIGATION = '(mitigation)';
const WINDOW = '(window)';
const HEADLINES: Readonly<Record<string, string>> = {
  [COMMIT]: QUARANTINED,
  [EVENT]: OTHER_PROJECT,
  [WINDOW]: CLOSED,
};
const commitFlag: Flag<string | null> = {
  ...text('sha', 'Commit that is to be deployed; default: the commit of the event of Vercel, or of the workflow run.'),
  allowed: '7 to 40 hexadecimal digits',
  parse: (given) => (/^[0-9a-f]{7,40}$/i.test(given) ? given.toLowerCase() : undefined),
};

/**
 * The calendar of `windows`; no row without one. An override is written to the newest open incident, where the store allows
 * two writers.
 */
async function calendar(session: Session, project: Project, reason: string | null) {
  const { config, store } = project;
  const { clock, log } = session.context;
  const gate = await deployGate(config.windows, clock.now(), authorOf(session).by, reason);
  if (gate === null) return [];
  const { allowed, why, override } = gate;
  // With the store "artifact" a second writer beside a rollback would fork the record. The snapshot holds the override too.
  if (override !== null && project.store.expires !== true) {
    try {
      const [incident] = await openIncidentsOf(session, store, config.environment);
      if (incident !== undefined) {
        await recorderOf(session, project, incident.id).add('note', { text: why });
      }
    } catch (error) {
      log.warn(`The override is not in the record of the incident: ${asRewindError(error).message}`);
    }
  }
  return [{ id: WINDOW, pin: allowed ? 'free' : 'closed', why }];
}

/**
 * Blocks deploys after a rollback, because a deploy would override it, and deploys of a commit that was rolled back. Fails
 * closed: an unknown state counts as pinned. Also blocks them by the calendar, which a reason overrides. Exits with status 3 if pinned (verdict `held`).
 */
export default defineCommand({
  name: 'guard',
  summary:
    'Decide whether a deploy may go to production. Blocks it while a rollback pins production or holds back the commit, and outside of the deploy window.',
  flags: { commit: commitFlag, 'override-freeze': FLAGS['override-freeze'] },
  examples: ['guard', 'guard --commit 1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d', 'guard --override-freeze hotfix'],
  notes: [
    'Exit status 0: the deploy may go ahead ("free"). 3: it may not ("held"), also if a resource could not be read. With',
    '--override-freeze, only the calendar is overridden.',
  ],
  verdicts: ['free', 'held'],
  async run(session) {
    const project = await session.open();
    const { rows: pins, pinned } = await pinRows(session, project.resources);
    const commit = session.inputs.commit ?? project.origin.commit;
    const looked = pins.map(({ id }) => id);
    pins.push(await commitRow(session, project, commit));
    pins.push(...eventRows(session, project));
    for (const why of await mitigationsInEffect(session, project)) {
      pins.push({ id: MITIGATION, pin: 'free', why: `${why} A snapshot that is taken now holds it.` });
    }
    pins.push(...(await calendar(session, project, session.inputs.overrideFreeze)));
    const held = pins.filter(({ pin }) => pin !== 'free');
    const free = held.length === 0;
    const headline = free
      ? `Deploys are allowed: ${looked.length === 0 ? 'nothing that a rollback can pin was checked' : `no rollback pins ${looked.join(', ')}`}, and ${commit === null ? 'no commit was checked' : `commit ${commit.slice(0, 12)} is not held back`}.`
      : `Deploys are blocked: ${held
          .map(({ id }) => HEADLINES[id] ?? PINNED)
          .filter(first)
          .join(', and ')}.`;
    const ways = [
      ...(pinned ? [toUnblock(session)] : []),
      ...(held.some(({ id }) => id === WINDOW) ? [TO_OVERRIDE] : []),
    ];
    const rows = pins.map(({ id, pin, why }) => [id, pin, why]);
    return {
      exit: free ? 0 : 3,
      json: toJson({ ok: free, resources: pins }),
      text: textOf([headline, ...pins.map(({ id, pin, why }) => `  ${id}: ${pin}: ${why}`), ...ways]),
      summary: [
        `## ${free ? '✅' : '⛔'} ${headline}`,
        rows.length === 0
          ? 'The configuration has no resource that a rollback can pin.'
          : table(['Resource', 'State', 'Why'], rows),
        ...ways,
      ].join('\n\n'),
      outputs: { verdict: free ? 'free' : 'held' },
    };
  },
});

const first = (text: string, index: number, all: readonly string[]): boolean => all.indexOf(text) === index;
