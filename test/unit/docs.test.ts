import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { anchorsOf, brokenLink, linksOf, markdownPages, readPage } from '../support/markdown-pages.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = markdownPages();
const known = new Map<string, Set<string>>();
function anchors(path: string): Set<string> {
  const found = known.get(path) ?? anchorsOf(readPage(path));
  known.set(path, found);
  return found;
}

describe('links of the documentation', () => {
  test('there are pages and links', () => {
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/README.md', 'docs/providers/postgres.md']));
    expect(linksOf(readPage('README.md')).length).toBeGreaterThan(10);
  });

  test.each(pages)('%s leads to files and headings that exist', (page) => {
    expect(linksOf(readPage(page)).flatMap((link) => brokenLink(page, link, anchors) ?? [])).toEqual([]);
  });

  test.each([
    ['nowhere.md', 'nowhere.md: no such file'],
    ['laws.md#no-such-law', 'laws.md#no-such-law: no such heading'],
    ['../../outside.md', '../../outside.md: outside of the repository'],
    ['../examples/rewind.yml#L3', '../examples/rewind.yml#L3: not a page'],
    ['laws.md', undefined],
    ['providers/postgres.md#rows-written-since-rewind-salvage', undefined],
    ['adr/', undefined],
  ])('a link to %s is judged as it should be', (link, judged) => {
    expect(brokenLink('docs/README.md', link, anchors)).toBe(judged);
  });

  test('headings get the anchors of GitHub', () => {
    const text = '# A `--flag`: what?\n\n## Same\n\n## Same\n\n## [Link](x.md) & _more_\n\n```\n# no heading\n```\n';
    expect([...anchorsOf(text)]).toEqual(['a---flag-what', 'same', 'same-1', 'link--more']);
  });
});

/** Sources that name a page to a person: messages, comments of the examples, descriptions of inputs. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.(ts|yml|json)$/.test(entry.name) ? [path] : [];
  });
}

/** Post-mortems and the team's own runbook are files of the user's repository. */
test('every page that the program, a workflow or an example names exists', () => {
  const wrong = ['src', 'examples', '.github', 'schema'].flatMap(sources).flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return [
      ...text.matchAll(/\bdocs\/(?!postmortems\/|runbook(?:-[a-z]+)?\.md)[A-Za-z0-9_/-]+\.md(?:#[a-z0-9-]+)?/g),
    ].flatMap(([link]) => {
      const broken = brokenLink('README.md', link, anchors);
      return broken === undefined ? [] : [`${path}: ${broken}`];
    });
  });
  expect(wrong).toEqual([]);
});

/** The name "rewind" on the npm registry belongs to another project: npx would download and run that one. */
test('nothing tells a person to run "npx rewind" where it could fetch a stranger\'s package', () => {
  const found = [...pages, ...['src', 'examples', '.github'].flatMap(sources)].filter((path) =>
    /\bnpx (?:-y |--yes )?rewind [a-z-]/.test(readFileSync(join(root, path), 'utf8')),
  );
  expect(found).toEqual([]);
});

/** A claim names its proof as `test/e2e/undo.test.ts` or `e2e/undo.test.ts`; `*` stands for any part of a name. */
test('every test that a page names as a proof exists', () => {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => !path.startsWith('peers/node_modules'),
  );
  const PROOF = /`(?:test\/)?((?:unit|integration|conformance|contract|e2e|peers|dist|support|fuzz)\/[\w./*-]+\.ts)`/g;
  const named = pages.flatMap((page) =>
    [...readPage(page).matchAll(PROOF)].map(([, path]) => [page, path ?? ''] as const),
  );
  expect(named.length).toBeGreaterThan(100);
  const exists = (path: string): boolean => {
    const pattern = new RegExp(
      `^${path
        .split('*')
        .map((part) => part.replaceAll('.', '\\.'))
        .join('[\\w-]*')}$`,
    );
    return files.some((file) => pattern.test(file));
  };
  expect(named.filter(([, path]) => !exists(path))).toEqual([]);
});
