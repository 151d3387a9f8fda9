import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { applyPlan, type ChangeOutcome } from '../../src/engine/apply.js';
import { RewindError } from '../../src/runtime/errors.js';
import { begunIn, Journal, parseJournal } from '../../src/engine/journal.js';
import { assemblePlan } from '../../src/engine/assemble-plan.js';
import type { Plan } from '../../src/engine/plan.js';
import { defineProvider, type Provider } from '../../src/engine/provider.js';
import { type Change, type Stage } from '../../src/engine/change.js';
import type { Resource } from '../../src/engine/resources.js';
import { testContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

/** A provider whose changes are steps in a list, some of which fail. */
class Steps {
  readonly done: string[] = [];
  running = 0;
  most = 0;
  failing = new Set<string>();

  resource(
    id: string,
    stages: readonly (readonly [string, Stage, Partial<Change>?])[],
  ): { resource: Resource; changes: Change[] } {
    const changes = stages.map(([name, stage, over]): Change => ({
      id: name,
      stage,
      action: 'run',
      target: `step ${name}`,
      before: null,
      after: 'done',
      effect: 'live',
      undo: null,
      warnings: [],
      params: {},
      ...over,
    }));
    const provider: Provider<unknown, unknown> = defineProvider({
      id: 'steps',
      state: z.unknown(),
      check: async () => [],
      capture: async () => null,
      plan: () => changes,
      apply: async (_config, change, ctx) => {
        this.running += 1;
        this.most = Math.max(this.most, this.running);
        await ctx.clock.sleep(5);
        this.running -= 1;
        const key = `${ctx.resource}/${change.id}`;
        if (this.failing.has(key)) throw new RewindError('api-unavailable', `${key} cannot be reached`);
        this.done.push(key);
      },
    });
    return { resource: { id, providerId: 'steps', config: {}, provider }, changes };
  }
}

let dir: string;
let steps: Steps;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rewind-apply-'));
  steps = new Steps();
});
afterEach(() => rmSync(dir, { recursive: true }));

async function run(
  parts: readonly { resource: Resource; changes: Change[] }[],
  options: { signal?: AbortSignal; beforeStage?: (stage: string) => Promise<void> } = {},
): Promise<{ outcomes: ChangeOutcome[]; journal: string; plan: Plan }> {
  const plan = assemblePlan({
    program: '0.1.0',
    createdAt: new Date(0),
    environment: 'production',
    snapshot: 's',
    snapshotDigest: 'd',
    database: 'none',
    scope: null,
    resources: parts.map(({ resource, changes }) => ({ id: resource.id, provider: 'steps', changes })),
  });
  const ctx = testContext({ signal: options.signal ?? new AbortController().signal });
  const journal = new Journal(join(dir, 'journal.jsonl'), ctx.clock);
  const outcomes = await applyPlan({
    plan,
    resources: parts.map(({ resource }) => resource),
    ctx,
    sourceOf: () => new MemoryPayloads(),
    journal,
    beforeStage: options.beforeStage,
  });
  journal.close();
  return { outcomes, journal: readFileSync(journal.path, 'utf8'), plan };
}

const statuses = (outcomes: readonly ChangeOutcome[]): Record<string, string> =>
  Object.fromEntries(outcomes.map(({ change, status }) => [`${change.resource}/${change.id}`, status]));

