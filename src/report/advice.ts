import type { Advice, DatabaseAdvice, ModeAdvice } from '../engine/database-advice.js';
import { seconds } from '../runtime/progress.js';
import { codeSpan, escapeText, table } from '../runtime/markdown.js';
import { riskText } from './risk.js';

/** Hazards that are listed one by one. */
const LISTED = 12;

/** The database modes of a plan for a terminal, as lines; none if no database differs. */
export function adviceText({ chosen, databases }: Advice): string[] {
  return databases.flatMap((entry) => [
    '',
    `Database mode for ${entry.name} (${entry.resources.join(', ')}): chosen ${chosen}, recommended ${entry.recommended ?? 'unknown'}`,
    ...entry.reasons.map((reason) => `  ${reason}`),
    ...entry.modes.flatMap((mode) => {
      const [first = '', ...rest] = linesOf(mode, entry);
      return [`  ${mode.mode.padEnd(8)} ${first}`, ...rest.map((line) => `           - ${line}`)];
    }),
    ...(databases.length > 1 ? [`  ${ONE_MODE}`] : []),
  ]);
}

/** The same for a job summary; '' if no database differs. */
export function adviceMarkdown({ chosen, databases }: Advice): string {
  return databases
    .map((entry) =>
      [
        `### Database mode for ${codeSpan(entry.name)}`,
        `Chosen: \`${chosen}\`. Recommended: **${entry.recommended ?? 'unknown'}**${entry.recommended === null || entry.recommended === chosen ? '' : ' ⚠️'}`,
        entry.reasons.map((reason) => `- ${escapeText(reason)}`).join('\n'),
        table(
          ['Mode', 'Possible', 'What it means'],
          entry.modes.map((mode) => [mode.mode, mode.possible ? 'yes' : 'no', linesOf(mode, entry).join('\n')]),
        ),
        ...(databases.length > 1 ? [ONE_MODE] : []),
      ].join('\n\n'),
    )
    .join('\n\n');
}

const ONE_MODE =
  'One mode applies to every database in the scope: plan them apart with --scope if they need different ones.';

/** The first line says whether it is possible and what it loses. */
function linesOf(mode: ModeAdvice, { hazards, backupMs }: DatabaseAdvice): string[] {
  if (mode.mode === 'none') return ['loses nothing.', ...hazardLines(hazards)];
  if (!mode.possible) return ['not possible.', ...mode.notes];
  const time =
    mode.mode === 'restore' && backupMs !== null
      ? [`The backup took ${seconds(backupMs / 1000)}. No restore was measured; it usually takes longer.`]
      : [];
  const loses = mode.losses.length === 0 ? 'loses nothing.' : mode.rows === 0 ? 'loses no row:' : 'loses:';
  return [loses, ...mode.losses.map(riskText), ...mode.notes, ...time];
}

function hazardLines(hazards: DatabaseAdvice['hazards']): string[] {
  if (hazards === null) return ['What old code meets is unknown.'];
  if (hazards.length === 0) return ['No hazard for old code was found in tables, columns, constraints and enums.'];
  const more = hazards.length - LISTED;
  return [
    ...hazards.slice(0, LISTED).map(({ kind, text }) => `${kind === 'may-break' ? 'May break: ' : ''}${text}.`),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}
