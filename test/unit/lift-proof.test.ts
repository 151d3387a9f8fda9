import { beforeEach, describe, expect, test } from '@jest/globals';
import { configurationDigest, findLiftProof, writeLiftProof } from '../../src/engine/lift-proof.js';
import type { Plan } from '../../src/engine/plan.js';
import type { Resource } from '../../src/engine/resources.js';
import { rollbackFile } from '../../src/engine/rollback-files.js';
import { newSigningKey, publicKeyText, readSigningKey, signContent } from '../../src/engine/signature.js';
import type { Store } from '../../src/store/store.js';
import { memoryStore } from '../support/memory-store.js';

const approver = readSigningKey(newSigningKey());
const stranger = readSigningKey(newSigningKey());
const KEYS = [publicKeyText(approver)];
const PLAN = { environment: 'production', digest: 'a'.repeat(64) };
const UNTIL = '2026-11-27T12:00:00.000Z';
const content = {
  environment: PLAN.environment,
  plan: PLAN.digest,
  begunAt: '2026-11-27T11:00:00.000Z',
  until: UNTIL,
  before: { id: '20261127T110000Z-000000', digest: 'b'.repeat(64) },
  resources: 'c'.repeat(64),
};
const DAY = 24 * 3_600_000;
const at = (offset: number): Date => new Date(Date.parse(UNTIL) + offset);
let store: Store;
beforeEach(() => {
  store = memoryStore();
});
const find = (now = at(0), keys: readonly string[] = KEYS, plan = PLAN) => findLiftProof(store, plan, keys, now);
/** A statement that the key signed, whatever it says, under a name beside the plan. */
const plant = (name: string, statement: object, comment: string, key = approver): Promise<unknown> => {
  const text = JSON.stringify(statement);
  const signature = signContent(Buffer.from(text), key, comment);
  return store.put(
    rollbackFile(PLAN.environment, PLAN.digest, name),
    Buffer.from(JSON.stringify({ statement: text, signature })),
  );
};
const stated = { kind: 'rewind-lift-proof', schemaVersion: 1, ...content };
const COMMENT = `rewind lift of ${PLAN.digest} in production, begun ${content.begunAt}`;

describe('the statement that allows a lift without a person', () => {
  test('counts as it was signed, until a day after the time limit and no longer', async () => {
    await writeLiftProof(store, content, approver);
    expect(await find()).toMatchObject(content);
    expect(await find(at(DAY))).toMatchObject(content);
    expect(await find(at(DAY + 1))).toContain('the approval covers the lift for 24 hours after it');
  });

  test('needs a key of the configuration, and a statement in the store', async () => {
    expect(await find()).toBe('the approved job left no signed statement of it in the store');
    await writeLiftProof(store, content, approver);
    expect(await find(at(0), [])).toBe('the configuration has no sign.approval-keys');
    expect(await find(at(0), [publicKeyText(stranger)])).toContain('a key that is not in sign.approval-keys');
    expect(await find(at(0), [publicKeyText(stranger), ...KEYS])).toMatchObject(content);
  });

  test.each([
    ['of another plan', { plan: 'd'.repeat(64) }],
    ['of another environment', { environment: 'staging' }],
  ])('one %s does not count, although an approved job signed it', async (_name, other) => {
    const statement = { ...stated, ...other };
    const comment = `rewind lift of ${statement.plan} in ${statement.environment}, begun ${content.begunAt}`;
    await plant(`lift-${content.before.id}.json`, statement, comment);
    expect(await find()).toBe('the approved job left no signed statement of it in the store');
  });

  test.each([
    ['changed after it was signed', JSON.stringify({ ...stated, until: '2027-11-27T12:00:00.000Z' }), null],
    ['whose signature is none', JSON.stringify(stated), 'nonsense'],
  ])('one %s does not count', async (_name, statement, other) => {
    const signature = other ?? signContent(Buffer.from(JSON.stringify(stated)), approver, COMMENT);
    const key = rollbackFile(PLAN.environment, PLAN.digest, 'lift-x.json');
    await store.put(key, Buffer.from(JSON.stringify({ statement, signature })));
    expect(await find()).toBe('its signature does not belong to it');
  });

  test('one whose signature was made for another purpose does not count', async () => {
    await plant('lift-x.json', stated, 'rewind approval of something else');
    expect(await find()).toBe('its signature belongs to another statement');
  });

  test.each([
    ['another kind', { ...stated, kind: 'rewind-plan' }],
    ['another version', { ...stated, schemaVersion: 2 }],
    ['a key that this version does not know', { ...stated, more: true }],
    ['a time that is none', { ...stated, until: 'soon' }],
  ])('one of %s does not count', async (_name, statement) => {
    await plant('lift-x.json', statement, COMMENT);
    expect(await find()).toBe('the signed statement of it is damaged');
  });

  test('one that somebody planted beside it does not hide it; other files are not read', async () => {
    await plant('lift-0.json', { ...stated, begunAt: '2027-01-01T00:00:00.000Z' }, COMMENT, stranger);
    await store.put(rollbackFile(PLAN.environment, PLAN.digest, 'lift-1.json'), Buffer.from('nonsense'));
    for (const name of ['lift-2.json.bak', 'old/lift-3.json', 'lift-.json', 'xlift-4.json'])
      await plant(
        name,
        { ...stated, begunAt: '2027-01-01T00:00:00.000Z' },
        COMMENT.replace(/2026.*/, '2027-01-01T00:00:00.000Z'),
      );
    await writeLiftProof(store, content, approver);
    expect(await find()).toMatchObject(content);
  });

  test('the newest of several counts, in whatever order the store lists them', async () => {
    for (const [id, begunAt] of [
      ['a', '2026-11-27T11:10:00.000Z'],
      ['b', '2026-11-27T11:20:00.000Z'],
      ['c', '2026-11-27T11:15:00.000Z'],
    ] as const)
      await writeLiftProof(store, { ...content, begunAt, before: { ...content.before, id } }, approver);
    expect(await find()).toMatchObject({ before: { id: 'b' } });
  });
});

describe('the digest of the configuration of the resources', () => {
  const plan = { changes: [{ resource: 'flags' }, { resource: 'flags' }, { resource: 'env' }] } as unknown as Plan;
  const resource = (id: string, config: object): Resource => ({ id, config }) as unknown as Resource;
  const flags = resource('flags', { project: 'shop' });
  const env = resource('env', { project: 'web' });
  const digest = configurationDigest(plan, [flags, env]);

  test('is the same in any order of the resources and the changes, and beside others', () => {
    expect(configurationDigest(plan, [resource('other', {}), env, flags])).toBe(digest);
    const turned = { changes: [...plan.changes].reverse() } as unknown as Plan;
    expect(configurationDigest(turned, [flags, env])).toBe(digest);
  });

  test.each([
    ['a value changed', [resource('flags', { project: 'other' }), env]],
    ['two were exchanged', [resource('flags', { project: 'web' }), resource('env', { project: 'shop' })]],
    ['one is not configured any more', [flags]],
  ])('is another one when %s', (_name, resources) => {
    expect(configurationDigest(plan, resources)).not.toBe(digest);
  });
});
