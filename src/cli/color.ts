import { styleText } from 'node:util';

/** How a terminal shows a line. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow';

/**
 * Whether an output takes colour: FORCE_COLOR decides, then NO_COLOR (https://no-color.org); else a terminal takes it, but
 * not in CI. Pure.
 */
export function wantsColor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: none = '', CI: ci = '', TERM: term } = env;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && none === '' && ci === '' && term !== 'dumb';
}

/** The text with each line in its style. The text holds no control character: whatever it quotes was made visible. */
export function painted(text: string, styleOf: (line: string) => Style | null): string {
  return text
    .split('\n')
    .map((line) => {
      const style = styleOf(line);
      return style === null ? line : styleText(style, line, { validateStream: false });
    })
    .join('\n');
}
