import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { releaseProblems, sectionOf, type ReleaseFacts } from '../../scripts/release/check.js';
import { releaseSbom } from '../../scripts/release/sbom.js';
import { licencesOf, licenceTexts, packagesOf, readBundled } from '../../scripts/bundled.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CHANGELOG = `# Changelog

## [Unreleased]

## [1.2.3] - 2026-11-27

### Fixed

- A thing.

## [1.2.2] - 2026-11-01

[1.2.2]: https://example.com
`;
const GOOD: ReleaseFacts = {
  tag: 'v1.2.3',
  versions: { 'package.json': '1.2.3', 'src/runtime/version.ts': '1.2.3' },
  changelog: CHANGELOG,
  checkedOut: true,
  onMain: true,
};

describe('a tag may be released', () => {
  test('when everything agrees', () => expect(releaseProblems(GOOD)).toEqual([]));

  test.each<[string, Partial<ReleaseFacts>, string]>([
    ['a tag that is no version', { tag: 'v1.2' }, 'is no version'],
    ['a pre-release', { tag: 'v1.2.3-rc.1' }, 'is no version'],
    ['a leading zero', { tag: 'v1.02.3' }, 'is no version'],
    ['a tag with a line break', { tag: 'v1.2.3\n::set-output' }, '"v1.2.3\\n::set-output" is no version'],
    ['another version in package.json', { versions: { 'package.json': '1.2.2' } }, 'package.json has version 1.2.2'],
    ['no section in the changelog', { changelog: '# Changelog\n\n## [Unreleased]\n' }, 'has no section "## [1.2.3]'],
    [
      'a section of a version that only begins so',
      { changelog: '## [1.2.30] - 2026-11-27\n\n- x\n' },
      'has no section',
    ],
    ['a heading without a date', { changelog: '## [1.2.3]\n\n- x\n' }, 'has no section'],
    ['an empty section', { changelog: '## [1.2.3] - 2026-11-27\n\n## [1.2.2] - 2026-11-01\n\n- x\n' }, 'is empty'],
    ['another commit', { checkedOut: false }, 'is not the commit of v1.2.3'],
    ['a commit beside main', { onMain: false }, 'is not on main'],
  ])('%s: refused', (_, change, says) => {
    const problems = releaseProblems({ ...GOOD, ...change });
    expect(problems).toEqual([expect.stringContaining(says)]);
  });

  test('all problems are reported together', () => {
    const all = { ...GOOD, versions: { a: '1', b: '2' }, changelog: '', checkedOut: false, onMain: false };
    expect(releaseProblems(all)).toHaveLength(5);
  });

  test('its notes are the section of the version', () => {
    expect(sectionOf(CHANGELOG, '1.2.3')).toBe('### Fixed\n\n- A thing.');
    expect(sectionOf(CHANGELOG.replace('## [1.2.2]', '[1.2.2]: x\n## [1.2.2]'), '1.2.3')).toBe(
      '### Fixed\n\n- A thing.',
    );
  });
});

describe('bill of materials', () => {
  const RELEASE = { repository: 'Acme/rewind', version: '1.2.3', commit: 'c'.repeat(40) };
  const development = { name: 'cdx:npm:package:development', value: 'true' };
  const component = (name: string) => ({
    'bom-ref': `${name}@1.0.0`,
    ...{ type: 'library', name, version: '1.0.0', scope: 'optional', properties: [development], hashes: [] },
  });
  /** As npm writes it in a folder, at a time. */
  const npm = (folder: string, time: string) => ({
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${time}`,
    metadata: {
      timestamp: time,
      tools: [{ vendor: 'npm', name: 'cli', version: time }],
      component: { 'bom-ref': 'rewind@0.1.0', name: folder },
    },
    components: [component('zod'), component('jest'), component('a'), component('a')],
    dependencies: [
      { ref: 'rewind@0.1.0', dependsOn: ['zod@1.0.0', 'jest@1.0.0'] },
      { ref: 'zod@1.0.0', dependsOn: ['a@1.0.0', 'jest@1.0.0'] },
      { ref: 'jest@1.0.0', dependsOn: ['a@1.0.0'] },
      { ref: 'a@1.0.0' },
    ],
  });
  const bundled = ['zod@1.0.0', 'a@1.0.0'];

  test('two folders, two times, two versions of npm: the same bytes', () => {
    const one = releaseSbom(npm('rewind', '1'), RELEASE, bundled);
    expect(one).toBe(releaseSbom(npm('copy', '2'), RELEASE, [...bundled].reverse()));
    expect(one).not.toMatch(/serialNumber|timestamp|copy/);
  });

  test('it names what dist/ bundles, as required, and no tool of the build', () => {
    const content = JSON.parse(releaseSbom(npm('rewind', '1'), RELEASE, bundled)) as {
      metadata: { component: unknown };
      components: { name: string; scope: string; properties: unknown[] }[];
      dependencies: unknown[];
    };
    expect(content.components.map(({ name, scope, properties }) => [name, scope, properties])).toEqual([
      ['a', 'required', []],
      ['zod', 'required', []],
    ]);
    expect(content.dependencies).toEqual([
      { ref: 'a@1.0.0', dependsOn: [] },
      { ref: 'rewind@1.2.3', dependsOn: ['zod@1.0.0'] },
      { ref: 'zod@1.0.0', dependsOn: ['a@1.0.0'] },
    ]);
    expect(content.metadata.component).toMatchObject({
      version: '1.2.3',
      purl: `pkg:github/acme/rewind@${'c'.repeat(40)}`,
    });
  });

  test('a bundled package that the lockfile has not is an error', () => {
    expect(() => releaseSbom(npm('rewind', '1'), RELEASE, [...bundled, 'b@1.0.0'])).toThrow('has not: b@1.0.0');
  });
});

