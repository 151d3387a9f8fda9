import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import type { RewindError } from '../../src/runtime/errors.js';
import { findSnapshot } from '../../src/engine/choose.js';
import { openIncidents, Recorder } from '../../src/incident/record.js';
import { openStore } from '../../src/store/index.js';
import {
  folderOfArtifact,
  incidentArtifact,
  indexArtifact,
  indexName,
  rollbackArtifact,
  snapshotArtifact,
} from '../../src/store/artifact-names.js';
import type { Store } from '../../src/store/store.js';
import { createGitHub } from '../../src/services/github/client.js';
import { downloadArtifact } from '../../src/services/github/artifact-download.js';
import { readArtifacts } from '../../src/services/github/artifacts.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { emptySnapshotZip, zipOf, zipOfFiles } from '../support/artifact-zip.js';
import { testContext, type TestContext } from '../support/context.js';
import { errorOf } from './store-suite.js';

/** The store `artifact`: staged by the program, uploaded by a step, read by REST. GitHub is our double of it. */
const CONFIG = { kind: 'artifact' } as const;
const ID = '20261120T010203Z-abcdef';
const FOLDER = `snapshots/production/${ID}`;
/** When the run of that snapshot began and uploaded it. */
const createdAt = '2026-11-20T01:02:03Z';
const SEALED = Buffer.from(`age-encryption.org/v1\n-> X25519 abc\n${'x'.repeat(5000)}`);

let hub: GitHubSandbox;
const roots: string[] = [];

/** A run of its own: another checkout, the same repository. */
const hubOf = () => ({ GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token });

function newRun(env: Record<string, string> = {}): { ctx: TestContext; root: string; store: Promise<Store> } {
  const root = mkdtempSync(join(tmpdir(), 'rewind-run-'));
  roots.push(root);
  const ctx = testContext({
    root,
    env: { ...hubOf(), REWIND_FINGERPRINT_KEY: undefined, ...env },
  });
  return { ctx, root, store: openStore(CONFIG, ctx) };
}

/** What the step after the program does. */
function upload(root: string, id = ID): void {
  const parcel = snapshotArtifact(CONFIG, 'production', id);
  if (parcel === null) throw new Error('no parcel');
  hub.addArtifact({ name: parcel.name, zip: zipOf(join(root, parcel.path)), createdAt });
}

async function takeAndUpload(): Promise<void> {
  const { root, store } = newRun();
  const first = await store;
  await first.put(`${FOLDER}/db/dump.age`, Readable.from([SEALED.subarray(0, 10), SEALED.subarray(10)]));
  await first.put(`${FOLDER}/manifest.json`, Buffer.from('{"manifest":true}'));
  await first.put(`${FOLDER}/SHA256SUMS`, Buffer.from('sums'));
  upload(root);
}

const downloads = () => hub.requests.filter(({ path }) => path.startsWith('/_blob/'));

