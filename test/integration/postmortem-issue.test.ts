import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openHotfix } from '../../src/commands/hotfix/open.js';
import { ownersSection } from '../../src/commands/postmortem/owners.js';
import { publish } from '../../src/commands/postmortem/publish.js';
import { publishPull } from '../../src/commands/postmortem/pull.js';
import { createGitHub, type GitHub } from '../../src/services/github/client.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { testContext } from '../support/context.js';
import { recordOf, STORY, type EntryContent } from '../support/incident-record.js';

/** What Rewind writes to GitHub for a post-mortem and for a hotfix, interrupted before and after each request. */
let hub: GitHubSandbox;
let github: GitHub;
let env: Record<string, string>;
const START = Date.parse('2026-11-26T12:00:00Z');
const record = recordOf(STORY);

beforeAll(async () => {
  hub = await new GitHubSandbox({ now: () => START }).start();
  env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token };
  github = createGitHub(testContext({ env }));
});
afterAll(() => hub.stop());
beforeEach(() => {
  for (const list of [hub.issues, hub.pulls]) list.length = 0;
  hub.subIssues.clear();
  for (const name of [...hub.branches.keys()]) if (name !== 'main') hub.branches.delete(name);
});

class Killed extends Error {}

/** Ends at the nth request, before or after GitHub carried it out. */
function killedAt(nth: number, when: 'before' | 'after'): GitHub {
  let count = 0;
  const send: GitHub['request'] = async (...given) => {
    count += 1;
    if (count === nth && when === 'before') throw new Killed();
    const answer = await github.request(...given);
    if (count === nth) throw new Killed();
    return answer;
  };
  const find: GitHub['find'] = async (...given) => {
    count += 1;
    if (count === nth && when === 'before') throw new Killed();
    const answer = await github.find(...given);
    if (count === nth) throw new Killed();
    return answer;
  };
  const all: GitHub['all'] = (call, schema, itemsOf, request) =>
    send(call, schema, (rest, target) => request(rest, { ...target, per_page: 100, page: 1 })).then((page) => [
      ...itemsOf(page).items,
    ]);
  return { ...github, request: send, find, all };
}

