import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MitigationWorld } from '../support/mitigation-world.js';
import { WEBHOOK_SECRET, WebhookReceiver } from '../sandbox/webhook.js';
import { sourcesAfter } from '../support/program.js';

/** The lift without a person acts only on what is proven, and says what it did not do. */
const world = new MitigationWorld();
const receiver = new WebhookReceiver();
beforeAll(async () => {
  await receiver.start();
  await world.start({
    resources: '  - { id: staging, provider: launchdarkly, project: shop, environment: staging }\n',
    sections: 'channels: [{ id: team, adapter: webhook, allow-private: true }]\n',
    env: { REWIND_WEBHOOK_URL: `${receiver.url}/incidents`, REWIND_WEBHOOK_SECRET: WEBHOOK_SECRET },
  });
});
afterAll(() => Promise.all([world.stop(), receiver.stop()]));
const { age, folderOf, lift, mitigated, on, open, person } = world;
const NORMAL = ['banner', 'checkout', 'theme'];
const MEASURED = ['theme'];

/** Runs with another content of a file, and puts the file back. */
async function withFile(path: string, content: (now: string) => string | null, work: () => Promise<void>) {
  const now = readFileSync(path, 'utf8');
  const other = content(now);
  if (other === null) rmSync(path);
  else writeFileSync(path, other);
  try {
    await work();
  } finally {
    writeFileSync(path, now);
  }
}
/** Nothing is lifted, the run is red, and the obligation stays. */
const refused = (said: string): Promise<void> => refusedOf(MEASURED, said, ['flag-off:flags']);
async function refusedOf(flags: readonly string[], said: string, obligations: readonly string[]): Promise<void> {
  const result = await lift();
  expect(result.stdout).toContain(said);
  expect(result.stdout).toMatch(/^failed: /m);
  expect({ status: result.status, on: on(), open: (await open()).sort() }).toEqual({
    status: 1,
    on: flags,
    open: [...obligations].sort(),
  });
}

