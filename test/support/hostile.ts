import { marked } from 'marked';

/**
 * What a service, a commit or a branch may be called. Each begins or breaks a line with something that a runner, a
 * terminal, Markdown or HTML would obey; OWNED is where it would show.
 */
export const HOSTILE = [
  '::error::OWNED',
  'x\n::set-output name=verdict::OWNED',
  'x\n  ::add-mask::OWNED',
  'x\r\n::warning file=a.ts,line=1::OWNED',
  'x\u0085::stop-commands::OWNED',
  'x\u2028::notice::OWNED',
  '##[error]OWNED',
  'x ##[add-mask]OWNED',
  '##[set-output name=verdict]OWNED',
  'x\nOWNED line of its own',
  '\u001b[2J\u001b[31mOWNED',
  '\u009b2JOWNED',
  '\u001b]8;;https://evil.example\u0007OWNED\u001b]8;;\u0007',
  '\u202EOWNED gnp.exe',
  '\u2066OWNED\u2069',
  'OWNED\u0000NUL',
  'OWNED\u0007\u0008\u007f',
  '@acme/OWNED-team',
  'please ask @OWNED now, fixes #42, GH-42, acme/shop#42',
  '[OWNED](https://evil.example)',
  '[OWNED](javascript:alert(1)) [ref]: https://evil.example',
  '![OWNED](https://evil.example/p.png)',
  '<img src=x onerror=OWNED>',
  '<script>OWNED()</script>',
  '<!-- OWNED -->',
  '<details><summary>OWNED',
  'x\n```\nOWNED\n~~~\n',
  '```mermaid\nclick a "javascript:OWNED"',
  'x\n# OWNED\n\n- OWNED\n\n> OWNED\n\n| OWNED | b |\n| --- | --- |',
  '**OWNED** __OWNED__ ~~OWNED~~ $\\OWNED$',
  '%0A::error::OWNED%0A',
  `OWNED${'A'.repeat(60_000)}`,
] as const;

/** Words of a person that a shell, a workflow, Markdown or a browser could take apart. Each one must arrive as it was typed. */
export const TYPED = [
  `it's "down" for 'us'; 100% \\ C:\\new`,
  'x $(touch OWNED) `touch OWNED` ${HOME} $HOME ${{ github.token }}; rm -rf / && a | b > c < d',
  'first line\nsecond line\r\nthird line\n\n    fifth line',
  '🔥 наш сайт лежит 👩‍👩‍👧 e\u0301 حُذِف',
  '| a | b | <b> &amp; &lt; # no heading, _no_ *emphasis*, https://shop.example/a_b?c=d&e=f',
  `${'word '.repeat(12_000)}END`,
] as const;

/** A text of a reader: what HTML shows, without what tells nothing. */
export const readable = (html: string): string =>
  html
    .replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '')
    .replace(/\s+/g, '');

/** What of these a text does not hold as it was typed; blanks and lines aside. Empty if all is there. */
export const lost = (shown: string, typed: readonly string[] = TYPED): string[] =>
  typed.filter((text) => !shown.includes(text.replace(/\s+/g, ''))).map((text) => text.slice(0, 60));

/** As a reader of GitHub sees Markdown. */
export const rendered = async (markdown: string): Promise<string> =>
  readable(await marked.parse(markdown, { gfm: true }));

/** A command that the runner carried out. */
export interface Carried {
  readonly name: string;
  readonly properties: string;
  readonly data: string;
}

/** The commands in the log of a step: a port of actions/runner ActionCommand.TryParseV2, TryParse and ActionCommandManager. */
export function carriedOut(log: string): Carried[] {
  const carried: Carried[] = [];
  let token: string | undefined;
  for (const line of log.split(/\r\n|\n|\r/)) {
    const command = parseV2(line) ?? parseV1(line);
    if (command === undefined) continue;
    if (token !== undefined) {
      if (command.name.toLowerCase() === token.toLowerCase()) token = undefined;
      continue;
    }
    if (command.name === 'stop-commands') token = command.data;
    carried.push(command);
  }
  return carried;
}

