import { defineCommand } from '../../cli/command.js';
import { FLAGS, text, toggle } from '../../cli/flags.js';
import type { Project, Session } from '../../cli/session.js';
import { readDrills, type DrillHistory } from '../../engine/drill-history.js';
import { PhaseClock } from '../../engine/drill-phases.js';
import { DRILL_VERDICTS, type DrillRecord } from '../../engine/drill-record.js';
import { GAME_DAY_FAULT_NAMES } from '../../engine/game-day-faults.js';
import { snapshotIdAt } from '../../engine/manifest.js';
import { drillMarkdown, drillText, type DrillFacts } from '../../report/drill.js';
import { RewindError } from '../../runtime/errors.js';
import { assertWritable, writeOutput } from '../../runtime/files.js';
import { toJson } from '../../runtime/json.js';
import { checksOf, keep, recordOf, snapshotOf, type Measurement } from './conclude.js';
import type { Drill } from './flow.js';
import { gameDay, isFault } from './game-day/index.js';
import { perform } from './perform.js';
import { tellIssue } from './issue.js';
import { recoveryPoint, usualWait } from './recovery-point.js';

const STATUS = { passed: 0, failed: 1, 'target-missed': 1, unverified: 3 } as const;

/** Restores a snapshot beside production, checks it there, measures, and keeps the result in the store. */
export default defineCommand({
  name: 'drill',
  summary: 'Rehearse a rollback beside production: restore a snapshot, check it, measure RTO and RPO.',
  flags: {
    snapshot: FLAGS.snapshot,
    random: toggle('Take any snapshot of the store instead of the newest.'),
    'game-day': toggle(
      'Inject a fault into a sandbox, and score how it is detected, decided and undone. No production.',
    ),
    fault: {
      ...text('name', `With --game-day: the fault, one of ${GAME_DAY_FAULT_NAMES.join(', ')}; drawn if not given.`),
      allowed: `one of ${GAME_DAY_FAULT_NAMES.join(', ')}`,
      parse: isFault,
      absent: null,
    },
    seed: {
      ...text('number', 'With --game-day: draws the fault; the same number draws the same fault.'),
      allowed: 'a whole number from 0 to 999999999',
      parse: (given: string) => (/^\d{1,9}$/.test(given) ? Number(given) : undefined),
      absent: null,
    },
    yes: toggle('With --game-day: the program plays alone, without a person and a terminal.'),
    out: FLAGS.out,
    'install-client': FLAGS['install-client'],
  },
  examples: ['drill', 'drill --random', 'drill --snapshot ~3', 'drill --game-day'],
  verdicts: DRILL_VERDICTS,
  notes: [
    'The database is restored into a scratch place: the server of REWIND_SCRATCH_DATABASE_URL, else a server that Rewind',
    'starts on this machine. Of other resources the saved state is opened and read. Production is only read, before and',
    'after, and compared. The HTTP probes run on drill.preview, or on the permanent address of the saved deployment.',
    'With --game-day, nothing of this is done: a sandbox on this machine plays an incident (docs/training.md).',
    'Exit status 0: each check passed and each target was reached. 1: a check failed ("failed"), or a target was missed',
    '("target-missed"). 3: something could not be verified ("unverified"); this is never counted as passed.',
  ],
  outputs: [
    'snapshot-id',
    'drill-artifact',
    'drill-path',
    'index-artifact',
    'index-path',
    'retention-days',
    'report-path',
  ],
  async run(session) {
    if (session.inputs.gameDay) return gameDay(withoutDrill(session));
    for (const flag of ['fault', 'seed', 'yes']) {
      if (session.inputs.given.has(flag)) throw new RewindError('input-invalid', `--${flag} needs --game-day.`);
    }
    const project = await session.open();
    if (project.identities.length === 0) {
      throw new RewindError('identity-missing', 'A drill needs an identity to open the snapshot.');
    }
    if (session.inputs.random && session.inputs.given.has('snapshot')) {
      throw new RewindError('input-invalid', '--random and --snapshot cannot be combined.');
    }
    // Fails before the restore, not after it.
    await assertWritable('out', session.path(pageOf(session)));
    const history = await readDrills(project.store, project.config.environment);
    const { record, facts } = await measured(session, project, history);
    const notes = [...facts.notes];
    await keep(session, project, record, history);
    notes.push(...(await tellIssue(session, { ...facts, notes })));
    const done = { ...facts, notes };
    const page = await writePage(session, done);
    return {
      exit: STATUS[record.verdict],
      json: toJson({
        ok: record.verdict === 'passed',
        ...record,
        checks: facts.checks,
        report: page,
        notes,
      }),
      text: drillText(done),
      summary: drillMarkdown(done),
      outputs: {
        verdict: record.verdict,
        'report-path': page,
        ...(record.snapshot === null ? {} : { 'snapshot-id': record.snapshot.id }),
      },
    };
  },
});

/** A game day takes no snapshot of a store. @throws RewindError input-invalid */
function withoutDrill<S extends DrillSession>(session: S): S {
  for (const flag of ['snapshot', 'random', 'scope']) {
    if (!session.inputs.given.has(flag)) continue;
    throw new RewindError('input-invalid', `--${flag} and --game-day cannot be combined.`);
  }
  return session;
}

type DrillSession = Session<Drill['session']['inputs'] & { readonly out: string }>;

async function measured(
  session: DrillSession,
  project: Project,
  history: DrillHistory,
): Promise<{ readonly record: DrillRecord; readonly facts: DrillFacts }> {
  const { context: ctx } = session;
  const startedAt = ctx.clock.now();
  const phases = new PhaseClock(ctx.clock);
  const id = snapshotIdAt(startedAt, ctx.randomHex(2));
  const drill: Drill = { session, project, resources: [...project.resources, ...project.backups], phases, id };
  const { manifest, checks } = await perform(drill, session.path(pageOf(session)));
  const { scope } = session.inputs;
  const own = {
    startedAt: startedAt.toISOString(),
    snapshot: snapshotOf(manifest),
    scope: scope === null ? null : [...scope],
    checks: checksOf(checks),
  };
  const [point, waitMs] = await phases.run('recovery point', async () => [
    await recoveryPoint(drill, [...history.drills, own]),
    await usualWait(drill),
  ]);
  const measurement: Measurement = {
    ...{ id, startedAt, manifest, scope, checks, waitMs, point },
    phases: phases.phases(),
    endedAt: ctx.clock.now(),
  };
  const record = recordOf(project, measurement, session.run?.url ?? null);
  return {
    record,
    facts: { record, checks, earlier: history.drills, notes: history.problems },
  };
}

const pageOf = ({ inputs }: DrillSession): string => `${inputs.out}/drill.html`;

/** Writes the report as a page. @returns its path, relative to the repository */
async function writePage(session: DrillSession, facts: DrillFacts): Promise<string> {
  const { drillPage } = await import('../../report/html/drill.js');
  const path = pageOf(session);
  await writeOutput('out', session.path(path), session.context.masker.redact(await drillPage(facts)));
  return path;
}