describe('a mitigation that is over', () => {
  let digest = '';
  const proof = (): string => {
    const name = readdirSync(folderOf(digest)).find((one) => one.startsWith('lift-')) ?? '';
    return join(folderOf(digest), name);
  };
  beforeAll(async () => {
    digest = await mitigated('checkout-off');
    age(digest);
  });
  afterAll(async () => {
    // However often it was refused, the record and the channel have it once.
    const failed = [...receiver.messages.values()].filter(({ type }) => type.endsWith('.failed'));
    expect(failed).toHaveLength(1);
    expect(failed[0]?.data.lines.join()).toContain('The mitigation flags-off "checkout-off" was not lifted: ');
    expect(failed[0]?.data.lines.join()).not.toContain('To finish it');
    expect((await lift()).stdout).toMatch(/^lifted: /);
    expect({ on: on(), open: await open() }).toEqual({ on: NORMAL, open: [] });
  });

  test('is not lifted without the statement of its approved job', async () => {
    await withFile(
      proof(),
      () => null,
      () => refused('It is not proven that it was approved: the approved job left no signed statement'),
    );
    expect((await world.ok('undo', digest)).stdout).toContain('Flag "checkout"');
  });

  test('is not lifted with a statement that the snapshot job signed', () =>
    withFile(
      proof(),
      (now) => now,
      () => {
        world.resign(digest, (statement) => statement, world.snapshots);
        return refused('a key that is not in sign.approval-keys signed it');
      },
    ));

  test.each([
    ['a changed time limit', /"until":"[^"]+"/, '"until":"2000-01-01T00:00:00.000Z"'],
    ['another snapshot', /"before":\{"id":"[^"]+"/, '"before":{"id":"20260101T000000Z-000000"'],
  ])('is not lifted with %s in the statement', (_name, from, to) =>
    withFile(
      proof(),
      (now) => {
        const { statement, signature } = JSON.parse(now) as Record<string, string>;
        return JSON.stringify({ statement: statement?.replace(from, to), signature });
      },
      () => refused('its signature does not belong to it'),
    ),
  );

  test('is not lifted a day after its time limit: an old statement could be put back into the store', () =>
    withFile(
      proof(),
      (now) => now,
      () => {
        world.resign(digest, (statement) =>
          statement.replace(/(?<="(begunAt|until)":")[^"]+/g, (at) =>
            new Date(Date.parse(at) - 24 * 3_600_000).toISOString(),
          ),
        );
        return refused('the approval covers the lift for 24 hours after it');
      },
    ));

  test('is not lifted from a snapshot that was changed', async () => {
    const { before } = JSON.parse((JSON.parse(readFileSync(proof(), 'utf8')) as { statement: string }).statement) as {
      before: { id: string };
    };
    const manifest = join(world.root, '.rewind/store/snapshots/production', before.id, 'manifest.json');
    const sums = join(manifest, '../SHA256SUMS');
    const { createHash } = await import('node:crypto');
    await withFile(
      manifest,
      (now) => now.replace('"reason"', ' "reason"'),
      () =>
        withFile(
          sums,
          (now) =>
            now.replace(
              /[0-9a-f]{64}(?= [ *]manifest\.json$)/m,
              createHash('sha256').update(readFileSync(manifest)).digest('hex'),
            ),
          () => refused('is not the one that was signed'),
        ),
    );
  });

  test('is not over, and not lifted, after the configuration of its resource changed', () => {
    // There, the flags are on.
    for (const key of ['checkout', 'banner']) world.service.patch(world.shop, key, 'staging', [{ kind: 'turnFlagOn' }]);
    return withFile(
      world.config,
      (now) => now.replace('project: shop, environment: production }', 'project: shop, environment: staging }'),
      () => refused('The configuration of its resources was changed since it began'),
    );
  });

  test('is not over because its resource is not in the configuration any more', () =>
    withFile(
      proof(),
      () => null,
      () =>
        withFile(
          world.config,
          (now) => now.replace('id: flags, provider', 'id: flaggen, provider').replaceAll('[flags]', '[flaggen]'),
          () => refused('What is in effect was not compared: its resource is not in the configuration'),
        ),
    ));

  test('is not over because its journal lost lines', () => {
    rmSync(join(world.root, `.rewind/journal/${digest}.jsonl`));
    const older = (now: string): string => now.replace(/"createdAt": "2026/, '"createdAt": "2025');
    return withFile(join(folderOf(digest), 'plan.json'), older, () =>
      withFile(
        join(folderOf(digest), 'journal.jsonl'),
        (now) => now.replaceAll(/.*"event":"stage".*\n/g, ''),
        () => refused('The way back is not known: its journal is not whole'),
      ),
    );
  });

  test('is not forgotten when its plan cannot be read', () =>
    withFile(
      join(folderOf(digest), 'plan.json'),
      (now) => now.replace('"kind": "rewind-plan"', '"kind": "other-plan"'),
      () => refused('The store has no plan of it with a journal that this version of Rewind can read'),
    ));

  test('is not forgotten when its journal cannot be read', () =>
    withFile(
      join(folderOf(digest), 'journal.jsonl'),
      (now) => now.replaceAll('"event":"stage"', '"event":"stag"'),
      () => refused('The store has no plan of it with a journal that this version of Rewind can read'),
    ));

  test('does not take the plan of another mitigation from its place', async () => {
    const other = await world.digestOf('mitigate', '--flags', 'theme');
    const planned = readFileSync(join(world.root, '.rewind/plan.json'), 'utf8');
    expect(planned).toContain(other);
    await withFile(
      join(folderOf(digest), 'plan.json'),
      () => planned,
      () => refused('The store has no plan of it'),
    );
  });

  test('is not forgotten when the record of its incident is damaged', async () => {
    const [incident = ''] = readdirSync(join(world.root, '.rewind/store/incidents/production'));
    await withFile(
      join(world.root, '.rewind/store/incidents/production', incident, '000002.json'),
      (now) => now.replace('"digest":"', '"digest":"0'),
      async () => {
        const result = await lift();
        expect({ status: result.status, on: on() }).toEqual({ status: 1, on: MEASURED });
        expect(result.stdout).toContain('was changed or is damaged');
      },
    );
  });
});

/** Turns a flag on or off, and serves its other variation. */
function personServesOther(key: string): () => void {
  const flag = world.shop.flags.get(key);
  const at = flag?.environments.get('production')?.fallthrough.variation ?? 0;
  const serve = (variation: number): void =>
    world.service.patch(world.shop, key, 'production', [
      { kind: 'updateFallthroughVariationOrRollout', variationId: flag?.variations[variation]?._id ?? '' },
    ]);
  serve(1 - at);
  return () => serve(at);
}
/** Kills a run after the service changed a flag. */
async function killedAfter(args: readonly string[], key: string): Promise<void> {
  const point = `http PATCH /api/#/flags/shop/${key}: answered`;
  const env = {
    ...world.environment(),
    FUZZ_ROOT: world.root,
    FUZZ_PORT: '',
    FUZZ_KILL: JSON.stringify({ point, nth: 1, children: false }),
  };
  const ended = await world.run(args, { command: sourcesAfter(WRITES), env });
  expect(ended.signal).toBe('SIGKILL');
}
const WRITES = join(dirname(fileURLToPath(import.meta.url)), '../fuzz/writes.mjs');

test('what somebody brought back in another form stays, and the rest is lifted', async () => {
  const digest = await mitigated('checkout-off');
  age(digest);
  person('checkout', 'turnFlagOn');
  const back = personServesOther('checkout');
  const lifted = await lift();
  expect(lifted.stdout).toMatch(/^lifted: /);
  expect({ on: on(), open: await open() }).toEqual({ on: NORMAL, open: [] });
  expect(world.shop.flags.get('checkout')?.environments.get('production')?.fallthrough.variation).toBe(1);
  back();
});

test('a lift that was killed is finished, and overwrites nothing that somebody set meanwhile', async () => {
  const digest = await mitigated('checkout-off');
  age(digest);
  await killedAfter(['mitigate', '--lift-expired'], 'banner');
  expect(on()).toEqual(['banner', 'theme']);
  const back = personServesOther('checkout');
  await refusedOf(['banner', 'theme'], 'was changed by somebody since the mitigation', [
    'unfinished-rollback',
    'flag-off:flags',
  ]);
  back();
  expect((await lift()).stdout).toMatch(/^lifted: /);
  expect({ on: on(), open: await open() }).toEqual({ on: NORMAL, open: [] });
});

test('a flag that another mitigation needs stays off until that one is lifted, too', async () => {
  const first = await mitigated('checkout-off');
  const second = await mitigated('--flags', 'checkout,theme', '--minutes', '120');
  expect(on()).toEqual([]);
  age(first);
  const some = await lift();
  expect(some.stdout).toMatch(
    /waiting: flags-off "checkout-off" .* The rest waits, because another mitigation needs it: flags-off \(/,
  );
  expect({ status: some.status, on: on() }).toEqual({ status: 0, on: ['banner'] });
  expect((await lift()).stdout).toContain('Another mitigation needs what it changed: flags-off (');
  age(second, 3);
  const both = await lift();
  expect({ status: both.status, on: on(), open: await open() }).toEqual({ status: 0, on: NORMAL, open: [] });
});
