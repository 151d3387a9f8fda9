import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { marked } from 'marked';
import { repositoryOfRemote } from '../../src/commands/runbook/remote.js';
import { callerIn } from '../../src/config/callers.js';
import { parseConfig } from '../../src/config/load.js';
import type { RewindConfig } from '../../src/config/schema.js';
import { runbookFindings } from '../../src/readiness/runbook.js';
import { differenceOf, isSame } from '../../src/report/runbook/difference.js';
import { runbookMarkdown } from '../../src/report/runbook/index.js';
import { CLOSE, isGenerated, OPEN, ownTextIn, repositoryIn } from '../../src/report/runbook/own.js';
import { HOSTILE } from '../support/hostile.js';
import { demoFacts, exampleCallers, runbookFacts } from '../support/example-runbook.js';

const demo = await demoFacts();
const rendered = runbookMarkdown(demo);
const SMALL = `version: 1
environment: production
store: { kind: artifact }
seal: { recipients: [age1rup53dy8689zjavavhy80ggx5hl33p2e6wlht4qptgt3cn9ejers9zysrk] }
resources:
  - { id: web, provider: vercel-deployment, project: prj_shop }
`;

function configOf(text: string): RewindConfig {
  const parsed = parseConfig(text);
  if ('config' in parsed) return parsed.config;
  throw new Error(JSON.stringify(parsed.problems));
}
/** The text of a section, without its heading. */
function section(markdown: string, title: string): string {
  const [, rest = ''] = markdown.split(`\n## ${title}\n`);
  return rest.split('\n## ')[0] ?? '';
}
const withOwn = (markdown: string, heading: string, own: string): string => {
  const at = markdown.indexOf(`\n${OPEN}\n`, markdown.indexOf(`${heading}\n`)) + OPEN.length + 1;
  return `${markdown.slice(0, at)}\n${own}${markdown.slice(at)}`;
};

test('the example in the docs is the one of the demo, and its resources are those that the demo makes', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  expect(readFileSync(`${root}docs/example-runbook.md`, 'utf8')).toBe(rendered);
  const made = ['world', 'services'].flatMap((name) =>
    [
      ...readFileSync(`${root}test/sandbox/demo/${name}.ts`, 'utf8').matchAll(/- \{ id: (\w+), provider: ([\w-]+)/g),
    ].map(([, id, provider]) => ({ id, provider })),
  );
  expect(demo.config.resources.map(({ id, provider }) => ({ id, provider }))).toEqual(made);
});

