/** Limit for a program that warns about every object. */
const MAX_WARNINGS = 100;

/**
 * Collects the warnings of a PostgreSQL program from its stderr: `pg_dump: warning: …`, with the `detail:` and `hint:` lines
 * after it.
 */
export class Warnings {
  readonly #found: string[] = [];
  #rest = '';
  #inside = false;

  add(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#take(line);
  }

  /** One text for each warning. Call it after the end of the program. */
  texts(): readonly string[] {
    if (this.#rest !== '') this.add('\n');
    return this.#found;
  }

  #take(line: string): void {
    const [, program, kind, said = ''] = /^(pg_\w+: )?(?:(warning|detail|hint): )?(.*)$/.exec(line) ?? [];
    if (program !== undefined && kind === 'warning') {
      this.#inside = this.#found.length < MAX_WARNINGS;
      if (this.#inside) this.#found.push(said);
      return;
    }
    // A line of the program that is no warning ends the one before it; a line without its name continues it.
    if (program !== undefined && kind === undefined) this.#inside = false;
    const last = this.#found.length - 1;
    if (this.#inside && said.trim() !== '') this.#found[last] = `${this.#found[last] ?? ''} ${said.trim()}`;
  }
}

/**
 * Warnings that say nothing of the content: circular foreign keys concern data-only dumps, and the order of a dependency
 * loop is for the restore to prove.
 */
const HARMLESS = [/^there are circular foreign-key constraints/];

export function isHarmless(warning: string): boolean {
  return HARMLESS.some((pattern) => pattern.test(warning));
}