describe('what dist/ bundles', () => {
  const bundled = readBundled(ROOT);

  test('modules that were joined with others count, loaders of the build tool do not', () => {
    const stats = {
      modules: [
        { name: './lib/main.js + 2 modules', modules: [{ name: './node_modules/zod/index.js' }] },
        { name: './node_modules/@vercel/ncc/dist/ncc/loaders/relocate-loader.js!./node_modules/pg/lib/index.js' },
        { name: './node_modules/@vercel/ncc/dist/ncc/@@notfound.js' },
        { name: './node_modules/echarts/node_modules/tslib/tslib.es6.mjs' },
        { name: 'external "node:fs"' },
      ],
    };
    expect(Object.keys(packagesOf(stats, ROOT))).toEqual([
      'node_modules/echarts/node_modules/tslib',
      'node_modules/pg',
      'node_modules/zod',
    ]);
  });

  test('each package that the sources import by name is in the list', () => {
    const direct = ['p-limit', 'canonicalize', 'zod', 'yaml', 'pg', 'libpg-query', '@aws-sdk/client-s3', 'echarts'];
    for (const name of direct) expect(Object.keys(bundled)).toContain(`node_modules/${name}`);
  });

  test('each has a known licence that permits this use, and a text', () => {
    const allowed = /^(MIT|MIT-0|0BSD|ISC|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|\(ISC AND CC-BY-SA-3\.0\))$/;
    const packages = licencesOf(ROOT, bundled);
    expect(packages.length).toBeGreaterThan(150);
    expect(packages.filter(({ licence }) => !allowed.test(licence))).toEqual([]);
    const grants = /hereby granted|redistribution and use|Apache License|Permission to use|Blue Oak|freely/i;
    expect(packages.filter(({ texts }) => !texts.some((text) => grants.test(text))).map(({ name }) => name)).toEqual(
      [],
    );
    expect(packages.find(({ name }) => name === '@vercel/microfrontends')?.licence).toBe('MIT');
    const text = licenceTexts(ROOT, bundled);
    for (const { name, version } of packages) expect(text).toContain(`${name} ${version} (`);
  });

  test('NOTICE names each of them, and hands on the notice of Apache ECharts', () => {
    const notice = readFileSync(`${ROOT}NOTICE`, 'utf8');
    for (const { name, version } of licencesOf(ROOT, bundled)) expect(notice).toContain(`  ${name} ${version} (`);
    expect(notice).toContain('Copyright 2017-2026 The Apache Software Foundation');
  });

  test('NOTICE attributes the holidays as their licence asks, and the texts name the sources', () => {
    const notice = readFileSync(`${ROOT}NOTICE`, 'utf8');
    expect(notice).toContain('date-holidays 3.37.0 ((ISC AND CC-BY-SA-3.0))');
    const data = notice.slice(notice.indexOf('the public holidays of date-holidays 3.37.0'));
    for (const part of ['commenthol', 'https://github.com/commenthol/date-holidays', 'Changes: none'])
      expect(data).toContain(part);
    expect(data).toContain('https://creativecommons.org/licenses/by-sa/3.0/legalcode');
    expect(licenceTexts(ROOT, bundled)).toContain('https://de.wikipedia.org/wiki/Feiertage_in_Deutschland');
  });
});
