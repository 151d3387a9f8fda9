import { describe, expect, test } from '@jest/globals';
import { marked } from 'marked';
import { codeSpan, escapeText, table } from '../../src/runtime/markdown.js';

/** What a service, a commit or a branch may be called. None may become markup, a mention or a reference. */
const HOSTILE = [
  '@acme/platform-team',
  'please ask @ada now',
  'fixes #42',
  'GH-42 and acme/shop#42',
  '[click](https://evil.example)',
  '[click](javascript:alert(1))',
  '![pixel](https://evil.example/p.png)',
  '<img src=x onerror=alert(1)>',
  '<!-- hidden -->',
  '<details><summary>x',
  '&lt;script&gt;',
  '**bold** and __bold__ and ~~gone~~',
  '*one* _two_ ***three***',
  '`code` ``more``',
  '```\nfence',
  '~~~\nfence',
  '# heading',
  '## heading\n### heading',
  '- item\n+ item\n* item',
  '1. one\n2) two',
  '> quote',
  'a | b | c',
  '---',
  'text\n===',
  '$\\sum$ and $$x$$',
  '\\[escaped\\](x)',
  'a\\',
  '[ref]: https://evil.example',
  '![a][b]',
  '[^1]',
  '\u202Egnp.exe',
  '::error::owned',
];

/** Elements that our own text around it makes. */
const OURS = ['p', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'br'];
const elementsOf = (html: string): string[] =>
  [...html.matchAll(/<([a-z0-9]+)/gi)].map(([, name]) => (name ?? '').toLowerCase());

const shown = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe.each(HOSTILE)('%j', (text) => {
  test.each([
    ['in a line', (given: string) => escapeText(given), OURS],
    ['in a cell', (given: string) => table(['What'], [[given]]), OURS],
    ['as code', (given: string) => codeSpan(given), [...OURS, 'code']],
  ])('%s', async (_where, render, allowed) => {
    const html = await marked.parse(render(text), { gfm: true });
    // A bare address may stay a link to itself.
    const links = [...html.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)];
    for (const [, target, label] of links) expect(target).toBe(label);
    const elements = elementsOf(html.replace(/<a href="([^"]*)">([^<]*)<\/a>/g, '$2'));
    expect(elements.filter((name) => !allowed.includes(name))).toEqual([]);
    if (allowed.includes('code')) return;
    expect(shown(html)).not.toMatch(/@[A-Za-z0-9]/);
    expect(shown(html)).not.toMatch(/(#|GH-)\d/i);
    // Nothing of it is lost, and no backslash is seen.
    if (!text.includes('\\')) expect(shown(html)).not.toContain('\\');
    const letters = (of: string): string => of.replace(/[^A-Za-z0-9]/g, '');
    expect(letters(shown(html)).replace(/^What/, '')).toBe(letters(text));
  });
});