describe('applyPlan', () => {
  test('stages in order; inside one, resources in parallel and their changes in order', async () => {
    const { outcomes } = await run([
      steps.resource('flags', [
        ['a', 'configuration'],
        ['b', 'configuration'],
      ]),
      steps.resource('env', [['c', 'configuration']]),
      steps.resource('web', [['r', 'deployment']]),
    ]);
    expect(steps.done[0]).toBe('web/r');
    expect(steps.done.indexOf('flags/a')).toBeLessThan(steps.done.indexOf('flags/b'));
    expect(steps.most).toBe(2);
    expect(outcomes.every(({ status }) => status === 'done')).toBe(true);
  });

  test('Law 8: one failure hides nothing: the others of its stage are done, later stages are not begun', async () => {
    steps.failing.add('flags/a');
    const { outcomes } = await run([
      steps.resource('flags', [
        ['a', 'configuration'],
        ['b', 'configuration'],
      ]),
      steps.resource('env', [['c', 'configuration']]),
      steps.resource('cdn', [['d', 'services']]),
    ]);
    expect(statuses(outcomes)).toEqual({
      'flags/a': 'failed',
      'flags/b': 'not-begun',
      'env/c': 'done',
      'cdn/d': 'not-begun',
    });
    expect(outcomes[0]?.error?.message).toContain('flags/a cannot be reached');
  });

  test('what must come before a stage and fails stops the run there', async () => {
    const { outcomes } = await run(
      [steps.resource('web', [['r', 'deployment']]), steps.resource('db', [['down', 'database']])],
      {
        beforeStage: async (stage) => {
          if (stage === 'database') throw new RewindError('dump-failed', 'no space');
        },
      },
    );
    expect(statuses(outcomes)).toEqual({ 'web/r': 'done', 'db/down': 'not-begun' });
    expect(outcomes[1]?.error?.code).toBe('dump-failed');
  });

  test('a failed change for the next deployment holds back only its like and what deploys', async () => {
    const next = { effect: 'next-deployment' } as const;
    steps.failing.add('env/a');
    const { outcomes } = await run([
      steps.resource('env', [
        ['a', 'configuration', next],
        ['b', 'configuration', next],
        ['crons', 'configuration'],
      ]),
      steps.resource('pay', [
        ['url', 'services'],
        ['redeploy', 'services', { deploys: true }],
      ]),
      steps.resource('cdn', [['d', 'services']]),
    ]);
    expect(statuses(outcomes)).toEqual({
      'env/a': 'failed',
      'env/b': 'not-begun',
      'env/crons': 'done',
      'pay/url': 'done',
      'pay/redeploy': 'not-begun',
      'cdn/d': 'done',
    });
  });

  test('what closes an exposure waits for nothing; what comes before it in its resource goes with it', async () => {
    steps.failing.add('web/r');
    const { outcomes, journal, plan } = await run([
      steps.resource('web', [['r', 'deployment']]),
      steps.resource('media', [
        ['policy', 'services'],
        ['block', 'services', { closes: 'public access to bucket "media"' }],
        ['cors', 'services'],
      ]),
    ]);
    expect(plan.changes.map(({ id }) => id)).toEqual(['policy', 'block', 'r', 'cors']);
    expect(statuses(outcomes)).toEqual({
      'media/policy': 'done',
      'media/block': 'done',
      'web/r': 'failed',
      'media/cors': 'not-begun',
    });
    expect(parseJournal(journal).map(({ event, what }) => `${event} ${what}`)[0]).toBe('stage exposure');
  });

  test('an exposure that cannot be closed holds back the rest of its resource, and nothing else', async () => {
    steps.failing.add('media/block');
    const { outcomes } = await run([
      steps.resource('media', [
        ['block', 'services', { closes: 'public access' }],
        ['cors', 'services'],
      ]),
      steps.resource('web', [['r', 'deployment']]),
      steps.resource('cdn', [['d', 'services']]),
    ]);
    expect(statuses(outcomes)).toEqual({
      'media/block': 'failed',
      'web/r': 'done',
      'media/cors': 'not-begun',
      'cdn/d': 'done',
    });
  });

  test.each([
    ['the backup succeeds', false, 'done', ['hold b', 'backup', 'apply b', 'release b']],
    ['the backup fails', true, 'not-begun', ['hold b', 'backup', 'release b']],
  ])(
    'what a provider holds is held from before the backup until its change is applied: %s',
    async (_name, fails, status, order) => {
      const seen: string[] = [];
      const { resource, changes } = steps.resource('db', [['b', 'database']]);
      const held = { release: async () => void seen.push('release b') };
      const provider: Provider<unknown, unknown> = {
        ...resource.provider,
        prepare: async (_config, change) => {
          seen.push(`hold ${change.id}`);
          return held;
        },
        apply: async (_config, change, _ctx, _source, prepared) => {
          expect(prepared).toBe(held);
          seen.push(`apply ${change.id}`);
        },
      };
      const { outcomes } = await run(
        [{ resource: { ...resource, provider }, changes: changes.map((change) => ({ ...change, backupFirst: true })) }],
        {
          beforeStage: async () => {
            seen.push('backup');
            if (fails) throw new RewindError('dump-failed', 'no space');
          },
        },
      );
      expect(seen).toEqual(order);
      expect(statuses(outcomes)).toEqual({ 'db/b': status });
    },
  );

  test('a cancelled run begins nothing more', async () => {
    const stop = new AbortController();
    const { outcomes } = await run(
      [steps.resource('web', [['r', 'deployment']]), steps.resource('flags', [['a', 'configuration']])],
      {
        signal: stop.signal,
        beforeStage: async (stage) => {
          if (stage === 'configuration') stop.abort();
        },
      },
    );
    expect(statuses(outcomes)).toEqual({ 'web/r': 'done', 'flags/a': 'not-begun' });
  });

  test('the journal announces a change before it begins, and tells how it ended', async () => {
    steps.failing.add('flags/b');
    const { journal } = await run([
      steps.resource('flags', [
        ['a', 'configuration'],
        ['b', 'configuration'],
      ]),
    ]);
    expect(parseJournal(journal).map(({ event, what }) => `${event} ${what}`)).toEqual([
      'stage configuration',
      'begin flags/a',
      'end flags/a',
      'begin flags/b',
      'fail flags/b',
    ]);
  });
});

describe('journal', () => {
  test('a line cut off by a crash is dropped, and what had begun is known', () => {
    const line = (event: string, what: string): string =>
      JSON.stringify({ at: '2026-01-01T00:00:00.000Z', event, what });
    const text = [line('begin', 'a'), line('end', 'a'), line('begin', 'b'), '{"at":"2026-01'].join('\n');
    const { ever, open } = begunIn(parseJournal(text));
    expect([[...ever], [...open]]).toEqual([['a', 'b'], ['b']]);
  });

  test('the first line of the next run is not joined to a line that a kill cut off', () => {
    const path = join(dir, 'journal.jsonl');
    writeFileSync(path, '{"at":"2026-01-01T00:00:00.000Z","event":"begin","what":"a"}\n{"at":"2026-01');
    for (const what of ['b', 'c']) {
      const journal = new Journal(path, testContext().clock);
      journal.record('begin', what);
      journal.close();
    }
    const text = readFileSync(path, 'utf8');
    expect([...begunIn(parseJournal(text)).ever]).toEqual(['a', 'b', 'c']);
    expect(text.split('\n')).toHaveLength(5);
  });
});
