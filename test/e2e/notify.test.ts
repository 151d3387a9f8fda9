import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Entry } from '../../src/incident/entry.js';
import { openStore } from '../../src/store/index.js';
import { acquireLock, type Lock } from '../../src/store/lock.js';
import { ChannelServices } from '../support/channels.js';
import { testContext } from '../support/context.js';
import { sourcesAfter } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

const WRITES = fileURLToPath(new URL('../fuzz/writes.mjs', import.meta.url));
/** `rewind notify` of the whole program, with every channel. */
const services = new ChannelServices();
let repository: Repository;

beforeAll(() => services.start());
afterAll(() => services.stop());
beforeEach(async () => {
  services.clear();
  const env = Object.assign({}, ...services.subjects.map((one) => one.env())) as Record<string, string>;
  repository = await makeRepository({ ...configuration(), env });
});
afterEach(() => repository.remove());

interface Shown {
  readonly incident: string | null;
  readonly messages: { readonly channel: string; readonly phase?: string; readonly outcome?: string }[];
}
const notify = async (...args: string[]): Promise<Shown> =>
  (await repository.ok('notify', '--json', ...args)).json<Shown>();
const configuration = (channels = ['channels:', ...services.subjects.map(({ yaml }) => yaml)]) => ({
  sections: channels,
  resources: ['{ id: env, provider: vercel-env, project: prj_1, team: team_1 }'],
});
/** Writes to the record of the incident, and tells nobody. */
async function incident(...args: string[]): Promise<void> {
  repository.configure(configuration(['channels: []']));
  await repository.ok('incident', ...args);
  repository.configure(configuration());
}
const open = (): Promise<void> => incident('open', '--title', 'Checkout is broken', '--severity', 'major');
const sent = (): string[][] => services.told.map(({ phases }) => phases());
/** Requests that send something. Whether the repository is public is read. */
const writes = (): number =>
  services.subjects
    .flatMap(({ server }) => server.requests)
    .filter((request) => !JSON.stringify(request).includes('"GET"')).length;

