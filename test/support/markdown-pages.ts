import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked, type Token } from 'marked';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every Markdown page that a reader of the repository sees; paths count from its root. */
export function markdownPages(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? below(path) : entry.name.endsWith('.md') ? [path] : [];
    });
  const top = readdirSync(root).filter((name) => name.endsWith('.md'));
  return [...top, ...['docs', 'examples', '.github'].flatMap(below)].sort();
}

export const readPage = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The tokens of a page and all that they hold. */
function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  void marked.walkTokens(marked.lexer(text), (token) => {
    found.push(token);
  });
  return found;
}

/** Text of a heading as a reader sees it. */
function plain(tokens: readonly Token[] | undefined, otherwise: string): string {
  return (
    tokens
      ?.map((token) => ('tokens' in token ? plain(token.tokens, '') : 'text' in token ? String(token.text) : token.raw))
      .join('') ?? otherwise
  );
}

/** The anchors of a page, as GitHub makes them of its headings. */
export function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const token of tokensOf(text)) {
    if (token.type !== 'heading') continue;
    const slug = plain(token.tokens, token.raw)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    let name = slug;
    for (let n = 1; anchors.has(name); n += 1) name = `${slug}-${n}`;
    anchors.add(name);
  }
  return anchors;
}

/** Targets of the links and pictures of a page that lead into the repository. */
export function linksOf(text: string): string[] {
  return tokensOf(text).flatMap((token) =>
    (token.type === 'link' || token.type === 'image') &&
    typeof token.href === 'string' &&
    !/^[a-z][a-z0-9+.-]*:/i.test(token.href)
      ? [token.href]
      : [],
  );
}

/** Why a link of a page leads nowhere; undefined if it leads to a file, a folder, or a heading. */
export function brokenLink(page: string, link: string, anchors: (path: string) => Set<string>): string | undefined {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? page : relative(root, join(root, dirname(page), decodeURIComponent(file)));
  if (target.startsWith('..')) return `${link}: outside of the repository`;
  if (!existsSync(join(root, target))) return `${link}: no such file`;
  if (anchor === undefined) return undefined;
  if (!target.endsWith('.md') || statSync(join(root, target)).isDirectory()) return `${link}: not a page`;
  return anchors(target).has(anchor) ? undefined : `${link}: no such heading`;
}

export interface PrintedCommand {
  readonly text: string;
  /** Words after "rewind". */
  readonly words: readonly string[];
  /** In a block, to be copied as it is; in a sentence, it may have placeholders. */
  readonly block: boolean;
}

/** The program alone, without a word behind it, is a name and no call. */
const CALL = /^(?:npx (?:--no-install )?)?(?:rewind|node \S*dist\/index\.js) +(?=\S)/;

/** Every command line of Rewind that a page prints: in its shell blocks, and as code in its sentences. */
export function commandsOf(text: string): PrintedCommand[] {
  return tokensOf(text).flatMap((token) => {
    if (token.type === 'codespan' && CALL.test(String(token.text))) return call(String(token.text), false);
    if (token.type !== 'code' || !/^(sh|bash|console|shell)$/.test(String(token.lang ?? ''))) return [];
    return String(token.text)
      .replaceAll('\\\n', ' ')
      .split(/\n|&&|\|\||;/)
      .map((line) =>
        line
          .trim()
          .replace(/^\$ /, '')
          .replace(/^(?:[A-Z][A-Z0-9_]*=\S* )+/, ''),
      )
      .flatMap((line) => (CALL.test(line) ? call(line, true) : []));
  });
}

function call(text: string, block: boolean): PrintedCommand[] {
  return [{ text, block, words: shellWords(text.replace(CALL, '')) }];
}

/** Splits as a shell does, without its expansions; a comment, a pipe and a redirection end the words. */
function shellWords(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/(?:'[^']*'|"[^"]*"|\\.|[^\s'"])+/g)) {
    if (/^(#|\||>|2>)/.test(word)) break;
    words.push(
      word.replace(/'([^']*)'|"([^"]*)"|\\(.)/g, (_all, ...found: (string | undefined)[]) =>
        found.slice(0, 3).join(''),
      ),
    );
  }
  return words;
}
