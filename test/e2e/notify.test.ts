import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Entry } from '../../src/incident/entry.js';
import { openStore } from '../../src/store/index.js';
import { acquireLock, type Lock } from '../../src/store/lock.js';
import { ChannelServices } from '../support/channels.js';
import { testContext } from '../support/context.js';
import { muteServer } from '../support/mute-server.js';
import { runProgram, sourcesAfter } from '../support/program.js';
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

  test('a damaged record is perhaps the open one: neither a preview nor a run says that there is nothing to tell', async () => {
    await open();
    const folder = join(repository.root, '.rewind/store/incidents/production');
    const [id = ''] = readdirSync(folder);
    const file = join(folder, id, readdirSync(join(folder, id)).find((name) => name !== 'head.json') ?? '');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Checkout', 'Nothing'));
    for (const args of [['notify'], ['notify', '--preview'], ['notify', '--public']]) {
      const { status, stderr } = await repository.run(args);
      expect([status, stderr]).toEqual([1, expect.stringContaining('incident-corrupt')]);
    }
    // Another one that is open is told.
    await open();
    expect((await repository.ok('notify')).stdout).toMatch(/(\d+) of \1 messages? sent/);
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
    // Nobody asks for the end of an older incident by chance.
    expect(await notify('--public')).toMatchObject({ incident: null });
    const { incidents } = (await repository.ok('incident', 'list', '--json')).json<{ incidents: { id: string }[] }>();
    const posted = (await notify(incidents[0]?.id ?? '', '--public')).messages;
    expect(posted.map(({ outcome }) => outcome)).toEqual(Array(4).fill('sent'));
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

  test('a closed incident is no news: a channel that was not told of it before stays untold, also if it is named', async () => {
    const without = (...ids: string[]): void =>
      repository.configure(
        configuration([
          'channels:',
          ...services.subjects.filter(({ id }) => !ids.includes(id)).map(({ yaml }) => yaml),
        ]),
      );
    await open();
    without('pagerduty', 'slack');
    await notify();
    await incident('close', '--reason', 'over');
    without('pagerduty');
    const { messages, incident: id } = await notify();
    expect(messages.map(({ channel }) => channel)).not.toContain('slack');
    expect(messages.map(({ outcome }) => outcome)).toEqual(Array(services.told.length - 2).fill('sent'));
    repository.configure(configuration());
    expect(await notify()).toMatchObject({ incident: null });
    const { stderr } = await repository.ok('notify', String(id));
    expect(stderr).toContain('not notified now: slack, pagerduty.');
    const phases = (name: string): string[] => services.told.find((one) => one.id === name)?.phases() ?? [];
    expect([phases('slack'), phases('pagerduty'), phases('webhook')]).toEqual([[], [], ['opened', 'closed']]);
    // The command that closes one tells by the same rule.
    await open();
    services.clear();
    expect((await repository.ok('incident', 'close', '--reason', 'over')).stderr).not.toContain('Message');
    expect(sent().flat()).toEqual([]);
  });

  test('a broken channel is named with its remedy, hides no other one, and no secret is shown', async () => {
    await open();
    const { status, stdout, stderr } = await repository.run(['notify'], {
      env: { SLACK_BOT_TOKEN: 'xoxb-wrong-token-9876' },
    });
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(/slack, opened: NOT SENT: Slack refused .* invalid_auth\. Look/),
    ]);
    expect(stdout + stderr).not.toContain('xoxb-wrong');
    expect((await notify()).messages).toMatchObject([{ channel: 'slack', outcome: 'sent' }]);
  });

  test('a host that accepts the connection and says nothing does not hold the process', async () => {
    const [webhook, mute] = [services.subjects.find(({ id }) => id === 'slack-webhook'), await muteServer()];
    repository.configure(configuration(['channels:', webhook?.yaml ?? '']));
    repository.env.SLACK_WEBHOOK_URL = `https://${mute.host}/hook`;
    const began = performance.now();
    const ended = await runProgram(['incident', 'open', '--title', 'Checkout is broken'], {
      ...{ cwd: repository.root, env: repository.env },
    });
    const ms = performance.now() - began;
    await mute.close();
    expect(ended.stdout + ended.stderr).toContain('no connection in time');
    expect(ms).toBeLessThan(9_000);
  });

  test('while another run tells the channels, this one sends nothing and writes nothing; a rollback holds it up in no way', async () => {
    await open();
    const store = await openStore({ kind: 'directory', path: join(repository.root, '.rewind/store') }, testContext());
    const hold = (environment: string): Promise<Lock> =>
      acquireLock(store, testContext(), { environment, command: 'x', digest: null, run: null });
    const [other, rollback] = [await hold('_notify-production'), await hold('production')];
    const { status, stderr } = await repository.run(['notify']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('environment-locked')]);
    expect(stderr).toContain('Another run is notifying the channels of this environment: "rewind x"');
    expect(stderr).not.toMatch(/changed by this run|new plan|digest/);
    expect(sent().flat()).toEqual([]);
    const cancelled = testContext({ signal: AbortSignal.abort() });
    const request = { environment: '_notify-production', command: 'notify', digest: null, run: null } as const;
    await expect(acquireLock(store, cancelled, { ...request, purpose: 'tell' })).rejects.toThrow(
      'The run was cancelled before it had the lock. This run does not send what is left.',
    );
    await other.release();
    await notify();
    await rollback.release();
    expect(sent()).toEqual(services.told.map(() => ['opened']));
  });

  test('a machine tells nothing of the record of a workflow, which cannot read what is written here', async () => {
    const config = readFileSync(repository.configFile, 'utf8');
    writeFileSync(repository.configFile, config.replace(/^store: .*$/m, 'store: { kind: artifact }'));
    const workflow = { GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '7', GITHUB_REPOSITORY: 'acme/shop' };
    const broken = { ...workflow, SLACK_BOT_TOKEN: 'xoxb-wrong-token-9876' };
    const opening = ['incident', 'open', '--title', 'Checkout is broken'];
    const { stderr: hint } = await repository.run(opening, { env: broken });
    expect(hint).toMatch(
      /To send what was not sent: start the workflow of examples\/incident.yml with the action notify/,
    );
    const before = services.told.map(({ phases }) => phases());
    const { status, stderr } = await repository.run(['notify']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('Let a workflow send the messages: start')]);
    await repository.ok('notify', '--preview');
    const closed = await repository.run(['incident', 'close', '--reason', 'over']);
    expect([closed.status, closed.stderr]).toEqual([0, expect.stringContaining('NOT ALL MESSAGES ARE SURELY SENT')]);
    expect(services.told.map(({ phases }) => phases())).toEqual(before);
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
