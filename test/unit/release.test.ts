import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { published } from '../../src/commands/init/published.js';
import { PUBLISHED, TEMPLATES } from '../../src/commands/init/templates.js';
import { workflowText } from '../../src/commands/init/workflow-text.js';
import { ownRelease, pinTo } from '../../src/runtime/release.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RELEASE = {
  repository: 'acme-tools/rewind',
  version: '1.2.3',
  commit: '0123456789abcdef'.repeat(3).slice(0, 40),
};
const examples = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.yml'));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('examples of a release', () => {
  test.each(examples)(
    '%s has no placeholder left, and each use is pinned by commit with the version beside it',
    (name) => {
      const text = read(`examples/${name}`);
      const pinned = pinTo(RELEASE, text);
      expect(pinned).not.toMatch(/OWNER|@v1\b/);
      const uses = pinned.match(/uses: acme-tools\/rewind.*/g) ?? [];
      expect(uses).toHaveLength((text.match(/uses: OWNER\/rewind/g) ?? []).length);
      for (const one of uses) expect(one).toMatch(new RegExp(`@${RELEASE.commit} # v1\\.2\\.3$`));
    },
  );

  test('every other line stays as it is', () => {
    const text = read('examples/rollback-production-own-jobs.yml');
    const [before, after] = [text.split('\n'), pinTo(RELEASE, text).split('\n')];
    expect(after).toHaveLength(before.length);
    expect(before.filter((line, index) => line !== after[index]).every((line) => line.includes('OWNER/rewind'))).toBe(
      true,
    );
  });

  test.each([
    ['another place', 'see https://github.com/OWNER/rewind/issues'],
    ['a ref that is no major version', 'uses: OWNER/rewind@main'],
    ['a name of somebody else', 'uses: OWNER/other@v1'],
  ])('a placeholder in %s is refused, not handed to the user', (_, line) => {
    expect(() => pinTo(RELEASE, `a: 1\n  ${line}\n`)).toThrow('A placeholder is left');
  });

  test('the name of a repository is text, not a replacement pattern', () => {
    expect(pinTo({ ...RELEASE, repository: "a/$&$'" }, 'uses: OWNER/rewind@v1')).toContain("uses: a/$&$'@");
  });
});

describe('"rewind init" of a release', () => {
  const home = published(RELEASE);

  test('asks nobody where Rewind is, and pins what it writes by commit, with the version beside it', () => {
    expect(home).toEqual({ repository: 'acme-tools/rewind', ref: RELEASE.commit, version: 'v1.2.3' });
    const values = {
      ...{ action: 'acme-tools/rewind', ref: RELEASE.commit, version: 'v1.2.3', region: null, projects: [] },
      ...{ environment: 'production', planEnvironment: 'production-plan', secrets: new Set<string>() },
    };
    const text = workflowText(TEMPLATES['list-snapshots.yml'], values);
    expect(text).toContain(`uses: acme-tools/rewind@${RELEASE.commit} # v1.2.3\n`);
  });

  test('a checkout that was published nowhere has to be told', () => {
    expect(published(null)).toBe(PUBLISHED === null ? null : expect.objectContaining({ ref: 'v1' }));
  });
});

describe('the release that a program comes from', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rewind-release-'));
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/index.js'), '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const of = (text: string): unknown => {
    writeFileSync(join(folder, 'release.json'), text);
    return ownRelease(join(folder, 'dist/index.js'));
  };

  test('none in a checkout', () => {
    expect(ownRelease(join(ROOT, 'dist/index.js'))).toBeNull();
    expect(ownRelease(join(folder, 'dist/missing.js'))).toBeNull();
  });

  test('what the package says', () => expect(of(JSON.stringify(RELEASE))).toEqual(RELEASE));

  test.each([
    ['a commit that is none', { ...RELEASE, commit: 'main' }],
    ['a repository with a line break', { ...RELEASE, repository: 'acme/rewind\n- run: x' }],
    ['a version that is none', { ...RELEASE, version: '1.2.3-x' }],
    ['an unknown field', { ...RELEASE, more: 1 }],
  ])('%s is refused', (_, content) => expect(() => of(JSON.stringify(content))).toThrow());
});

