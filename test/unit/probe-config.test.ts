import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseConfig } from '../../src/config/load.js';
import { parsePath, valueAt } from '../../src/probes/json-path.js';
import { comparedWithBase } from '../../src/readiness/configuration.js';

const HEAD = `version: 1
environment: production
store: { kind: directory, path: s }
seal: { recipients: [age1${'q'.repeat(58)}] }
resources: [{ id: web, provider: vercel-deployment, project: prj_1 }]
probes:
`;
const http = (rest: string): string =>
  `${HEAD}  - { id: home, adapter: http, area: content, url: 'https://shop.example.com/', ${rest} }\n`;
const flow = (steps: string): string =>
  `${HEAD}  - { id: login, adapter: flow, area: authentication, url: 'https://shop.example.com', steps: [${steps}] }\n`;

const told = (text: string): string[] => {
  const result = parseConfig(text);
  return 'problems' in result ? result.problems.map(({ line, key, message }) => `${line} ${key}: ${message}`) : [];
};
test('the example that users copy: probes of four adapters, each with an area', () => {
  const result = parseConfig(readFileSync(new URL('../../examples/rewind.yml', import.meta.url), 'utf8'));
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  const { probes, monitor, criteria } = result.config;
  expect(probes.map(({ adapter, area, critical }) => `${adapter} ${area} ${critical}`)).toEqual([
    'http content true',
    'flow authentication true',
    'sql data true',
    'stripe-payments payments true',
  ]);
  expect([monitor.minutes, criteria['false-alarms']['roll-back']]).toEqual([30, 0.001]);
});

const SECRET = 'must be a reference like ${NAME}: do not put secrets in this file';

describe('a secret that is written in a probe', () => {
  test.each<[string, string]>([
    ["headers: { authorization: 'Bearer hunter2hunter2' }", 'probes[0].headers.authorization'],
    ["headers: { Authorization: 'Basic aHVudGVyMg==' }", 'probes[0].headers.Authorization'],
    ["headers: { x-api-key: 'hunter2' }", 'probes[0].headers.x-api-key'],
    ["headers: { x-vercel-protection-bypass: 'hunter2' }", 'probes[0].headers.x-vercel-protection-bypass'],
    ["headers: { cookie: 'theme=dark; session=hunter2' }", 'probes[0].headers.cookie'],
    ["headers: { x-any: 'ghp_hunter2hunter2hunter2hunter2' }", 'probes[0].headers.x-any'],
    ["method: POST, json: { user: { accessToken: 'hunter2' } }", 'probes[0].json.user.accessToken'],
    ["method: POST, json: { passwords: [], list: [{ password: 'hunter2' }] }", 'probes[0].json.list[0].password'],
    ["method: POST, form: { password: 'hunter2' }", 'probes[0].form.password'],
    ["method: POST, form: { password: 'hunter2hunter2${P}' }", 'probes[0].form.password'],
    [`method: POST, body: '{"password":"hunter2"}'`, 'probes[0].body'],
    ["method: POST, body: 'user=ada&password=hunter2'", 'probes[0].body'],
    ["method: POST, body: 'DATABASE postgresql://app:hunter2@db/shop'", 'probes[0].body'],
  ])('%s', (rest, key) => {
    const problems = told(http(rest));
    expect(problems).toEqual([`7 ${key}: ${SECRET}`]);
    expect(problems.join()).not.toContain('hunter2');
  });

  test('in the query of an address', () => {
    expect(told(http('critical: true').replace('.com/', '.com/?token=hunter2'))).toEqual([
      `7 probes[0].url: ${SECRET}`,
    ]);
  });

  test('in a step of a flow', () => {
    expect(told(flow("{ name: a, url: /a, method: POST, form: { pin: '4711' } }"))).toEqual([
      `7 probes[0].steps[0].form.pin: ${SECRET}`,
    ]);
  });

  test.each([
    "headers: { authorization: 'Bearer ${PROBE_TOKEN}', cookie: 'theme=dark; session=${PROBE_TOKEN}', accept: text/html }",
    "method: POST, json: { password: '${PROBE_PASSWORD}', rememberToken: true, token_type: bearer, password2: '' }",
    "method: POST, form: { password: '${PROBE_PASSWORD}', user: ada }",
    `method: POST, body: '{"password":"\${PROBE_PASSWORD}"}'`,
    "expect: { json: { $.token: abc, '$.password': null }, headers: { x-token: abc } }",
  ])('no secret: %s', (rest) => expect(told(http(rest))).toEqual([]));
});