beforeEach(async () => {
  hub = new GitHubSandbox();
  await hub.start();
});
afterEach(async () => {
  await hub.stop();
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

describe('across runs', () => {
  test('what one run has written and uploaded, another lists and reads', async () => {
    await takeAndUpload();
    const store = await newRun().store;
    expect((await store.list('snapshots/production')).map(({ key }) => key)).toEqual([`${FOLDER}/SHA256SUMS`]);
    expect((await store.list(FOLDER)).map(({ key }) => key)).toEqual([
      `${FOLDER}/SHA256SUMS`,
      `${FOLDER}/db/dump.age`,
      `${FOLDER}/manifest.json`,
    ]);
    expect(await buffer(await store.open(`${FOLDER}/db/dump.age`))).toEqual(SEALED);
  });

  test('a record of an incident is found by the next run', async () => {
    const { root, ctx, store } = newRun();
    const author = { by: 'octocat', run: null, redact: (one: string) => one };
    const recorder = new Recorder(await store, 'production', ID, author, ctx.clock);
    await recorder.add('opened', { title: 'payments fail', severity: null });
    const parcel = incidentArtifact(CONFIG, 'production', ID);
    hub.addArtifact({ name: `${parcel?.name ?? ''}-1-1`, zip: zipOf(join(root, parcel?.path ?? '')), createdAt });
    const damaged: RewindError[] = [];
    const open = await openIncidents(await newRun().store, 'production', (error) => damaged.push(error));
    expect([open.map(({ id }) => id), damaged]).toEqual([[ID], []]);
  });

  test('a manifest is read without downloading the dump', async () => {
    await takeAndUpload();
    const store = await newRun().store;
    expect(await text(await store.open(`${FOLDER}/manifest.json`))).toBe('{"manifest":true}');
    expect(downloads().length).toBeGreaterThan(0);
    expect(downloads().every(({ headers }) => headers.range !== undefined)).toBe(true);
  });

  test('where the storage serves no parts, the whole archive is downloaded, once', async () => {
    await takeAndUpload();
    const zip = hub.artifacts[0]?.zip ?? Buffer.alloc(0);
    hub.inject({ on: /^GET \/_blob/, times: 1, with: { kind: 'answer', answer: { status: 200, body: zip } } });
    const store = await newRun().store;
    expect(await text(await store.open(`${FOLDER}/manifest.json`))).toBe('{"manifest":true}');
    expect(await buffer(await store.open(`${FOLDER}/db/dump.age`))).toEqual(SEALED);
    expect(downloads()).toHaveLength(2);
  });

  test('a download that breaks off is done again', async () => {
    await takeAndUpload();
    hub.inject({ on: /^GET \/_blob/, times: 1, after: 0, with: { kind: 'reset' } });
    const store = await newRun().store;
    expect(await buffer(await store.open(`${FOLDER}/db/dump.age`))).toEqual(SEALED);
  });

  test.each(['hang', 'open'] as const)('a storage that goes silent (%s) is asked again', async (how) => {
    await takeAndUpload();
    const body = Buffer.from('PK, and then nothing');
    const silent =
      how === 'hang' ? { kind: how } : { kind: 'answer' as const, answer: { status: 200, body, open: true } };
    hub.inject({ on: /^GET \/_blob/, times: 2, with: silent });
    const { ctx, root } = newRun();
    const github = createGitHub(ctx);
    const [artifact] = (await readArtifacts(github, 1)).artifacts;
    if (artifact === undefined) throw new Error('no artifact');
    await downloadArtifact(ctx, github, artifact, join(root, 'x.zip'), 150);
    expect(downloads()).toHaveLength(3);
  });

  test('an archive that came only in part is fetched again before it is called damaged', async () => {
    await takeAndUpload();
    const zip = hub.artifacts[0]?.zip ?? Buffer.alloc(0);
    const half = { kind: 'answer' as const, answer: { status: 200, body: zip.subarray(0, 100) } };
    hub.inject({ on: /^GET \/_blob/, times: 1, with: half });
    const store = await newRun().store;
    expect(await buffer(await store.open(`${FOLDER}/db/dump.age`))).toEqual(SEALED);
  });

  test('what this run has staged is seen before it is uploaded', async () => {
    const { store } = newRun();
    const first = await store;
    await first.put(`${FOLDER}/SHA256SUMS`, Buffer.from('sums'));
    expect(await text(await first.open(`${FOLDER}/SHA256SUMS`))).toBe('sums');
    expect((await first.list('snapshots')).map(({ key }) => key)).toEqual([`${FOLDER}/SHA256SUMS`]);
    await first.delete(`${FOLDER}/SHA256SUMS`);
    expect(await first.list('snapshots')).toEqual([]);
  });

  test('what another run has left in a kept workspace is not believed, and is removed', async () => {
    const root = newRun().root;
    const at = async (run: string): Promise<Store> => {
      const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token };
      return openStore(CONFIG, testContext({ root, env: { ...env, GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: run } }));
    };
    await (await at('7')).put(`${FOLDER}/SHA256SUMS`, Buffer.from('sums'));
    // The next step, and the next attempt, of that run.
    expect(await (await at('7')).list('snapshots')).toHaveLength(1);
    expect(await (await at('8')).list('snapshots')).toEqual([]);
    expect(existsSync(join(root, '.rewind/store', FOLDER))).toBe(false);
  });

  test('among hundreds of other artifacts, the newest snapshot is found', async () => {
    for (let number = 0; number < 230; number += 1)
      hub.addArtifact({ name: `coverage-${number}`, zip: Buffer.from('PK') });
    hub.addArtifact({
      name: 'rewind-snapshot-production-20261119T000000Z-aaaaaa',
      zip: emptySnapshotZip('20261119T000000Z-aaaaaa', '2026-11-19T00:00:00.000Z'),
      createdAt: '2026-11-19T00:00:10Z',
    });
    hub.addArtifact({
      name: `rewind-snapshot-production-${ID}`,
      zip: emptySnapshotZip(ID, '2026-11-20T01:02:03.000Z', 'pre-rollback'),
      createdAt,
    });
    const found = await findSnapshot(await newRun().store, 'latest', { environment: 'production', repository: null });
    expect(found.id).toBe('20261119T000000Z-aaaaaa');
    const pages = hub.requests.filter(({ path }) => path.endsWith('/actions/artifacts'));
    expect(pages).toHaveLength(3);
  });

  test('the journal of the newest attempt is the one that is read', async () => {
    const digest = 'd'.repeat(64);
    const parcel = rollbackArtifact(CONFIG, 'production', digest);
    hub.addArtifact({ name: `${parcel?.name ?? ''}-7-1`, zip: zipOfFiles({ 'journal.jsonl': 'first' }) });
    hub.addArtifact({ name: `${parcel?.name ?? ''}-7-2`, zip: zipOfFiles({ 'journal.jsonl': 'second' }) });
    const store = await newRun().store;
    const key = `rollbacks/production/${digest}/journal.jsonl`;
    expect((await store.list(`rollbacks/production/${digest}`)).map((object) => object.key)).toEqual([key]);
    expect(await text(await store.open(key))).toBe('second');
  });

  test('what only an earlier run of a rollback wrote is read from its artifact', async () => {
    const digest = 'd'.repeat(64);
    const parcel = rollbackArtifact(CONFIG, 'production', digest);
    const first = { 'journal.jsonl': 'first', 'lift-20261119T000000Z-aaaaaa.json': 'signed' };
    hub.addArtifact({ name: `${parcel?.name ?? ''}-7-1`, zip: zipOfFiles(first) });
    hub.addArtifact({ name: `${parcel?.name ?? ''}-8-1`, zip: zipOfFiles({ 'journal.jsonl': 'second' }) });
    const store = await newRun().store;
    const folder = `rollbacks/production/${digest}`;
    expect(await text(await store.open(`${folder}/lift-20261119T000000Z-aaaaaa.json`))).toBe('signed');
    expect(await text(await store.open(`${folder}/journal.jsonl`))).toBe('second');
    expect((await errorOf(store.open(`${folder}/lift-20261119T000000Z-bbbbbb.json`))).code).toBe('snapshot-corrupt');
  });
});

describe('in a repository with 120,000 artifacts', () => {
  const ids = Array.from({ length: 12 }, (_, index) => `202611${String(index + 1).padStart(2, '0')}T000000Z-aaaaaa`);
  const newest = '20261112T000000Z-aaaaaa';
  const digest = 'd'.repeat(64);
  const wanted = { environment: 'production', repository: 'acme/shop' };

  /** Between two snapshots, other workflows upload 10,000 artifacts. */
  const fill = (): void => {
    const other = hub.addRun().id;
    const zip = Buffer.from('PK');
    for (const id of ids) {
      const at = id.replace(/^(....)(..)(..)T.*/, '$1-$2-$3T00:00:00.000Z');
      const run = hub.addRun({ createdAt: at }).id;
      const mark = indexArtifact(CONFIG, 'snapshots', 'production');
      const snapshot = snapshotArtifact(CONFIG, 'production', id);
      hub.addArtifact({ name: mark?.name ?? '', zip, run, createdAt: at });
      hub.addArtifact({ name: snapshot?.name ?? '', zip: emptySnapshotZip(id, at), run, createdAt: at });
      const coverage = hub.addArtifact({ name: 'coverage', zip, run: other });
      hub.artifacts.push(...Array.from({ length: 9_999 }, () => coverage));
    }
  };
  const lists = () => hub.requests.filter(({ path }) => path.endsWith('/artifacts'));

  test('the newest snapshot is found by the names of the index; an older one by its id', async () => {
    fill();
    // Everybody who may open a pull request can upload entries, too.
    const mark = indexName(CONFIG, 'snapshots', 'production');
    for (let count = 0; count < 150; count += 1) {
      const run = hub.addRun({ fork: 'mallory/shop', event: 'pull_request' }).id;
      hub.addArtifact({ name: mark, zip: Buffer.from('PK'), run });
    }
    const store = await newRun().store;
    expect((await findSnapshot(store, 'latest', wanted)).id).toBe(newest);
    // The whole list is given up after its first page; two pages of entries, no record, ten runs.
    expect(lists()).toHaveLength(1 + 2 + 1 + 10);
    const [oldest = ''] = ids;
    hub.requests.length = 0;
    expect((await findSnapshot(await newRun().store, oldest, wanted)).id).toBe(oldest);
    expect(lists().length).toBeLessThanOrEqual(15);
    expect((await findSnapshot(await newRun().store, '2026-11-02T12:00:00Z', wanted)).id).toBe(ids[1]);
    const missing = await errorOf(findSnapshot(await newRun().store, '20200101T000000Z-000000', wanted));
    expect(missing.code).toBe('snapshot-not-found');
  }, 20_000);

  test('a journal and the record of an incident are found by the index of records', async () => {
    for (let count = 0; count < 501; count += 1) hub.addArtifact({ name: 'coverage', zip: Buffer.from('PK'), run: 1 });
    const mark = indexName(CONFIG, 'records', 'production');
    const journal = rollbackArtifact(CONFIG, 'production', digest);
    const incident = incidentArtifact(CONFIG, 'production', ID);
    for (const [run, text] of [
      [7, 'first'],
      [8, 'second'],
    ] as const) {
      hub.addArtifact({ name: `${journal?.name ?? ''}-${run}-1`, zip: zipOfFiles({ 'journal.jsonl': text }), run });
      hub.addArtifact({ name: `${incident?.name ?? ''}-${run}-1`, zip: zipOfFiles({ 'head.json': text }), run });
      hub.addArtifact({ name: mark, zip: Buffer.from('PK'), run });
    }
    const store = await newRun().store;
    expect((await store.list('rollbacks/production')).map(({ key }) => key)).toEqual([
      `rollbacks/production/${digest}/SHA256SUMS`,
    ]);
    expect(await text(await store.open(`rollbacks/production/${digest}/journal.jsonl`))).toBe('second');
    expect(await text(await store.open(`incidents/production/${ID}/head.json`))).toBe('second');
    expect(await store.list('incidents/staging')).toEqual([]);
    // The first page, the index of each environment, two runs.
    expect(lists()).toHaveLength(1 + 2 + 2);
  });
});

describe('what is not sealed', () => {
  const plain = Buffer.from('{"STRIPE_KEY":"sk_live_1"} and much more that is long enough');

  test.each([
    ['in one piece', () => plain],
    ['in pieces', () => Readable.from([plain.subarray(0, 5), plain.subarray(5)])],
    ['and short', () => Buffer.from('x')],
    ['and empty', () => Readable.from([])],
  ])('is refused %s, and nothing of it reaches the disk', async (_how, content) => {
    const { root, store } = newRun();
    const error = await errorOf((await store).put(`${FOLDER}/db/dump.age`, content()));
    expect(error.code).toBe('store-unsealed');
    expect(error.message).toContain('everyone with read access to this repository');
    expect(existsSync(join(root, '.rewind/store', FOLDER, 'db'))).toBe(false);
  });

  test('in a public repository, the reason is that every GitHub user could download it', async () => {
    hub.visibility = 'public';
    const error = await errorOf((await newRun().store).put(`${FOLDER}/db/dump.age`, plain));
    expect(error.message).toContain('every GitHub user (this repository is public)');
  });

  test.each(['snapshots/production/x/other.json', 'rollbacks/production/d/state.json', 'notes/a'])(
    '%s is on no list of what may be clear',
    async (key) => {
      expect((await errorOf((await newRun().store).put(key, plain))).code).toBe('store-unsealed');
    },
  );
});

describe('who is believed', () => {
  const name = `rewind-snapshot-production-${ID}`;
  const zip = emptySnapshotZip(ID, '2026-11-20T01:02:03.000Z');
  const wanted = { environment: 'production', repository: 'acme/shop' };

  test.each([
    ['a fork, on a branch named like ours', { fork: 'mallory/shop', branch: 'main' }, 'a fork'],
    ['another branch', { branch: 'try-this' }, 'the branch "try-this"'],
  ])('not %s: it is not listed, and refused by its id', async (_who, run, whose) => {
    hub.addArtifact({ name, zip, run: hub.addRun(run).id });
    const store = await newRun().store;
    expect(await store.list('snapshots')).toEqual([]);
    expect((await errorOf(findSnapshot(store, 'latest', wanted))).code).toBe('snapshot-not-found');
    const error = await errorOf(findSnapshot(store, ID, wanted));
    expect(error.code).toBe('snapshot-foreign');
    expect(error.message).toContain(whose);
  });

  // Whoever may push can have a run with the label of the branch; each of these uploads a newer snapshot than ours.
  test.each<
    [
      string,
      () => { readonly event?: string; readonly sha?: string; readonly path?: string; readonly createdAt?: string },
      RegExp,
    ]
  >([
    [
      'a tag named like the branch',
      () => ({ event: 'push', sha: hub.addCommit({ branch: 'mine' }).sha }),
      /the commit \w+ of its run is not on the branch/,
    ],
    [
      'a commit that the repository does not have',
      () => ({ sha: 'f'.repeat(40) }),
      /the commit ffffffffffff of its run is not/,
    ],
    ['a pull request from main into a branch', () => ({ event: 'pull_request' }), /event "pull_request"/],
    ['a comment', () => ({ event: 'issue_comment' }), /event "issue_comment"/],
    ['another workflow file', () => ({ path: '.github/workflows/mine.yml' }), /not in store.workflows/],
    ['a run that began after the snapshot', () => ({ createdAt: '2026-11-21T01:02:03Z' }), /but its run began/],
  ])('not %s: refused by its id, and it does not hide an honest one', async (_what, made, problem) => {
    const honest = '20261119T000000Z-aaaaaa';
    hub.addArtifact({
      name: `rewind-snapshot-production-${honest}`,
      zip: emptySnapshotZip(honest, '2026-11-19T00:00:00.000Z'),
      createdAt: '2026-11-19T00:00:10Z',
    });
    hub.addArtifact({ name, zip, createdAt, run: hub.addRun({ createdAt, ...made() }).id });
    const workflows = ['.github/workflows/deploy.yml'];
    const store = await openStore({ ...CONFIG, workflows }, newRun().ctx);
    const error = await errorOf(findSnapshot(store, ID, wanted));
    expect(error.code).toBe('snapshot-untrusted');
    expect(error.message).toMatch(problem);
    expect((await findSnapshot(store, 'latest', wanted)).id).toBe(honest);
  });

  test.each([
    ['2099', '20991120T010203Z-abcdef'],
    ['the past', '20200101T000000Z-abcdef'],
  ])('not a name with a time of %s', async (_when, id) => {
    const claimed = id.replace(/^(....)(..)(..)T.*/, '$1-$2-$3T01:02:03.000Z');
    hub.addArtifact({ name: `rewind-snapshot-production-${id}`, zip: emptySnapshotZip(id, claimed), createdAt });
    const error = await errorOf(findSnapshot(await newRun().store, id, wanted));
    expect(error.code).toBe('snapshot-untrusted');
  });

  test('a run that was deleted says nothing about its artifact', async () => {
    hub.addArtifact({ name, zip, createdAt });
    hub.inject({
      on: /^GET .*\/actions\/runs\/\d+$/,
      times: 9,
      with: { kind: 'answer', answer: { status: 404, body: {} } },
    });
    const error = await errorOf(findSnapshot(await newRun().store, ID, wanted));
    expect(error.message).toContain('its run was deleted');
  });

  test('branches of the configuration', async () => {
    const { sha } = hub.addCommit({ branch: 'release' });
    hub.addArtifact({ name, zip, createdAt, run: hub.addRun({ branch: 'release', sha, createdAt }).id });
    const store = await openStore({ ...CONFIG, branches: ['release'] }, newRun().ctx);
    expect((await findSnapshot(store, ID, wanted)).id).toBe(ID);
  });

  const taken = (branch: string, sha: string): void => {
    hub.addArtifact({ name, zip, createdAt, run: hub.addRun({ branch, sha, createdAt, event: 'push' }).id });
  };
  test('the default branch has another name now: the older snapshots say so, and store.tags brings them back', async () => {
    // GitHub moves the branch; the label of a run stays.
    taken('master', hub.addCommit().sha);
    const newest = await errorOf(findSnapshot(await newRun().store, 'latest', wanted));
    const former = 'If "master" is the former name of that branch: take a new snapshot, or add "master" to store.tags';
    expect(newest.code).toBe('snapshot-not-found');
    expect(newest.message).toContain('was made by a run of the branch "master"');
    expect(newest.remedy).toContain(former);
    const byId = await errorOf(findSnapshot(await newRun().store, ID, wanted));
    expect([byId.code, byId.remedy]).toEqual(['snapshot-foreign', expect.stringContaining(former)]);
    // The branch of that name is gone, so its name as a branch proves nothing.
    expect(await answerOf({ branches: ['main', 'master'] })).toMatch(/^snapshot-untrusted/);
    expect(await answerOf({ tags: ['master'] })).toBe(`${ID} believed`);
  });

  test('a fork says nothing in the message of an empty store', async () => {
    hub.addArtifact({ name, zip, run: hub.addRun({ fork: 'mallory/shop', branch: 'main' }).id });
    const error = await errorOf(findSnapshot(await newRun().store, 'latest', wanted));
    expect(error.message).toBe('The store has no snapshot of "production" yet.');
  });

  test('an environment without a snapshot: the others of the store are named, but not those of untrusted runs', async () => {
    hub.addArtifact({ name, zip, createdAt });
    const hostile = 'rewind-snapshot-evil`[x](y)-20261119T000000Z-aaaaaa';
    hub.addArtifact({ name: hostile, zip, createdAt });
    hub.addArtifact({ name: name.replace('production', 'forged'), zip, run: hub.addRun({ fork: 'mallory/shop' }).id });
    const error = await errorOf(findSnapshot(await newRun().store, 'latest', { ...wanted, environment: 'prod' }));
    expect(error.message).toBe(
      'The store has no snapshot of "prod" yet. The store knows another environment: "production".',
    );
    expect(error.remedy).toContain('use its configuration: --config FILE');
  });

  const answerOf = async (config: object): Promise<string> =>
    findSnapshot(await openStore({ ...CONFIG, ...config }, newRun().ctx), ID, wanted).then(
      (found) => `${found.id} believed`,
      (error: unknown) => `${(error as RewindError).code}: ${(error as RewindError).message}`,
    );

  test('a pattern of branches: only if a ruleset restricts who creates and changes them', async () => {
    taken('release/2', hub.addCommit({ branch: 'release/2' }).sha);
    const release = { branches: ['main', 'release/*'] };
    expect(await answerOf({ branches: ['release-*'] })).toMatch(/^snapshot-foreign/);
    expect(await answerOf(release)).toMatch(/^snapshot-untrusted: .*no ruleset restricts .* the branch "release\/2"/);
    hub.rules.push({ prefix: 'release/', type: 'pull_request' });
    expect(await answerOf(release)).toMatch(/^snapshot-untrusted/);
    hub.rules.push({ prefix: 'release/', type: 'creation' });
    expect(await answerOf(release)).toBe(`${ID} believed`);
    hub.rulesets = false;
    expect(await answerOf(release)).toMatch(/^snapshot-untrusted/);
  });

  test('a tag: only if its commit is part of a branch that is believed', async () => {
    taken('v1.2.3', hub.addCommit().sha);
    expect(await answerOf({})).toMatch(/^snapshot-foreign/);
    expect(await answerOf({ tags: ['v*'] })).toBe(`${ID} believed`);
  });

  test('a tag of a commit that was never merged', async () => {
    taken('v1.2.3', hub.addCommit({ branch: 'release/1' }).sha);
    const tags = ['v*'];
    expect(await answerOf({ tags })).toMatch(/^snapshot-untrusted: .* is on none of the branches .*\(main\)/);
    // Everybody who may push creates such a branch; with the ruleset they do not.
    expect(await answerOf({ tags, branches: ['main', 'release/**'] })).toMatch(/^snapshot-untrusted/);
    hub.rules.push({ prefix: 'release/', type: 'creation' }, { prefix: 'release/', type: 'update' });
    expect(await answerOf({ tags, branches: ['main', 'release/**'] })).toBe(`${ID} believed`);
  });

  test('an archive that is not what was uploaded', async () => {
    hub.addArtifact({ name, zip, createdAt, digest: `sha256:${'0'.repeat(64)}` });
    const store = await newRun().store;
    expect((await errorOf(store.list(`snapshots/production/${ID}`))).code).toBe('snapshot-corrupt');
  });

  test.each([
    ['cut short', zip.subarray(0, zip.length - 30)],
    ['no archive at all', Buffer.from('PK, but nothing else')],
    ['with a name that leads elsewhere', zipOfFiles({ evil: 'x' }).toString('latin1').replaceAll('evil', '../x')],
    ['with a name that a store does not have', zipOfFiles({ 'a b': 'x' })],
  ])('an archive %s', async (_how, bytes) => {
    hub.addArtifact({ name, createdAt, zip: typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes });
    const { root, store } = newRun();
    const error = await errorOf((await store).list(`snapshots/production/${ID}`));
    expect(error.code).toBe('snapshot-corrupt');
    expect(existsSync(join(root, '..', 'x'))).toBe(false);
  });

  test.each([
    [404, /does not have .* any more/, /deleted it/],
    [403, /answered 403/, /actions: read/],
    [200, /answered 200/, /proxy/],
  ])('a download that GitHub answers with %d: the reason and the remedy', async (status, says, remedy) => {
    hub.addArtifact({ name, zip, createdAt });
    hub.inject({ on: /^GET .*\/zip$/, times: 99, with: { kind: 'answer', answer: { status, body: {} } } });
    const error = await errorOf((await newRun().store).list(`snapshots/production/${ID}`));
    expect(error).toMatchObject({ code: 'store-unreadable' });
    expect(error.message).toMatch(says);
    expect(error.remedy).toMatch(remedy);
  });

  test('an expired artifact is told apart from one that never was', async () => {
    hub.addArtifact({ name, zip, expired: true });
    const store = await newRun().store;
    expect((await errorOf(findSnapshot(store, ID, wanted))).code).toBe('snapshot-expired');
    const other = await errorOf(findSnapshot(store, '20200101T000000Z-000000', wanted));
    expect(other.code).toBe('snapshot-not-found');
    const latest = await errorOf(findSnapshot(store, 'latest', wanted));
    expect([latest.code, latest.message]).toEqual([
      'snapshot-expired',
      expect.stringContaining('Every snapshot in snapshots/production has expired, the newest (artifact'),
    ]);
  });
});

describe('a snapshot that no rollback would believe is not taken (law 9)', () => {
  const believed = async (env: Record<string, string>, config: object = CONFIG): Promise<string> => {
    const given = {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: hub.head,
      GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main',
      ...env,
    };
    const store = await openStore(config as typeof CONFIG, newRun(given).ctx);
    if (store.assertBelievable === undefined) return 'nobody asks';
    return store.assertBelievable().then(
      () => 'believed',
      (error: unknown) => `${(error as RewindError).code}: ${(error as RewindError).message}`,
    );
  };

  test('a run of the default branch, or of one in store.branches', async () => {
    expect(await believed({})).toBe('believed');
    const release = hub.addCommit({ branch: 'release/2' }).sha;
    const env = { GITHUB_REF: 'refs/heads/release/2', GITHUB_SHA: release };
    expect(await believed(env, { ...CONFIG, branches: ['main', 'release/2'] })).toBe('believed');
    expect(await believed(env)).toContain('it runs on refs/heads/release/2, not on main.');
  });

  test.each([
    ['a tag named like the branch', { GITHUB_REF: 'refs/tags/main' }, 'it runs on refs/tags/main'],
    ['a release', { GITHUB_EVENT_NAME: 'release', GITHUB_REF: 'refs/tags/v1' }, 'it runs on refs/tags/v1'],
    ['a pull request', { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' }, 'refs/pull/7/merge'],
    [
      'an event that anybody starts',
      { GITHUB_EVENT_NAME: 'issue_comment' },
      'an event "issue_comment" started its run',
    ],
    ['a deployment of a bare commit', { GITHUB_REF: '' }, 'it runs on no branch'],
  ])('%s', async (_what, env, says) => {
    const result = await believed(env);
    expect(result).toMatch(/^snapshot-not-believed: No rollback would believe a snapshot of this run: /);
    expect(result).toContain(says);
  });

  test('a commit that is no longer part of the branch, and another workflow', async () => {
    const gone = hub.addCommit({ branch: 'elsewhere' }).sha;
    expect(await believed({ GITHUB_SHA: gone })).toContain('is not on the branch "main"');
    const workflows = { ...CONFIG, workflows: ['.github/workflows/other.yml'] };
    expect(await believed({}, workflows)).toContain('.github/workflows/deploy.yml, which is not in store.workflows');
  });

  test('a tag, and a branch of a pattern, by the same rules as in a rollback', async () => {
    const release = { GITHUB_EVENT_NAME: 'release', GITHUB_REF: 'refs/tags/v1.2.3' };
    const tags = { ...CONFIG, tags: ['v*'] };
    expect(await believed(release, tags)).toBe('believed');
    expect(await believed({ ...release, GITHUB_REF: 'refs/tags/nightly' }, tags)).toContain(
      'not on main or the tag v*',
    );
    const unmerged = hub.addCommit({ branch: 'release/1' }).sha;
    expect(await believed({ ...release, GITHUB_SHA: unmerged }, tags)).toContain('is on none of the branches');
    const pattern = { ...CONFIG, branches: ['release/*'] };
    const branch = { GITHUB_REF: 'refs/heads/release/1', GITHUB_SHA: unmerged };
    expect(await believed(branch, pattern)).toContain('no ruleset restricts');
    hub.rules.push({ prefix: 'release/', type: 'creation' }, { prefix: 'release/', type: 'update' });
    expect(await believed(branch, pattern)).toBe('believed');
  });

  test('outside of Actions nobody asks', async () => {
    expect(await believed({ GITHUB_ACTIONS: '', GITHUB_REF: 'refs/tags/x' })).toBe('believed');
  });
});

describe('check', () => {
  test('a private repository with the right token is fine', async () => {
    const findings = await (await newRun().store).check();
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a pattern of branches that everybody may create is an error', async () => {
    const config = { ...CONFIG, branches: ['main', 'release/*'] };
    const check = async () => (await openStore(config, newRun({ REWIND_FINGERPRINT_KEY: 'k'.repeat(32) }).ctx)).check();
    expect(await check()).toMatchObject([{ level: 'error', code: 'store-branch-open' }]);
    hub.rules.push({ prefix: 'release/', type: 'creation' }, { prefix: 'release/', type: 'pull_request' });
    expect(await check()).toEqual([]);
  });

  test('a missing permission is named', async () => {
    hub.permissions = new Set(['contents:read']);
    const findings = await (await newRun().store).check();
    expect(findings).toMatchObject([{ level: 'error', code: 'api-forbidden' }]);
    expect(findings[0]?.remedy).toContain('actions: read');
  });

  test('a public repository needs a key for its fingerprints', async () => {
    hub.visibility = 'public';
    const codes = async (env?: Record<string, string>): Promise<string[]> =>
      (await (await newRun(env).store).check()).map(({ code }) => code);
    expect(await codes()).toEqual(expect.arrayContaining(['store-public', 'store-public-fingerprints']));
    expect(await codes({ REWIND_FINGERPRINT_KEY: 'k'.repeat(32) })).not.toContain('store-public-fingerprints');
    // Everybody who can read a private one can guess, too.
    hub.visibility = 'private';
    expect(await codes()).toEqual(['store-fingerprints-unkeyed']);
    expect(await codes({ REWIND_FINGERPRINT_KEY: 'k'.repeat(32) })).toEqual([]);
  });
});

describe('names of artifacts', () => {
  test.each([
    ['production', 'production'],
    ['with-dashes-1', 'with-dashes-1'],
  ])('lead back to the folder: %s', (environment) => {
    const digest = 'e'.repeat(64);
    const snapshot = snapshotArtifact(CONFIG, environment, ID);
    const rollback = rollbackArtifact(CONFIG, environment, digest);
    expect(folderOfArtifact(CONFIG, snapshot?.name ?? '')).toBe(`snapshots/${environment}/${ID}`);
    expect(folderOfArtifact(CONFIG, `${rollback?.name ?? ''}-1-2`)).toBe(`rollbacks/${environment}/${digest}`);
    for (const other of [
      'coverage',
      'rewind-plan-x',
      'rewind-report-x-1',
      'rewind-snapshots-x',
      'rewind-records-x',
      `other-snapshot-x-${ID}`,
    ]) {
      expect(folderOfArtifact(CONFIG, other)).toBeNull();
    }
  });
});
