import { openSnapshots } from '../cli/choose.js';
import { defineCommand } from '../cli/command.js';
import { isDisbelieved, snapshotJson, snapshotRows } from '../cli/snapshot-rows.js';
import { otherEnvironments } from '../engine/snapshot-files.js';
import { CHECK_CLOCKS, OTHER_ENVIRONMENT, TAKE_ONE } from '../engine/snapshot-not-found.js';
import { codeSpan, escapeText } from '../runtime/markdown.js';
import { snapshotsMarkdown, snapshotsText, type SnapshotRow } from '../report/snapshots.js';
import { toJson } from '../runtime/json.js';
import { sentences } from '../runtime/text.js';
import { placeOf } from '../store/index.js';

/** Lists a damaged snapshot as damaged, and continues. */
export default defineCommand({
  name: 'list',
  summary: 'List the snapshots of the environment, newest first.',
  flags: {},
  examples: ['list', 'list --json'],
  async run(session) {
    const project = await session.open();
    const { environment, store } = project.config;
    const snapshots = await openSnapshots(session, project);
    const rows = await snapshotRows(session, project, snapshots, { signatures: true });
    const place = placeOf(store, session.context);
    const title = `Snapshots of "${environment}", newest first:`;
    // There may have been some.
    const gone = rows.length > 0 ? null : await project.store.whyMissing?.(`snapshots/${environment}`);
    const others = rows.length > 0 || gone ? '' : await otherEnvironments(project.store, environment);
    const empty = gone
      ? `${gone.message} ${gone.remedy}`
      : sentences(
          `"${environment}" has no snapshots yet in ${place}.`,
          others,
          TAKE_ONE,
          others === '' ? '' : OTHER_ENVIRONMENT,
        );
    const problems = await Promise.all(rows.map(async ({ id }) => (await snapshots.history.entry(id)).problem));
    const notes = notesOf(rows, problems.filter((problem) => problem?.code === 'snapshot-time').length);
    return {
      exit: 0,
      json: toJson({ environment, store: place, snapshots: await snapshotJson(snapshots, rows) }),
      text: rows.length === 0 ? empty : [title, snapshotsText(rows), ...notes.flatMap((note) => ['', note])].join('\n'),
      summary: `## Snapshots of ${codeSpan(environment)}\n\n${rows.length === 0 ? escapeText(empty) : [snapshotsMarkdown(rows), ...notes.map(escapeText)].join('\n\n')}\n`,
    };
  },
});

/**
 * What to do if a rollback to "latest" would find nothing, or not the newest one.
 * @param untimely how many have a time that is not believed
 */
function notesOf(rows: readonly SnapshotRow[], untimely: number): string[] {
  if (rows.length > 0 && untimely === rows.length) {
    return [`None of them can be used: their times are not believed. ${CHECK_CLOCKS}`];
  }
  const times =
    untimely === 0
      ? []
      : [
          `${untimely} of them ${untimely === 1 ? 'has a time that is' : 'have times that are'} not believed. ${CHECK_CLOCKS}`,
        ];
  if (rows.some(({ names }) => names.includes('latest'))) return times;
  const usable = rows.some(({ facts }) => facts !== null && !isDisbelieved(facts));
  return [
    usable
      ? 'None of them is "latest": the newest is damaged, or none covers what is asked for. Use --snapshot ID.'
      : `None of them can be used. ${TAKE_ONE}`,
    ...times,
  ];
}