describe('other mistakes in a probe', () => {
  test.each<[string, string, string]>([
    [
      'adapter',
      http('').replace('adapter: http', 'adapter: htp'),
      '7 probes[0].adapter: unknown adapter; use one of cloudwatch, command, content,',
    ],
    ['user name in the address', http('').replace('shop.', 'ada:x@shop.'), '7 probes[0].url: must be an address like'],
    ['variable in the host', http('').replace('shop', '${HOST}'), '7 probes[0].url: must be an address like'],
    ['other protocol', http('').replace('https', 'ftp'), '7 probes[0].url: must be an address like'],
    [
      'header of Rewind',
      http('headers: { Host: evil.example.com }'),
      '7 probes[0].headers.Host: is a header that Rewind sets itself',
    ],
    ['line break in a header', http('headers: { x-a: "b\\r\\nc: d" }'), '7 probes[0].headers.x-a: must be one line'],
    ['body of a GET', http('json: {}'), '7 probes[0].json: is a body, and GET has none; set method'],
    ['two bodies', http("method: POST, json: {}, body: ''"), '7 probes[0].json: is a second body beside "body"'],
    ...['PUT', 'PATCH', 'DELETE'].map((method): [string, string, string] => [
      `a request that writes: ${method}`,
      http(`method: ${method}`),
      `7 probes[0].method: must not be ${method}: it changes data at every check`,
    ]),
    [
      'path to many values',
      http("expect: { json: { '$..a': 1 } }"),
      '7 probes[0].expect.json.$..a: must be a path to one value',
    ],
    [
      'own credential',
      http("headers: { authorization: 'Bearer ${VERCEL_TOKEN}' }"),
      '7 probes[0]: sends VERCEL_TOKEN, which is a credential of Rewind',
    ],
    [
      'secret in clear',
      http("headers: { x-api-key: '${PROBE_TOKEN}' }").replace('https', 'http'),
      '7 probes[0].url: must begin with https://',
    ],
    [
      'captured without a flow',
      http("headers: { x-a: '{{a}}' }"),
      '7 probes[0].headers.x-a: {{a}} is not captured by a step before',
    ],
    [
      'captured later',
      flow("{ name: a, url: '/{{b}}' }, { name: b, url: /, capture: { b: { json: $.b } } }"),
      '7 probes[0].steps[0].url: {{b}} is not captured',
    ],
    ['two groups', flow("{ name: a, url: /, capture: { b: { text: '(a)(b)' } } }"), '7 probes[0].steps[0].capture.b'],
    ['no expression', flow("{ name: a, url: /, capture: { b: { text: '(' } } }"), '7 probes[0].steps[0].capture.b'],
    ['path to another host', flow('{ name: a, url: //evil.example.com/ }'), '7 probes[0].steps[0].url: must be a path'],
    ['id used twice', `${http('')}${http('').slice(HEAD.length)}`, '8 probes[1].id: "home" is used twice'],
  ])('%s', (_what, text, problem) => {
    const problems = told(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.slice(0, problem.length)).toBe(problem);
  });
});

test('a pull request that changes where a probe sends credentials says so', () => {
  const base = http("headers: { x-api-key: '${PROBE_TOKEN}' }");
  const findings = (text: string): string[] => {
    const parsed = parseConfig(text);
    if (!('config' in parsed)) throw new Error(told(text).join());
    return comparedWithBase('rewind.yml', text, parsed.config, base).map(({ code, message }) => `${code} ${message}`);
  };
  expect(findings(base)).toEqual([]);
  expect(findings(base.replace('shop.example', 'evil.example'))).toEqual([
    'probe-changed "home" checks differently: url.',
    'probe-sends "home" sends PROBE_TOKEN to evil.example.com.',
  ]);
  expect(findings(HEAD.replace('probes:\n', ''))).toEqual(['probe-removed "home" does not watch production any more.']);
});

test('paths: singular queries of RFC 9535', () => {
  const value = { a: [{ 'b c': 1, "d'": 2 }, 3], '☺': 4 };
  const at = (path: string): unknown => valueAt(value, parsePath(path) ?? ['no path']);
  expect([
    at('$'),
    at("$.a[0]['b c']"),
    at(`$["a"][0]['d\\'']`),
    at('$.a[-1]'),
    at('$.a[-3]'),
    at('$.a.length'),
  ]).toEqual([value, 1, 2, 3, undefined, undefined]);
  for (const path of ['', 'a', '$.', '$..a', '$[*]', '$[01]', '$[-0]', '$[0:1]', '$[?@.a]', '$.a b', '$.1']) {
    expect([path, parsePath(path)]).toEqual([path, null]);
  }
});

test('the example of the documentation is a configuration', () => {
  const page = readFileSync(new URL('../../docs/probes.md', import.meta.url), 'utf8');
  const [, example = ''] = /```yaml\nprobes:\n(.*?)```/s.exec(page) ?? [];
  expect(example).toContain('adapter: flow');
  expect(told(HEAD + example)).toEqual([]);
});
