import { World } from '../sandbox/demo/world.js';
import type { ProgramOptions, ProgramResult } from './program.js';

/** A word of ours that begins a command line in a text for people, up to the end of the command. */
const PRINTED =
  /"rewind ([^"\n]+)"|(?<!")\brewind ((?:undo|plan|rollback|verify|check|list|salvage|unfence|snapshot)\b[^"\n`]*)/g;

/** The command lines that a text prints, as arguments. Prose after a command begins with a comma, a full stop or a bracket. */
export function commandsIn(text: string): string[][] {
  return [...text.matchAll(PRINTED)].map(
    ([, quoted, plain = '']) =>
      (quoted ?? plain)
        .split(/, |\. |; |: | \(|\.$/)[0]
        ?.trim()
        .split(/\s+/) ?? [],
  );
}

/** Runs the program, and knows every command that it printed. */
export class Shell {
  readonly printed = new Set<string>();
  readonly ran = new Set<string>();

  constructor(private readonly world: World) {}

  async run(args: readonly string[], options: Partial<ProgramOptions> = {}): Promise<ProgramResult> {
    const result = await this.world.run(args, options);
    const text = args.includes('--json') ? '' : result.stdout;
    for (const command of commandsIn(text)) this.printed.add(command.join(' '));
    if (result.status === 0) this.ran.add(args.join(' '));
    return result;
  }

  async ok(...args: string[]): Promise<ProgramResult> {
    const result = await this.run(args);
    if (result.status !== 0) throw new Error(`status ${result.status}\n${result.stdout}\n${result.stderr}`);
    return result;
  }

  /** Runs the first command of this name that a text prints. */
  async follow({ stdout }: ProgramResult, name: string): Promise<ProgramResult> {
    return this.ok(...printedCommand(stdout, name));
  }
}

export function printedCommand(text: string, name: string): string[] {
  const found = commandsIn(text).find(([first]) => first === name);
  if (found === undefined) throw new Error(`no "rewind ${name} …" in:\n${text}`);
  return found;
}

/** Everything that production holds: rows, schema, deployment, flags, services. */
export async function productionOf(world: World): Promise<unknown> {
  const tables = await world.postgres.query(
    world.database,
    `SELECT relname AS name, (SELECT json_agg(format('%s %s %s', attname, atttypid::regtype, attnotnull) ORDER BY attname)
            FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS columns
       FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i') ORDER BY relname`,
  );
  const rows: Record<string, unknown> = {};
  for (const name of ['artists', 'fans', 'subscriptions', 'payments', '_prisma_migrations']) {
    rows[name] = (
      await world.postgres.query(world.database, `SELECT json_agg(to_json(t) ORDER BY t.id) AS rows FROM ${name} t`)
    )[0]?.rows;
  }
  return { tables, rows, facts: await world.facts(), pinned: !world.project.autoAssignCustomDomains };
}