test('every command that it prints is one that the program has, with flags that it takes', async () => {
  const { fromArguments } = await import('../../src/cli/inputs.js');
  const { COMMAND_LIST } = await import('../../src/commands/index.js');
  const lines = [...rendered.matchAll(/(?:^|`)(rewind [a-z]+[^`\n]*)/gm)].map(([, line = '']) => line);
  const words = new Set(lines.filter((line) => !/^rewind (approve|runbook")/.test(line)));
  expect(words.size).toBeGreaterThan(30);
  for (const line of words) {
    const request = await fromArguments(
      COMMAND_LIST,
      line.replaceAll('DIGEST', '0123456789abcdef'.repeat(4)).split(' ').slice(1),
    ).catch((error: unknown) => error);
    expect([line, request]).toEqual([line, expect.objectContaining({ command: expect.anything() })]);
  }
});

describe('text of the team', () => {
  const text = '**Bridge:** https://meet.example.com/war-room\n\n## A heading of theirs\n\n```sh\n## no heading\n```';

  test.each(['# Runbook: roll back `production`', '## Monitoring', '### db: PostgreSQL database', '## Contacts'])(
    'stays below %s',
    (heading) => {
      const edited = withOwn(rendered, heading, text);
      expect(edited).toContain(text);
      expect(runbookMarkdown(demo, ownTextIn(edited))).toBe(edited);
    },
  );

  test('stays with line ends of Windows and a byte order mark', () => {
    const edited = withOwn(rendered, '## Monitoring', text);
    const windows = `\ufeff${edited.replaceAll('\n', '\r\n')}`;
    expect(runbookMarkdown(demo, ownTextIn(windows))).toBe(edited);
    expect(isSame(windows, edited)).toBe(true);
    expect([isGenerated(windows), repositoryIn(windows)]).toEqual([true, 'acme/shop']);
  });

  test('of a resource that is gone moves to the end, and stays there, and returns with it', () => {
    const edited = withOwn(rendered, '### pay: Stripe webhook endpoints', 'Call the bank first.');
    const config = { ...demo.config, resources: demo.config.resources.filter(({ id }) => id !== 'pay') };
    const without = runbookMarkdown({ ...demo, config }, ownTextIn(edited));
    expect(section(without, 'Notes whose section is gone')).toContain('Call the bank first.');
    expect(runbookMarkdown({ ...demo, config }, ownTextIn(without))).toBe(without);
  });

  test('a second pair of marks in a section is kept, at its end', () => {
    const twice = rendered.replace('## Monitoring\n', `## Monitoring\n\n${OPEN}\nfirst\n${CLOSE}\n`);
    const edited = withOwn(twice, '<!-- /rewind:own -->\n\n- **Automatic:** [**Monitor', 'second');
    const own = ownTextIn(edited.replace('first', 'first'));
    expect(own.get('Monitoring')).toContain('first');
    const renewed = runbookMarkdown(demo, own);
    expect(runbookMarkdown(demo, ownTextIn(renewed))).toBe(renewed);
  });

  test.each([
    [(text: string) => text.replace(`\n${CLOSE}\n`, '\n'), 'is not closed before the next one'],
    [(text: string) => text.replace(`\n${OPEN}\n`, '\n'), 'closes nothing'],
    [(text: string) => text.slice(0, text.lastIndexOf(CLOSE)), 'is not closed'],
  ])('nothing is guessed if a mark has no other half (%#)', (damage, message) => {
    expect(() => ownTextIn(damage(rendered))).toThrow(message);
  });
});

describe('text from outside is inert', () => {
  const MARKUP = [
    ...HOSTILE,
    '<script>alert(1)</script>',
    OPEN,
    CLOSE,
    '| a | b |',
    '@everyone',
    '](https://evil.example)',
    '```\n# x',
    '-->',
  ];

  test.each(MARKUP)('%j in contacts, freezes, flags and addresses', (text) => {
    const config: RewindConfig = {
      ...demo.config,
      contacts: [
        {
          name: `x${text}`,
          role: text,
          reach: text,
          rotation: { start: '2026-01-05', timezone: 'UTC', days: 7, people: [text, text] },
        },
      ],
      windows: { timezone: 'UTC', freezes: [{ from: '2026-01-05T00:00', to: '2026-01-06T00:00', reason: text }] },
      mitigations: [{ id: 'a', kind: 'flags-off', resources: ['ld'], minutes: 1, flags: [text], tags: [text] }],
      probes: demo.config.probes.map((probe) => (probe.adapter === 'sql' ? { ...probe, query: text } : probe)),
    };
    const callers = exampleCallers().map((caller) => ({
      ...caller,
      name: text,
      schedules: [text],
      inputs: [{ name: text, description: text, required: true, default: text, options: [text] }],
    }));
    const facts = { ...demo, config, callers };
    const markdown = runbookMarkdown(facts);
    // It is not in any line of its own, so it is no mark, and opens no block.
    const marks = (page: string): number =>
      page.split('\n').filter((line) => [OPEN, CLOSE].includes(line.trim())).length;
    expect(marks(markdown)).toBe(marks(rendered));
    expect(runbookMarkdown(facts, ownTextIn(markdown))).toBe(markdown);
    const headings = (page: string): string[] => page.split('\n').filter((line) => /^#{2,3} /.test(line));
    expect(headings(markdown)).toEqual(headings(rendered));
    const html: string[] = [];
    const links: string[] = [];
    void marked.walkTokens(marked.lexer(markdown), (token) => {
      if (token.type === 'html') html.push(token.raw.trim());
      if (token.type === 'link' || token.type === 'image') links.push(String(token.href));
      // A text with parts of its own also has the code in it as it was written.
      if (token.type === 'text' && !('tokens' in token)) expect(token.raw.match(/@[a-z]/i)).toBeNull();
    });
    expect(html.join('').replace(/<!--.*?-->|<\/?(?:details|summary)>|<br>/g, '')).not.toContain('<');
    expect(
      links.filter(
        (href) =>
          !/^(#|https:\/\/github\.com\/acme\/(?:shop|rewind\/(?:releases|blob\/v1\/docs\/training\.md)$))/.test(href) &&
          href !== text,
      ),
    ).toEqual(text.includes('://') ? expect.anything() : []);
  });
});

describe('what is missing is said', () => {
  const markdown = runbookMarkdown(runbookFacts(configOf(SMALL), { callers: [], repository: null }));

  test.each([
    ['Preparation', 'No workflow takes a snapshot before a deploy'],
    ['Preparation', 'Snapshots are not signed'],
    ['Preparation', 'Nothing checks pull requests'],
    ['When to roll back', 'Nobody watches after a deploy'],
    ['Immediate mitigation', 'No mitigation is prepared'],
    ['Rollback', 'No workflow of this repository starts a rollback'],
    ['Monitoring', 'The configuration has no probes'],
    ['Recovery', 'No workflow leads forward'],
    ['Drills', 'No workflow rehearses a rollback'],
    ['Contacts', 'Nobody is named'],
  ])('%s: %s', (title, text) => {
    expect(section(markdown, title)).toContain(text);
    expect(section(rendered, title)).not.toContain(text);
  });

  test('with artifacts as the store, what writes a record is started as a workflow, and the token for reading is named', () => {
    const page = runbookMarkdown({ ...demo, config: { ...demo.config, store: configOf(SMALL).store } });
    const lines = [...page.matchAll(/(?:^|`)\s*(rewind [a-z]+[^`\n]*)/gm)].map(([, line = '']) => line);
    // Only the way without GitHub Actions applies a plan on a machine.
    expect(lines.filter((line) => line.startsWith('rewind rollback'))).toEqual(['rewind rollback --digest DIGEST']);
    expect(section(page, 'Rollback')).toContain('keep the folder `.rewind`');
    expect(lines.filter((line) => /^rewind (undo|mitigate|recover --[^s]|incident [^s]|notify)/.test(line))).toEqual(
      [],
    );
    expect(section(page, 'Preparation')).toContain('export GITHUB_REPOSITORY=acme/shop');
    expect(section(page, 'Preparation')).toContain('GitHub deletes each after 90 days');
    for (const started of [
      'rollback-production.yml',
      'mitigate-production.yml',
      'recover-production.yml',
      'incident.yml',
    ]) {
      expect(page).toContain(`gh workflow run ${started} --repo acme/shop -f`);
    }
  });

  test('a start of a workflow and a command line stand apart, and a command that plans is followed by the one that applies', () => {
    for (const [, block = ''] of rendered.matchAll(/```sh\n([^]*?)```/g)) {
      const lines = block.split('\n').map((line) => line.trim());
      const form = lines.findIndex((line) => line.startsWith('gh workflow run'));
      const own = lines.findIndex((line) => line.startsWith('rewind '));
      if (form !== -1 && own !== -1) expect(lines.slice(form + 1, own)).toEqual(['# or on a command line:']);
      if (/^rewind (undo|mitigate|recover --dep|plan)/m.test(lines.join('\n'))) {
        expect(lines).toContain('rewind rollback --digest DIGEST');
      }
    }
  });

  test.each([
    ['mail: dana@shop.example', 'mail: `dana@shop.example`'],
    ['Slack: @dana, +49 30 1234 5678', 'Slack: `@dana`, +49 30 1234 5678'],
    ['https://shop.pagerduty.com/schedules/P1#x_y', 'https://shop.pagerduty.com/schedules/P1#x_y'],
  ])('how to reach somebody is copied as it is: %s', (reach, text) => {
    const config = { ...demo.config, contacts: [{ name: 'Dana', role: 'all', reach }] };
    const page = runbookMarkdown({ ...demo, config });
    expect(section(page, 'Contacts')).toContain(`| all | Dana | ${text} |`);
    expect(page).toContain(`| call somebody | Dana (all): ${text} |`);
  });

  test('another configuration file stands in every command', () => {
    const configFile = 'apps/web/.github/rewind.yml';
    const page = runbookMarkdown({ ...demo, configFile });
    const lines = [...page.matchAll(/^\s*(rewind [a-z]+.*)$/gm)].map(([, line = '']) => line);
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => !line.includes(`--config ${configFile}`))).toEqual([]);
  });
});

describe('workflows that call Rewind', () => {
  const caller = (text: string, config = '.github/rewind.yml') => callerIn('x.yml', text, config, '.github/rewind.yml');
  const step = (lines: string): string => `on: push\njobs:\n  a:\n    steps:\n${lines}`;

  test('those of the examples, with their forms and schedules', () => {
    const found = exampleCallers().map(({ file, purposes }) => [file, purposes]);
    expect(found).toEqual([
      ['incident.yml', ['notify', 'incident']],
      ['list-snapshots.yml', ['list']],
      ['mitigate-production.yml', ['mitigate']],
      ['monitor-production.yml', ['monitor']],
      ['pre-deploy-snapshot.yml', ['snapshot', 'guard']],
      ['recover-production.yml', ['recover']],
      ['release-capture.yml', ['release']],
      ['rewind-drill.yml', ['drill']],
      ['rollback-production.yml', ['rollback']],
      ['rollback-readiness.yml', ['readiness']],
    ]);
    const rollback = exampleCallers().find(({ file }) => file === 'rollback-production.yml');
    expect(rollback?.inputs?.find(({ name }) => name === 'database')?.options).toEqual(['none', 'down', 'restore']);
    expect(rollback?.environments).toMatchObject({ environment: 'production', 'plan-environment': 'production-plan' });
  });

  test('jobs of their own and command lines count too', () => {
    const text = readFileSync(new URL('../../examples/rollback-production-own-jobs.yml', import.meta.url), 'utf8');
    expect(caller(text)?.purposes).toEqual(['rollback']);
    expect(caller(step('      - run: npx rewind drill --random\n'))?.purposes).toEqual(['drill']);
    expect(caller(step('      - run: npx rewind check --config other.yml\n'))).toBeNull();
  });

  test('only those of this configuration; an expression may be this one', () => {
    const of = (config: string): string =>
      `on: [push]\njobs:\n  a:\n    uses: acme/rewind/.github/workflows/snapshot.yml@v1\n    with: { config: ${config} }\n`;
    expect(caller(of('./.github/rewind.yml'))?.events).toEqual(['push']);
    expect(caller(of('apps/a/rewind.yml'))).toBeNull();
    expect(caller(of('apps/a/rewind.yml'), 'apps/a/rewind.yml')?.purposes).toEqual(['snapshot']);
    expect(caller(of("'${{ matrix.config }}'"))?.purposes).toEqual(['snapshot']);
  });

  test.each(['', 'a: [', '[]', 'on: push', 'jobs: 1\non: 2', 'on: push\njobs: { a: 1, b: { steps: [1, {uses: 2}] } }'])(
    'no caller: %j',
    (text) => expect(caller(text)).toBeNull(),
  );

  test('another repository with a similar name is none', () => {
    expect(caller(step('      - uses: acme/rewinder@v1\n        with: { command: plan }\n'))).toBeNull();
    expect(caller(step('      - uses: acme/rewind@v1\n        with: { command: plan }\n'))?.purposes).toEqual(['plan']);
  });
});

describe('differences', () => {
  test('what a formatter changes is none', () => {
    const formatted = rendered
      .replaceAll('| --- |', '| ------------ |')
      .replaceAll(/^\| (`\w+`) \|/gm, '| $1      |')
      .replaceAll('\n\n', '\n\n\n');
    expect(formatted).not.toBe(rendered);
    expect(differenceOf(formatted, rendered)).toEqual([]);
  });

  test('a changed, a new and a removed line are told with their numbers', () => {
    expect(differenceOf('a\nb\nc\nd', 'a\nB\nc\nd\ne')).toEqual([
      { sign: '-', number: 2, text: 'b' },
      { sign: '+', number: 2, text: 'B' },
      { sign: '+', number: 5, text: 'e' },
    ]);
    expect(differenceOf('', 'a')).toEqual([{ sign: '+', number: 1, text: 'a' }]);
  });
});

describe('readiness', () => {
  const codes = (text: string | null, wanted: boolean) =>
    runbookFindings('docs/runbook.md', text, wanted, () => rendered, 'rewind runbook').map(({ code, level }) => [
      code,
      level,
    ]);

  test.each([
    [rendered, false, []],
    [rendered.replace('30 minutes', '31 minutes'), false, [['runbook-stale', 'warning']]],
    [null, false, []],
    [null, true, [['runbook-missing', 'warning']]],
    ['# Our own page', false, []],
    ['# Our own page', true, [['runbook-stale', 'warning']]],
  ])('case %#', (text, wanted, expected) => expect(codes(text, wanted)).toEqual(expected));
});

test.each([
  ['https://github.com/acme/shop.git', 'acme/shop'],
  ['https://user:secret@github.com/acme/shop', 'acme/shop'],
  ['git@github.com:acme/shop.git', 'acme/shop'],
  ['ssh://git@ssh.github.com:443/acme/shop.git', 'acme/shop'],
  ['https://git.example.com/acme/shop.git', 'git.example.com/acme/shop'],
  ['/srv/git/shop.git', null],
  ['../shop', null],
  ['https://github.com/a/b/c', null],
  ['', null],
])('the remote %s is %s', (url, name) => expect(repositoryOfRemote(url)).toBe(name));
