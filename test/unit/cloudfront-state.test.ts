import { describe, expect, test } from '@jest/globals';
import { parseXml } from '../../src/services/aws/xml.js';
import { config } from '../../src/providers/cloudfront/config.js';
import { fieldsOf, sameFields } from '../../src/providers/cloudfront/fields.js';
import { plan } from '../../src/providers/cloudfront/plan.js';
import type { State } from '../../src/providers/cloudfront/state.js';

const saved: State = {
  schemaVersion: 1,
  distribution: 'E1ABCDEF',
  fields: { Enabled: 'true', WebACLId: 'arn:acl', 'DefaultCacheBehavior.ViewerProtocolPolicy': 'https-only' },
  sealed: {},
  functions: {},
  staging: false,
  deploymentPolicy: null,
  modified: '2026-01-01T00:00:00.000Z',
  invalidate: [],
  invalidated: false,
};
const warnings = (was: Record<string, string>, is: Record<string, string>): string =>
  plan({ ...saved, fields: was }, { ...saved, fields: is })
    .flatMap((change) => change.warnings)
    .join('; ');

describe('what the approver must not overlook', () => {
  test.each([
    ['takes the site offline', { Enabled: 'false' }, { Enabled: 'true' }],
    ['opens access: the web ACL is detached', {}, { WebACLId: 'arn:acl' }],
    ['allows plain HTTP', { 'X.ViewerProtocolPolicy': 'allow-all' }, { 'X.ViewerProtocolPolicy': 'https-only' }],
    [
      'opens access: Restrictions.GeoRestriction.RestrictionType is lifted',
      { 'Restrictions.GeoRestriction.RestrictionType': 'none' },
      { 'Restrictions.GeoRestriction.RestrictionType': 'whitelist' },
    ],
    [
      'opens access: DefaultCacheBehavior.TrustedKeyGroups.Enabled is lifted',
      { 'DefaultCacheBehavior.TrustedKeyGroups.Enabled': 'false' },
      { 'DefaultCacheBehavior.TrustedKeyGroups.Enabled': 'true' },
    ],
  ])('%s', (words, was, is) => {
    expect(warnings(was, is)).toContain(words);
    // The other way round is harmless.
    expect(warnings(is, was)).not.toContain(words);
  });

  test('a function that the distribution does not use now: nothing keeps its code, so it counts as not undoable', () => {
    const code = { fields: {}, code: 'a'.repeat(64), bytes: 9, draft: false };
    const of = (functions: State['functions']): object | undefined =>
      plan({ ...saved, functions: { redirect: code } }, { ...saved, functions })[0];
    expect(of({})).toMatchObject({
      undo: null,
      warnings: expect.arrayContaining([expect.stringContaining('no snapshot keeps the code')]),
    });
    expect(of({ redirect: { ...code, code: 'b'.repeat(64) } })).toMatchObject({ undo: expect.any(String) });
  });

  test('the config of one distribution is never put on another', () => {
    const changes = plan(saved, { ...saved, distribution: 'E2OTHER00', fields: {} });
    expect(changes).toMatchObject([{ id: 'other-object', manual: expect.stringContaining('E1ABCDEF') }]);
  });
});

describe('a document as fields', () => {
  const of = (inner: string) => fieldsOf(parseXml(`<DistributionConfig>${inner}</DistributionConfig>`));
  const behaviors = (...patterns: string[]) =>
    `<CacheBehaviors><Quantity>${patterns.length}</Quantity><Items>${patterns
      .map((each) => `<CacheBehavior><PathPattern>${each}</PathPattern></CacheBehavior>`)
      .join('')}</Items></CacheBehaviors>`;
  const aliases = (...names: string[]) =>
    `<Aliases><Quantity>${names.length}</Quantity><Items>${names.map((each) => `<CNAME>${each}</CNAME>`).join('')}</Items></Aliases>`;

  test('the order of names has no meaning, the order of behaviors has', () => {
    expect(sameFields(of(aliases('a', 'b')), of(aliases('b', 'a')))).toBe(true);
    expect(sameFields(of(behaviors('/a', '/b')), of(behaviors('/b', '/a')))).toBe(false);
  });

  test('absent, empty and no items are the same', () => {
    expect(sameFields(of(''), of('<WebACLId></WebACLId><Aliases><Quantity>0</Quantity></Aliases>'))).toBe(true);
  });

  test('values of origin headers are secret, whatever they are called', () => {
    const header = '<HeaderName>X-Plain</HeaderName><HeaderValue>v</HeaderValue>';
    const origin = `<Id>app</Id><CustomHeaders><Quantity>1</Quantity><Items><OriginCustomHeader>${header}</OriginCustomHeader></Items></CustomHeaders>`;
    const { shown, secret } = of(`<Origins><Quantity>1</Quantity><Items><Origin>${origin}</Origin></Items></Origins>`);
    expect([...secret]).toEqual([['Origins.app.CustomHeaders.X-Plain.HeaderValue', 'v']]);
    expect([...shown.values()]).not.toContain('v');
  });
});

test('the configuration wants an id, and paths that begin with a slash', () => {
  const base = { id: 'cdn', provider: 'cloudfront', distribution: 'E1ABCDEF' };
  expect(config.parse(base)).toMatchObject({ invalidate: [], wait: 1800, 'poll-seconds': 10 });
  expect(config.safeParse({ ...base, distribution: 'd111.cloudfront.net' }).success).toBe(false);
  expect(config.safeParse({ ...base, invalidate: ['img/*'] }).success).toBe(false);
});
