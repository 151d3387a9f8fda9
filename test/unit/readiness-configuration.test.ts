import { describe, expect, it } from '@jest/globals';
import { configurationFindings } from '../../src/readiness/configuration.js';
import { snapshotFindings } from '../../src/readiness/freshness.js';
import { type Environment } from '../../src/services/github/environment.js';
import { protectionFindings } from '../../src/approval/protection.js';

const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const file = (over = ''): string => `version: 1
environment: production
store: { kind: directory, path: store }
seal: { recipients: [${KEY}] }
resources:
  - { id: web, provider: vercel-deployment, project: prj_1, team: team_1 }
${over}`;
const people = (name: string, reach: string): string => `contacts:
  - { name: "${name}", role: on-call, reach: "${reach}" }
`;
const codes = async (text: string): Promise<string[]> =>
  (await configurationFindings('rewind.yml', text)).findings.map(({ code }) => code);

describe('the configuration of a pull request', () => {
  it('is fine with real keys and real people', async () => {
    expect(await codes(file(people('Ada Berg', '#ops-night, pager 4711')))).toEqual([]);
  });

  it.each([
    ['Ada Berg', 'TODO'],
    ['John Doe', 'pager 4711'],
    ['Ada Berg', 'oncall@example.com'],
    ['Ada Berg', '+1 555-0142'],
    ['your name', 'pager 4711'],
    ['<name>', 'pager 4711'],
    ['Ada Berg', '+49 000 0000000'],
    ['xxx', '#ops'],
  ])('names the line of a placeholder: %s, %s', async (name, reach) => {
    const { findings } = await configurationFindings('rewind.yml', file(people(name, reach)));
    expect(findings).toMatchObject([{ code: 'contact-placeholder', level: 'error', file: 'rewind.yml', line: 8 }]);
  });

  it.each([
    ['{ id: sky, adapter: bluesky, handle: status.example.com }', 'handle'],
    ['{ id: mail, adapter: smtp, to: [ops@example.com], from: rewind@shop.io }', 'to[0]'],
    ['{ id: toots, adapter: mastodon, server: "https://OWNER.social" }', 'server'],
  ])('names the line of a placeholder in a channel: %s', async (channel, key) => {
    const text = file(
      `${people('Ada Berg', '#ops')}channels:\n  - { id: issue, adapter: github-issue }\n  - ${channel}\n`,
    );
    expect((await configurationFindings('rewind.yml', text)).findings).toMatchObject([
      {
        code: 'channel-placeholder',
        level: 'error',
        line: 11,
        message: expect.stringContaining(`channels[1].${key} is "`),
      },
    ]);
  });

  it('reads the people of a rotation, and the zone of its start', async () => {
    const rotation = (rest: string): string =>
      `contacts:\n  - { name: On-call, role: all, reach: pager, rotation: { start: 2026-01-05, people: [Ada, ${rest} } }\n`;
    expect(await codes(file(rotation('Bo], timezone: Europe/Berlin')))).toEqual([]);
    expect(await codes(file(rotation('TODO]')))).toEqual(['contact-placeholder']);
    expect(await codes(file(rotation('Bo], timezone: Berlin')))).toEqual(['config-invalid']);
    expect(await codes(file(rotation('Bo]').replace('01-05', '02-30')))).toEqual(['config-invalid']);
  });

  it('says that nobody is named', async () => {
    expect(await codes(file())).toEqual(['contacts-missing']);
  });

  it('finds a recipient to whom nothing can be sealed', async () => {
    const text = file(people('Ada Berg', '#ops')).replace(KEY, KEY.replace('ql3z', 'ql3y'));
    expect((await configurationFindings('rewind.yml', text)).findings).toMatchObject([
      { code: 'recipient-invalid', level: 'error', line: 4 },
    ]);
  });

  it('remarks that nobody has to approve', async () => {
    expect(await codes(file(`approval: none\n${people('Ada Berg', '#ops')}`))).toEqual(['approval-none']);
  });

  it('tells every mistake with its line', async () => {
    const text = file().replace('vercel-deployment', 'verzel').replace('version: 1', 'version: 2');
    const { config, findings } = await configurationFindings('rewind.yml', text);
    expect(config).toBeNull();
    expect(findings.map(({ code, line }) => [code, line])).toEqual([
      ['config-invalid', 1],
      ['config-invalid', 6],
    ]);
  });
});

describe('the age of what a rollback needs', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const manifest = (createdAt: string) =>
    ({ id: '20261101T000000Z-abcdef', createdAt }) as Parameters<typeof snapshotFindings>[0];
  it('a snapshot', () => {
    expect(snapshotFindings(null, 7, now)).toMatchObject([{ code: 'snapshot-none', level: 'error' }]);
    expect(snapshotFindings(manifest('2026-11-16T12:00:00Z'), 7, now)).toEqual([]);
    expect(snapshotFindings(manifest('2026-11-15T11:00:00Z'), 7, now)).toMatchObject([{ code: 'snapshot-stale' }]);
  });
});

describe('the environment', () => {
  const good: Environment = {
    name: 'production',
    reviewers: 2,
    preventSelfReview: true,
    adminsBypass: false,
    openTo: [],
    waitMinutes: 0,
  };
  it.each([
    ['protected', good, true, []],
    ['missing', null, true, ['environment-missing']],
    ['without reviewers', { ...good, reviewers: 0 }, true, ['environment-unprotected']],
    ['expedited environment without reviewers', { ...good, reviewers: 0 }, false, []],
    [
      'expedited environment open to any branch',
      { ...good, reviewers: 0, openTo: ['any branch'] },
      false,
      ['environment-any-branch'],
    ],
    ['self-review', { ...good, preventSelfReview: false }, true, ['environment-self-review']],
    ['any branch', { ...good, openTo: ['any branch'] }, true, ['environment-any-branch']],
    ['bypass', { ...good, adminsBypass: true }, true, ['environment-admin-bypass']],
    ['wait timer', { ...good, waitMinutes: 15 }, true, ['environment-wait-timer']],
  ])('%s', (_what, environment, reviewed, expected) => {
    const findings = protectionFindings('production', environment, reviewed ? 'reviewed' : 'expedited');
    expect(findings.map(({ code }) => code)).toEqual(expected);
    // Where nobody is asked, a branch that anybody may push must not be enough.
    expect(findings.some(({ level }) => level === 'error')).toBe(
      expected.some((code) => /missing|unprotected/.test(code)) || (!reviewed && expected.length > 0),
    );
  });
});