/** .NET's TrimStart removes more than JavaScript's. */
const BLANK = /^[\s\u0085\u180e\u200b]*/;

function parseV2(line: string): Carried | undefined {
  const text = line.replace(BLANK, '');
  const end = text.indexOf('::', 2);
  if (!text.startsWith('::') || end < 0) return undefined;
  const [name = '', ...properties] = text.slice(2, end).split(' ');
  return { name, properties: properties.join(' '), data: text.slice(end + 2) };
}

function parseV1(line: string): Carried | undefined {
  const begin = line.indexOf('##[');
  const end = begin < 0 ? -1 : line.indexOf(']', begin);
  if (end < 0) return undefined;
  const [name = '', ...properties] = line.slice(begin + 3, end).split(' ');
  return { name, properties: properties.join(' '), data: line.slice(end + 1) };
}

const OWN_COMMANDS = ['add-mask', 'debug', 'error', 'notice', 'stop-commands', 'warning'];

/** What of a log of Actions a hostile text brought about. Empty if nothing. */
export function injected(log: string): Carried[] {
  return carriedOut(log).filter(
    ({ name, properties, data }) =>
      !OWN_COMMANDS.includes(name) || /OWNED/.test(properties) || /^\s*OWNED/.test(data) || name === 'OWNED',
  );
}

/** Control characters and changes of the writing direction, and lines of their own. Empty if there are none. */
export function terminalFaults(text: string): string[] {
  const controls = Array.from(text).filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    return (
      (code < 0x20 && code !== 0x0a && code !== 0x09) ||
      (code >= 0x7f && code <= 0x9f) ||
      (code >= 0x202a && code <= 0x202e) ||
      (code >= 0x2066 && code <= 0x2069)
    );
  });
  return [
    ...controls.map((character) => JSON.stringify(character)),
    ...text.split(/[\n\u2028\u2029]/).filter((line) => /^\W{0,2}OWNED/.test(line) || line.includes('##[')),
  ];
}

const TAGS = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)([^>]*)>/g;
/** Elements that our own Markdown and charts make. */
const OURS = new Set(
  (
    'h2 h3 p ul li br strong em code pre table thead tbody tr th td a html head meta title style body ' +
    'svg g defs clippath text rect path polygon polyline line figure details summary ' +
    'h1 main header footer section div span small i dl dt dd blockquote'
  ).split(' '),
);

/** Markup in HTML that stems from a hostile text. Empty if there are none. */
export function htmlFaults(html: string): string[] {
  const faults: string[] = [];
  for (const [tag, , name = '', attributes = ''] of html.matchAll(TAGS)) {
    if (!OURS.has(name.toLowerCase()) || /OWNED|evil|javascript:|\son\w+=/i.test(attributes)) {
      // A bare address may stay a link to itself.
      if (!(name === 'a' && /^ href="https:\/\/evil\.example[^"]*"$/.test(attributes))) faults.push(tag);
    }
  }
  const emphasized = /<(em|del|h[13-6])>\W*OWNED|<strong>OWNED<\/strong>/.exec(html);
  if (emphasized) faults.push(emphasized[0]);
  // Our own quotation of a person holds text alone.
  const inside = /<blockquote>(?:(?!<\/blockquote>)[^])*<(?:blockquote|h\d|ul|ol|table|strong|em)\b/.exec(html);
  if (inside) faults.push(inside[0]);
  return faults;
}

/** The same of Markdown as GitHub renders it, and mentions of people and references to issues. */
export async function markdownFaults(markdown: string): Promise<string[]> {
  const html = await marked.parse(markdown, { gfm: true });
  // GitHub looks for none in code.
  const prose = html.replace(/<(code|pre)[^>]*>[\s\S]*?<\/\1>/g, '').replace(TAGS, '');
  return [
    ...htmlFaults(html),
    ...(/@(acme|OWNED)|fixes #42|GH-42|shop#42/.exec(prose) ?? []).slice(0, 1),
    ...terminalFaults(markdown).filter((fault) => fault.startsWith('"')),
  ];
}
