import { describe, expect, test } from '@jest/globals';
import { parseConfig } from '../../src/config/load.js';
import { configurationFindings, comparedWithBase } from '../../src/readiness/configuration.js';

const [A, B] = [
  'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg',
];
const [K1, K2] = [
  'RWR4DQCesDmJJWVL7KcDEJVuJusNoNljAhiI1UpM6+xRFDekONvTGQqq',
  'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3',
];
const BASE = `version: 1
environment: production
plan-hours: 24
store: { kind: artifact, workflows: [.github/workflows/deploy.yml] }
retention: { keep-last: 20, keep-days: 90 }
readiness: { snapshot-days: 7, drill-days: 100, major-changes: { paths: [src/**, prisma], lines: 400 } }
seal: { recipients: [${A}] }
sign: { keys: [${K1}] }
expedited: { environment: fast, minutes: 30 }
contacts: [{ name: Ada Berg, role: on-call, reach: 'pager 4711' }]
windows: { timezone: UTC, open: [{ days: [mon], from: '08:00', to: '16:00' }], freezes: [{ from: 2026-12-18T18:00, to: 2027-01-04T08:00, reason: trade }] }
resources:
  - { id: web, provider: vercel-deployment, project: prj_1, team: team_1 }
  - { id: db, provider: postgres, url: '\${DATABASE_URL}' }
`;

/** Code and line of what the change of a text is told. */
function told(from: string | RegExp, to: string, base = BASE): [string, number | undefined][] {
  const text = base.replace(from, to);
  if (text === base) throw new Error('the case changes nothing');
  const parsed = parseConfig(text);
  if (!('config' in parsed)) throw new Error(JSON.stringify(parsed.problems));
  const findings = comparedWithBase('rewind.yml', text, parsed.config, base);
  for (const { level, remedy, file } of findings)
    expect([level, file, typeof remedy]).toEqual(['warning', 'rewind.yml', 'string']);
  return findings.map(({ code, line }) => [code, line]);
}