describe('notify', () => {
  test('without an incident: nothing is told; the preview shows an example of all', async () => {
    const before = writes();
    expect(await notify()).toMatchObject({ incident: null, messages: [] });
    const { incident, messages } = await notify('--preview');
    expect([incident, messages.length]).toEqual([null, 7 * services.subjects.length]);
    expect(writes()).toBe(before);
  });

  test('a preview sends nothing; a run sends each message once, also of an incident that was closed since', async () => {
    await open();
    const before = writes();
    expect((await repository.ok('notify', '--preview')).stdout).toContain('[opened] Checkout is broken');
    expect(writes()).toBe(before);
    expect((await notify()).messages.map(({ outcome }) => outcome)).toEqual(services.told.map(() => 'sent'));
    expect((await notify()).messages).toEqual([]);
    await incident('close', '--reason', 'over');
    expect((await notify()).messages.map(({ outcome }) => outcome)).toEqual(services.told.map(() => 'sent'));
    expect(sent()).toEqual(services.told.map(() => ['opened', 'closed']));
    expect(await notify()).toMatchObject({ incident: null });
    // What everybody reads: only if a person says so.
    const posts = (): string[][] =>
      services.subjects.filter(({ channel }) => channel.adapter.public === true).map(({ phases }) => phases());
    expect(posts()).toEqual([[], []]);
    expect((await notify('--public')).messages.map(({ outcome }) => outcome)).toEqual(Array(4).fill('sent'));
    expect(posts()).toEqual([
      ['opened', 'closed'],
      ['opened', 'closed'],
    ]);
  });

  test('the commands that open and close an incident tell it themselves; a broken channel is a warning with the way out', async () => {
    await repository.ok('incident', 'open', '--title', 'Checkout is broken');
    // On a busy machine the end of a command may leave a message for the next run.
    const most = services.told.length / 2;
    expect(sent().flat().length).toBeGreaterThan(most);
    await repository.run(['notify']);
    const closing = ['incident', 'close', '--reason', 'over'];
    const { status, stderr } = await repository.run(closing, { env: { SLACK_BOT_TOKEN: 'xoxb-wrong-token-9876' } });
    expect([status, stderr]).toEqual([0, expect.stringMatching(/Message to slack, closed: NOT SENT: .*invalid_auth/)]);
    expect(stderr).toContain('To send what was not sent: rewind notify 20');
    const left = (await notify()).messages;
    expect(left).toContainEqual(expect.objectContaining({ channel: 'slack', phase: 'closed', outcome: 'sent' }));
    expect(left.length).toBeLessThan(most);
    for (const phases of sent()) expect(['opened', 'closed']).toEqual(expect.arrayContaining(phases));
    const all = sent().filter((phases) => phases.join() === 'opened,closed');
    expect(all.length).toBeGreaterThan(most);
  });

  test('a closed incident that no channel was told of stays untold', async () => {
    await open();
    await incident('close', '--reason', 'over');
    expect(await notify()).toMatchObject({ incident: null });
    expect(sent().flat()).toEqual([]);
  });

  test('a broken channel is named with its remedy, hides no other one, and no secret is shown', async () => {
    await open();
    const { status, stdout, stderr } = await repository.run(['notify'], {
      env: { SLACK_BOT_TOKEN: 'xoxb-wrong-token-9876' },
    });
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(/slack, opened: NOT SENT: Slack refused .* invalid_auth/),
    ]);
    expect(stdout + stderr).not.toContain('xoxb-wrong');
    expect((await notify()).messages).toMatchObject([{ channel: 'slack', outcome: 'sent' }]);
  });

  test('while another run tells the channels, this one sends nothing and writes nothing; a rollback holds it up in no way', async () => {
    await open();
    const store = await openStore({ kind: 'directory', path: join(repository.root, '.rewind/store') }, testContext());
    const hold = (environment: string): Promise<Lock> =>
      acquireLock(store, testContext(), { environment, command: 'x', digest: null, run: null });
    const [other, rollback] = [await hold('_notify-production'), await hold('production')];
    const { status, stderr } = await repository.run(['notify']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('environment-locked')]);
    expect(sent().flat()).toEqual([]);
    await other.release();
    await notify();
    await rollback.release();
    expect(sent()).toEqual(services.told.map(() => ['opened']));
  });

  const entry = 'link file .rewind/store/incidents/production/ID/#.json';
  test.each([
    [`${entry}: after`, 3],
    ['rename file .rewind/store/incidents/production/ID/head.json: before', 4],
    ['http POST /repos/acme/shop/issues: sent', 1],
    ['http POST /api/chat.postMessage: answered', 1],
    ['http POST /hook/secret: sent', 1],
    ['http POST /#/enqueue: answered', 1],
    [`${entry}: before`, 6],
    [`${entry}: after`, 10],
  ])('killed at "%s" (%i), run again: no channel has the message twice', async (point, nth) => {
    await open();
    const killed = await repository.run(['notify'], {
      command: sourcesAfter(WRITES),
      env: { FUZZ_ROOT: repository.root, FUZZ_KILL: JSON.stringify({ point, nth, children: false }) },
    });
    expect(killed.signal).toBe('SIGKILL');
    // Status 1 if a message was perhaps sent.
    await repository.run(['notify']);
    const { entries } = (await repository.ok('incident', 'show', '--json')).json<{ entries: Entry[] }>();
    const perhaps = entries.flatMap((entry) =>
      entry.kind === 'told' && entry.data.step === 'perhaps-sent' ? [entry.data.channel] : [],
    );
    for (const { id, phases } of services.told) {
      if (perhaps.includes(id)) expect(phases().length).toBeLessThanOrEqual(1);
      else expect([id, phases()]).toEqual([id, ['opened']]);
    }
    const once = services.told.filter(({ channel }) => channel.adapter.repeat === 'never').map(({ id }) => id);
    expect(once).toEqual(expect.arrayContaining(perhaps));
  });
});
