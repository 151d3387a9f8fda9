import type { DatabaseMode } from './change.js';
import type { Advice } from './database-advice.js';
import { lossesOf, ofChanges, option, sentencesOf, timeOf, type Option, type OptionFacts } from './option.js';
import type { PlannedChange } from './plan.js';
import { counted } from './counted.js';

/** A diff up to this size can be read in an incident. */
const SMALL = { commits: 5, files: 20 } as const;

export function code(facts: OptionFacts): Option | null {
  const { changes, flags, advice, obstacles, scope, suspect } = facts;
  if (changes.length === 0) return null;
  const deployed = changes.some(({ stage }) => stage === 'deployment');
  return option({
    kind: 'code',
    title: `${deployed ? 'Code and configuration' : 'Configuration'} back: ${counted(changes.length, 'change')}; the database stays as it is`,
    refused: sentencesOf(obstacles),
    recommended: suspect === 'shared' ? [] : recommendedFor('none', advice),
    risks: [...(deployed ? hazardsOf(advice) : []), ...ofChanges(changes)],
    losses: lossesOf(changes),
    time: timeOf(facts, ({ database, resources }) => database === 'none' && !resources.every((id) => flags.has(id))),
    plan: { database: 'none', scope },
  });
}

export function down(facts: OptionFacts): Option | null {
  const { changes, databaseChanges, backupObstacles } = facts;
  const own = databaseChanges.filter(({ database }) => database === 'down');
  if (own.length === 0) return null;
  const title = withCode(facts, 'migrations down');
  const mode = databaseMode('down', facts);
  return option({
    kind: 'down',
    title: `${title}: ${own.map(({ target }) => target).join(', ')}`,
    ...mode,
    refused: [...mode.refused, ...backupObstacles],
    risks: ['What the new code wrote in the meantime must fit the old schema.', ...mode.risks, ...ofCode(changes)],
  });
}

export function restore(facts: OptionFacts): Option | null {
  const { changes, databaseChanges } = facts;
  const own = databaseChanges.filter(({ database }) => database === 'restore');
  if (own.length === 0) return null;
  const mode = databaseMode('restore', facts);
  const times = facts.advice.databases.flatMap(({ backupMs }) => backupMs ?? []);
  return option({
    kind: 'restore',
    title: `${withCode(facts, 'the database back to the backup')}: ${own.map(({ target }) => target).join(', ')}`,
    ...mode,
    risks: [
      'Everything that was written since the snapshot is taken out of production.',
      ...mode.risks,
      ...ofCode(changes),
    ],
    backupMs: times.length === 0 ? null : times.reduce((sum, ms) => sum + ms, 0),
  });
}

const withCode = ({ changes }: OptionFacts, what: string): string =>
  changes.length === 0 ? `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}` : `Code and configuration back, and ${what}`;

/** What the advice says of a mode, over all databases; a plan has one mode for all of them. */
function databaseMode(mode: 'down' | 'restore', facts: OptionFacts) {
  const { advice, obstacles, scope } = facts;
  const all = advice.databases.flatMap(({ name, modes }) =>
    modes.flatMap((one) => (one.mode === mode ? [{ name, ...one }] : [])),
  );
  const able = all.filter(({ possible }) => possible);
  const named = (sentence: string, name: string): string => (all.length > 1 ? `${name}: ${sentence}` : sentence);
  const notes = (from: typeof all): string[] =>
    from.flatMap(({ name, notes: found }) => found.map((note) => named(note, name)));
  return {
    refused: [...(able.length === 0 ? notes(all) : []), ...sentencesOf(obstacles)],
    recommended: recommendedFor(mode, advice),
    risks: able.length === 0 ? [] : notes(all),
    losses: able.flatMap(({ losses }) => losses),
    rows: able.some(({ rows }) => rows === null) ? null : able.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
    time: timeOf(facts, ({ database }) => database === mode),
    plan: { database: mode, scope },
  };
}

/** Only if the difference is small, and the schema is the one that the code expects. The better choice if a flag hides it. */
export function fix({ diff, databaseChanges, named, suspect }: OptionFacts): Option | null {
  if (diff === null || diff.commits === 0 || diff.commits > SMALL.commits || diff.files > SMALL.files) return null;
  if (databaseChanges.some(({ database }) => database === 'down')) return null;
  const keys = named.map(({ key }) => key);
  return option({
    kind: 'fix',
    title: `Fix forward: ${counted(diff.commits, 'commit')}, ${counted(diff.files, 'file')} and no migration`,
    recommended:
      keys.length === 0 || suspect === 'shared'
        ? []
        : [
            `The difference is small, it has no migration, and a flag hides it meanwhile: turn off ${keys.join(', ')} first.`,
          ],
    risks: [
      keys.length === 0
        ? 'The fault stays until the fix is written, reviewed and deployed. No flag is known that hides it meanwhile.'
        : 'What no flag hides stays broken until the fix is written, reviewed and deployed.',
      'A fix in a hurry is itself a deploy.',
    ],
  });
}

function recommendedFor(mode: DatabaseMode, { recommended, databases }: Advice): string[] {
  return recommended === mode ? databases.flatMap(({ reasons }) => reasons) : [];
}

/** What old code meets in the database as it is. */
function hazardsOf({ databases }: Advice): string[] {
  return databases.flatMap(({ name, hazards }) => {
    if (hazards === null) return [`It is unknown whether old code can run on the present schema of ${name}.`];
    return hazards.map(
      ({ kind, text }) => `${kind === 'may-break' ? 'Old code may fail' : 'Old code fails'}: ${text}.`,
    );
  });
}

/** The option `code` lists them. */
const ofCode = (changes: readonly PlannedChange[]): string[] =>
  changes.length === 0 ? [] : ['The risks of code and configuration are those of that option.'];