describe('a pull request that makes the configuration weaker says so', () => {
  test.each<[string, string | RegExp, string, [string, number][]]>([
    ['recipient added', `[${A}]`, `[${A}, ${B}]`, [['recipient-added', 7]]],
    [
      'recipient exchanged',
      `[${A}]`,
      `[${B}]`,
      [
        ['recipient-added', 7],
        ['recipient-removed', 7],
      ],
    ],
    ['signing key added', `[${K1}]`, `[${K1}, ${K2}]`, [['sign-key-added', 8]]],
    ['approval key added', `keys: [${K1}]`, `keys: [${K1}], approval-keys: [${K2}]`, [['sign-key-added', 8]]],
    [
      'signing key exchanged',
      `[${K1}]`,
      `[${K2}]`,
      [
        ['sign-key-added', 8],
        ['sign-key-removed', 8],
      ],
    ],
    ['signing removed', /sign:.*\n/, '', [['signing-removed', 1]]],
    [
      'another workflow is believed',
      'deploy.yml]',
      'deploy.yml, .github/workflows/x.yml]',
      [['store-workflows-wider', 4]],
    ],
    ['every workflow is believed', /, workflows: \[.*?\]/, '', [['store-workflows-wider', 4]]],
    ['a tag is believed', 'deploy.yml] }', "deploy.yml], tags: ['v*'] }", [['store-branches-wider', 4]]],
    ['another branch is believed', 'deploy.yml] }', "deploy.yml], branches: ['*'] }", [['store-branches-wider', 4]]],
    ['another store', /store:.*/, 'store: { kind: directory, path: s }', [['store-changed', 4]]],
    ['another environment', 'environment: production', 'environment: staging', [['environment-changed', 2]]],
    ['no approval', 'plan-hours: 24', 'approval: none\nplan-hours: 24', [['approval-removed', 3]]],
    ['less approval', 'plan-hours: 24', 'approval: digest\nplan-hours: 24', [['approval-removed', 3]]],
    ['self-approval', 'plan-hours: 24', 'self-approval: allow\nplan-hours: 24', [['self-approval-allowed', 3]]],
    ['plans are valid for longer', 'plan-hours: 24', 'plan-hours: 72', [['plan-hours-longer', 3]]],
    ['more minutes without review', 'minutes: 30', 'minutes: 60', [['expedited-wider', 9]]],
    ['another expedited environment', 'environment: fast', 'environment: faster', [['expedited-wider', 9]]],
    ['a resource removed', / {2}- \{ id: web.*\n/, '', [['resource-removed', 13]]],
    ['a resource that captures another project', 'prj_1', 'prj_2', [['resource-changed', 13]]],
    ['a database of another variable', '{DATABASE_URL}', '{OTHER_URL}', [['resource-changed', 14]]],
    ['its own checks off', 'snapshot-days: 7', 'snapshot-days: 0', [['readiness-weaker', 6]]],
    ['a path needs no flag', '[src/**, prisma]', '[src/**]', [['readiness-weaker', 6]]],
    ['larger changes need no flag', 'lines: 400', 'lines: 500', [['readiness-weaker', 6]]],
    ['no size needs a flag', ', lines: 400', '', [['readiness-weaker', 6]]],
    [
      'no change needs a flag',
      ', major-changes: { paths: [src/**, prisma], lines: 400 }',
      '',
      [
        ['readiness-weaker', 6],
        ['readiness-weaker', 6],
        ['readiness-weaker', 6],
      ],
    ],
    ['older drills', 'drill-days: 100', 'drill-days: 400', [['readiness-weaker', 6]]],
    ['shorter retention', 'keep-last: 20', 'keep-last: 2', [['retention-shorter', 5]]],
    ['a contact removed', /contacts:.*\n/, '', [['contact-removed', 1]]],
    ['no deploy window', /windows:.*\n/, '', [['deploy-window-changed', 1]]],
    ['other hours', "to: '16:00'", "to: '23:00'", [['deploy-window-changed', 11]]],
    ['a freeze lifted', /, freezes: \[.*?\]/, '', [['deploy-window-changed', 11]]],
    ['a shorter freeze', '2027-01-04T08:00', '2026-12-19T08:00', [['deploy-window-changed', 11]]],
    [
      'other criteria',
      'readiness:',
      'criteria: { at-most: { payments: watch } }\nreadiness:',
      [['criteria-changed', 6]],
    ],
  ])('%s', (_what, from, to, expected) => {
    expect(told(from, to)).toEqual(expected);
  });

  test('expedited rollbacks where there were none', () => {
    const base = BASE.replace(/expedited:.*\n/, '');
    expect(told('contacts:', 'expedited: { environment: fast, minutes: 5 }\ncontacts:', base)).toEqual([
      ['expedited-enabled', 9],
    ]);
  });

  test('what makes it stronger, and what only looks different, is no finding', () => {
    for (const [from, to] of [
      ['plan-hours: 24', 'plan-hours: 2'],
      ['minutes: 30', 'minutes: 5'],
      ['lines: 400', 'lines: 300'],
      ['[src/**, prisma]', '[src/**, prisma, docs]'],
      [/expedited:.*\n/, ''],
      ['keep-days: 90', 'keep-days: 365'],
      ['freezes: [', 'freezes: [{ from: 2026-11-01T00:00, to: 2026-11-02T00:00, reason: fair }, '],
      ['plan-hours: 24', '# a comment\napproval: required\nplan-hours: 24'],
      ['resources:', 'resources:\n  - { id: flags, provider: vercel-edge-config, store: ecfg_1, team: team_1 }'],
    ] as const) {
      expect(told(from, to)).toEqual([]);
    }
    expect(told('contacts:', `sign: { keys: [${K1}] }\ncontacts:`, BASE.replace(/sign:.*\n/, ''))).toEqual([]);
  });

  test('a base that cannot be read is said, and a base without the file is a beginning', async () => {
    const { config } = await configurationFindings('rewind.yml', BASE);
    if (config === null) throw new Error('the base is valid');
    expect(comparedWithBase('rewind.yml', BASE, config, 'version: 9\n')).toMatchObject([
      { code: 'base-configuration-invalid', level: 'warning' },
    ]);
    expect(comparedWithBase('rewind.yml', BASE, config, null)).toEqual([]);
  });
});

test.each<[string, string | RegExp, string, [string, number][]]>([
  ['a channel removed', ', { id: page, adapter: pagerduty }', '', [['channel-removed', 15]]],
  ['a channel added', 'pagerduty }', 'pagerduty }, { id: hook, adapter: webhook }', [['channel-changed', 15]]],
  ['another Slack channel', 'C0123456789', 'C9876543210', [['channel-changed', 15]]],
  [
    'another credential',
    'adapter: pagerduty',
    "adapter: pagerduty, routing-key: '${VERCEL_TOKEN}'",
    [['channel-changed', 15]],
  ],
  ['fewer incidents', 'adapter: slack,', 'adapter: slack, severities: [critical],', [['channel-changed', 15]]],
])('channels: %s', (_what, from, to, findings) => {
  const channels = 'channels: [{ id: team, adapter: slack, channel: C0123456789 }, { id: page, adapter: pagerduty }]\n';
  expect(told(from, to, `${BASE}${channels}`)).toEqual(findings);
});