test('LICENSE is the text of the Apache License 2.0, to the byte', () => {
  const digest = createHash('sha256')
    .update(readFileSync(join(ROOT, 'LICENSE')))
    .digest('hex');
  // The SHA-256 of https://www.apache.org/licenses/LICENSE-2.0.txt without its first, empty line.
  expect(digest).toBe('c71d239df91726fc519c6eb72d318ec65820627232b2f796219e87dcf35d0ab4');
});

/** Where the placeholder may stand, and why. Nobody who follows the docs has to replace it by hand. */
const PLACEHOLDERS: readonly (readonly [path: RegExp, why: string])[] = [
  [/^examples\/[\w-]+\.yml$/, '"rewind init" and the examples of a release have the real owner and commit: pinTo'],
  [/^docs\/releases\.md$/, 'the page that says where the real name stands'],
  [/^docs\/[\w/-]+\.md$/, 'prose and excerpts of the examples'],
  [/^README\.md$/, 'the name of a queue, and the index of the docs'],
  [/^src\/runtime\/release\.ts$/, 'the pattern that replaces it'],
  [/^src\/commands\/init\//, 'templates, which "rewind init" fills'],
  [/^src\/config\/callers\.ts$/, 'a comment: the lines with which a workflow calls Rewind'],
  [/^test\//, 'tests of the above, and names that are no placeholder'],
  [/^scripts\//, 'tools of this repository'],
];
/** `OWNER TO`, `OWNER`, and names such as `CODEOWNERS` are SQL and GitHub's own words. */
const PLACEHOLDER = /\bOWNER\/(?:rewind|REPO)/;

test('each file with the placeholder OWNER is known, with a reason', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => path !== '' && !path.startsWith('dist/') && /\.(ya?ml|md|ts|mjs|json)$/.test(path));
  const found = files.filter((path) => {
    try {
      return PLACEHOLDER.test(read(path));
    } catch {
      return false; // Deleted, and not committed yet.
    }
  });
  expect(found.filter((path) => !PLACEHOLDERS.some(([allowed]) => allowed.test(path)))).toEqual([]);
  // What runs here and what users get from the repository itself never holds it.
  expect(found.filter((path) => /^(action\.yml|\.github\/|schema\/|package)/.test(path))).toEqual([]);
  expect(found.filter((path) => path.startsWith('examples/')).length).toBeGreaterThan(10);
});

describe('the security pages', () => {
  const pages = ['SECURITY.md', 'docs/threat-model.md', 'docs/keys.md', 'docs/releases.md'];
  const links = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(
      ([, path = '']) => [page, join(dirname(page), path)] as const,
    ),
  );

  test('what they name as a proof is there', () => {
    expect(links.filter(([, path]) => path.includes('test/')).length).toBeGreaterThan(40);
    expect(links.filter(([, path]) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('each threat has an answer, and a proof or a word that there is none', () => {
    const rows = read('docs/threat-model.md')
      .split('\n')
      .filter((line) => /^\| T\d+ \|/.test(line))
      .map((line) => line.split(' | '));
    expect(rows.map(([id]) => id)).toEqual(rows.map((_, index) => `| T${index + 1}`));
    expect(rows.length).toBeGreaterThan(20);
    for (const [id, threat = '', answer = '', proof = ''] of rows) {
      expect([id, threat]).toEqual([id, expect.stringMatching(/\(A\d.*\)$/)]);
      expect([id, answer.length > 20]).toEqual([id, true]);
      expect([id, proof]).toEqual([id, expect.stringMatching(/test\/|check:dist/)]);
    }
  });

  test('each secret of the workflows has its procedure', () => {
    const secrets = readdirSync(join(ROOT, '.github/workflows')).flatMap((name) =>
      [...read(`.github/workflows/${name}`).matchAll(/^ {6}([A-Z][A-Z0-9_]+):$/gm)].map(([, name = '']) => name),
    );
    expect(secrets).toContain('REWIND_IDENTITY');
    // Its lines are other secrets, each with a name of its own.
    for (const name of new Set(secrets))
      if (name !== 'REWIND_SECRETS') expect(read('docs/keys.md')).toContain(`\`${name}\``);
  });
});