/** Kills a run at every request, runs it again, and hands what is there to `check`. */
async function killEverywhere(run: (at: GitHub) => Promise<unknown>, check: () => void): Promise<number> {
  let points = 0;
  for (let nth = 1; ; nth += 1) {
    for (const when of ['before', 'after'] as const) {
      try {
        await run(killedAt(nth, when));
        return points;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      points += 1;
      await run(github);
      check();
      hub.issues.length = 0;
      hub.pulls.length = 0;
      hub.subIssues.clear();
      for (const name of [...hub.branches.keys()]) if (name !== 'main') hub.branches.delete(name);
    }
  }
}

describe('post-mortem', () => {
  test('an issue with three sub-issues; a second run changes nothing', async () => {
    const made = await publish(github, record);
    expect(made.map(({ part, outcome }) => [part, outcome])).toEqual([
      ['post-mortem', 'created'],
      ['root-cause', 'created'],
      ['test-cases', 'created'],
      ['documentation', 'created'],
    ]);
    const [parent, ...parts] = hub.issues;
    expect(parent?.title).toBe('Post-mortem: Checkout fails since Bob merged');
    expect(hub.subIssues).toEqual(new Map([[parent?.number, parts.map(({ id }) => id)]]));
    const before = hub.writes;
    expect((await publish(github, record)).map(({ outcome }) => outcome)).toEqual(Array(4).fill('unchanged'));
    expect(hub.writes).toBe(before);
  });

  test('killed at every request, run again: each issue and each link once', async () => {
    const points = await killEverywhere(
      (at) => publish(at, record),
      () => {
        const [parent, ...parts] = hub.issues;
        const links = [...(hub.subIssues.get(parent?.number ?? 0) ?? [])].sort();
        expect([hub.issues.length, links]).toEqual([4, parts.map(({ id }) => id)]);
      },
    );
    // List, 4 issues, list of links, 3 links: before and after each.
    expect(points).toBe(18);
  });

  test('a longer record edits what nobody edited; what somebody edited stays', async () => {
    await publish(github, record.slice(0, 4));
    const [parent, cause] = hub.issues;
    // GitHub may answer with other line ends, and without the last one.
    if (parent) parent.body = (parent.body ?? '').trimEnd().replaceAll('\n', '\r\n');
    if (cause) cause.body = `${cause.body ?? ''}We found it.`;
    expect((await publish(github, record)).map(({ outcome }) => outcome)).toEqual([
      'updated',
      'kept',
      'unchanged',
      'updated',
    ]);
    expect(parent?.body).toContain('The fix is live');
    expect(cause?.body).toMatch(/We found it\.$/);
    expect(hub.issues).toHaveLength(4);
  });

  test('an issue of somebody else with the marker is not edited', async () => {
    await publish(github, record);
    const copy = hub.issues[0]?.body ?? '';
    hub.issues.length = 0;
    hub.subIssues.clear();
    const foreign = hub.addIssue({ title: 'x', body: copy, labels: ['rewind-postmortem'], author: 'mallory[bot]' });
    await publish(github, record.slice(0, 5));
    expect([foreign.body, hub.issues.length]).toEqual([copy, 5]);
  });

  test('the token of an app of your own finds its issues again; one whose login GitHub hides makes one issue, and fails', async () => {
    const app = () => createGitHub(testContext({ env }));
    hub.login = 'my-app[bot]';
    try {
      await publish(app(), record);
      expect((await publish(app(), record)).map(({ outcome }) => outcome)).toEqual(Array(4).fill('unchanged'));
      expect(hub.issues).toHaveLength(4);
      hub.issues.length = 0;
      hub.tellsLogin = false;
      await expect(publish(app(), record)).rejects.toMatchObject({ message: /would not find it/, exitStatus: 1 });
      expect(hub.issues).toHaveLength(1);
    } finally {
      hub.login = 'github-actions[bot]';
      hub.tellsLogin = true;
    }
  });

  test('a post-mortem without its label is found by its sub-issues; a sub-issue that somebody moved stays there', async () => {
    await publish(github, record);
    const [parent, cause] = hub.issues;
    if (parent) parent.labels = [];
    expect((await publish(github, record)).map(({ outcome }) => outcome)).toEqual(Array(4).fill('unchanged'));
    expect(hub.issues).toHaveLength(4);
    const epic = hub.addIssue({ title: 'Epic' });
    const links = hub.subIssues.get(parent?.number ?? 0) ?? [];
    hub.subIssues.set(
      parent?.number ?? 0,
      links.filter((id) => id !== cause?.id),
    );
    hub.subIssues.set(epic.number, [cause?.id ?? 0]);
    if (parent) parent.labels = ['rewind-postmortem'];
    expect((await publish(github, record)).map(({ outcome }) => outcome)).toEqual(Array(4).fill('unchanged'));
    expect(hub.subIssues.get(epic.number)).toEqual([cause?.id]);
  });

  test('a part that is too long says how much is left out', async () => {
    const open = Array.from({ length: 400 }, (_, at): EntryContent => ({
      kind: 'obligation',
      data: {
        ...{ id: `leftover:${at}`, kind: 'leftover', what: `Table ${'x'.repeat(200)} is left.`, resource: 'db' },
        ...{ items: [], rollback: 'a'.repeat(64), discharge: 'rewind undo' },
      },
    }));
    await publish(github, recordOf([...STORY.slice(0, 2), ...open]));
    const body = hub.issues[3]?.body ?? '';
    expect([body.length < 65_536, body.trimEnd().split('\n').at(-1)]).toEqual([
      true,
      expect.stringMatching(/The last \d+ of \d+ lines are left out.*--file/),
    ]);
  });
});

describe('post-mortem as a pull request', () => {
  const branch = `rewind/postmortem-${record[0]?.incident ?? ''}`;
  const path = `docs/postmortems/${record[0]?.incident ?? ''}.md`;
  const text = (): string => hub.fileAt(branch, path) ?? '';
  const outcome = async (entries = record, at = github) => (await publishPull(at, entries, ''))?.outcome;

  test('a file on a branch of its own; a longer record updates it, what somebody edited stays', async () => {
    const main = hub.head;
    const made = await publishPull(github, record.slice(0, 5), '');
    expect(made).toMatchObject({ outcome: 'created', path, number: hub.pulls[0]?.number });
    expect(hub.pulls).toMatchObject([{ branch, base: 'main', draft: false, title: /^Post-mortem: Checkout/ }]);
    expect(await outcome(record.slice(0, 5))).toBe('unchanged');
    expect(await outcome()).toBe('updated');
    expect(text()).toContain('The fix is live');
    hub.addCommit({ branch, files: { [path]: `${text()}\nWe found it.` } });
    const tip = hub.branches.get(branch);
    expect(await outcome(record.slice(0, 5))).toBe('kept');
    expect([hub.branches.get(branch), hub.pulls.length, hub.head]).toEqual([tip, 1, main]);
  });

  test('killed at every request, run again: one branch, one file, one pull request', async () => {
    const points = await killEverywhere(
      (at) => publishPull(at, record, ''),
      () => {
        expect([[...hub.branches.keys()], hub.pulls.length]).toEqual([['main', branch], 1]);
        expect(text()).toMatch(/^<!-- rewind:[^]*## Post-mortem: Checkout/);
      },
    );
    expect(points).toBe(14);
  });

  test('merged: the file of the default branch counts; another text needs a new branch', async () => {
    await publishPull(github, record, '');
    const [pull] = hub.pulls;
    hub.addCommit({ files: { [path]: text() } });
    Object.assign(pull ?? {}, { state: 'closed', mergedAt: '2026-11-26T13:00:00Z' });
    expect(await outcome()).toBe('unchanged');
    await expect(publishPull(github, record.slice(0, 5), '')).rejects.toMatchObject({ message: /is merged/ });
    hub.branches.delete(branch);
    expect(await publishPull(github, record, '')).toMatchObject({ outcome: 'unchanged', url: null });
    expect([...hub.branches.keys()]).toEqual(['main']);
    hub.addCommit({ files: { [path]: 'edited' } });
    expect(await outcome(record.slice(0, 5))).toBe('kept');
    expect([...hub.branches.keys()]).toEqual(['main']);
  });
});

describe('owners of what changed', () => {
  const held = (...items: string[]): EntryContent => ({
    kind: 'obligation',
    data: {
      ...{ id: 'quarantined-commit:x', kind: 'quarantined-commit', what: 'Held back.', resource: 'web' },
      ...{ items, rollback: 'a'.repeat(64), discharge: 'rewind incident discharge' },
    },
  });
  const section = (...items: string[]) => {
    const ctx = testContext({ env });
    return ownersSection(createGitHub(ctx), recordOf([...STORY.slice(0, 2), held(...items)]), ctx.log);
  };

  test('by CODEOWNERS of the default branch; nobody is mentioned; without the file there is no section', async () => {
    const { sha } = hub.addCommit({ files: { 'src/pay/a.ts': '1', 'src/pay/b.ts': '2', 'README.md': '3' } });
    expect(await section(sha)).toBe('');
    hub.addCommit({ files: { CODEOWNERS: 'src/ @acme/web\n/src/pay/ @acme/payments @ada\n' } });
    const owners = await section(sha, 'f'.repeat(40));
    expect(owners).toContain('| `@acme/payments`, `@ada` | `src/pay/a.ts`, `src/pay/b.ts` |');
    expect(owners).toContain('| nobody | `README.md` |');
    await publish(github, record, owners);
    expect(hub.issues[0]?.body).toContain('### Owners of what changed');
    expect((await publish(github, record, owners)).map(({ outcome }) => outcome)).toEqual(Array(4).fill('unchanged'));
  });
});

describe('hotfix', () => {
  const given = () => ({
    ...{ snapshot: '20261126T090000Z-123456', commit: hub.commits[0]?.sha ?? '', incident: null },
    branch: 'rewind/hotfix-1',
  });
  const open = (to: GitHub) => openHotfix(to, given());

  test('a branch with the files of the good commit, and a draft; a second run finds both', async () => {
    hub.addCommit({ message: 'bad' });
    const main = hub.head;
    const { pull, created } = await open(github);
    const [draft] = hub.pulls;
    expect([created, pull.number, draft?.draft, draft?.base]).toEqual([true, draft?.number, true, 'main']);
    const made = hub.commitOf('rewind/hotfix-1');
    expect(made?.parents).toEqual([hub.commits[0]?.sha]);
    expect(hub.treeOf(made?.sha ?? '')).toBe(hub.treeOf(hub.commits[0]?.sha ?? ''));
    expect(draft?.body).toContain('still has every commit after');
    const before = hub.writes;
    expect(await open(github)).toMatchObject({ created: false, pull: { number: draft?.number } });
    expect([hub.writes, hub.head]).toEqual([before, main]);
  });

  test('killed at every request, run again: one branch, one draft; the default branch does not move', async () => {
    const main = hub.head;
    const points = await killEverywhere(open, () => {
      expect([[...hub.branches.keys()], hub.pulls.length, hub.head]).toEqual([['main', 'rewind/hotfix-1'], 1, main]);
      expect(hub.commitOf('rewind/hotfix-1')?.parents).toEqual([hub.commits[0]?.sha]);
    });
    expect(points).toBe(12);
  });

  test('work on the branch stays; a closed pull request is not opened again', async () => {
    await open(github);
    const { sha } = hub.addCommit({ message: 'the fix', branch: 'rewind/hotfix-1' });
    expect(await open(github)).toMatchObject({ created: false });
    const [pull] = hub.pulls;
    if (pull) pull.state = 'closed';
    await expect(open(github)).rejects.toMatchObject({
      code: 'input-invalid',
      message: /is closed/,
      remedy: /^Reopen/,
    });
    if (pull) pull.mergedAt = '2026-11-26T10:00:00Z';
    await expect(open(github)).rejects.toMatchObject({ message: /is merged/, remedy: /^The fix is in main/ });
    expect([hub.pulls.length, hub.branches.get('rewind/hotfix-1')]).toEqual([1, sha]);
  });

  test('a branch of this name that begins at another commit is not taken', async () => {
    const { sha } = hub.addCommit({ message: 'of somebody', branch: 'rewind/hotfix-1' });
    await expect(open(github)).rejects.toMatchObject({ code: 'input-invalid', message: /did not make it/ });
    expect([hub.pulls.length, hub.branches.get('rewind/hotfix-1')]).toEqual([0, sha]);
    hub.branches.delete('rewind/hotfix-1');
    await open(github);
    const other = hub.addCommit({ message: 'other' }).sha;
    await expect(openHotfix(github, { ...given(), commit: other })).rejects.toMatchObject({
      message: /did not make it/,
    });
  });

  test('no drafts: an ordinary pull request; one that is refused names the branch', async () => {
    hub.hasDrafts = false;
    expect(await open(github)).toMatchObject({ created: true, pull: { draft: false } });
    hub.hasDrafts = true;
    hub.pulls.length = 0;
    hub.permissions.delete('pull-requests:write');
    const refused = openHotfix(github, { ...given(), branch: 'rewind/hotfix-2' });
    await expect(refused).rejects.toMatchObject({ remedy: /pull-requests: write.*git switch rewind\/hotfix-2/ });
    hub.permissions.add('pull-requests:write');
  });

  test('a commit that GitHub does not know, and an answer that forbids pull requests', async () => {
    await expect(openHotfix(github, { ...given(), commit: 'e'.repeat(40) })).rejects.toMatchObject({
      code: 'input-invalid',
    });
    hub.permissions.delete('pull-requests:write');
    await expect(open(github)).rejects.toMatchObject({ remedy: /pull-requests: write/ });
    hub.permissions.add('pull-requests:write');
    expect(await open(github)).toMatchObject({ created: true });
  });
});
