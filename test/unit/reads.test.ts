import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { HttpClient, HttpRequest } from '../../src/runtime/context.js';
import { countedBy } from '../../src/runtime/counted-http.js';
import { Reads } from '../../src/runtime/reads.js';

const read = (rest: Partial<HttpRequest> = {}): HttpRequest => ({
  service: 'Vercel',
  what: 'read project prj_1',
  resource: 'web',
  method: 'GET',
  url: 'http://vercel/v9/projects/prj_1',
  headers: { authorization: 'Bearer a' },
  ...rest,
});

/** A client that answers with the number of the request. */
function counting() {
  let time = 0;
  const sent: HttpRequest[] = [];
  const answers: unknown[] = [];
  const http: HttpClient = {
    request: async (request, schema) => {
      sent.push(request);
      const data = answers.shift() ?? { n: sent.length };
      if (data instanceof Error) throw data;
      const parsed = schema.safeParse(data);
      if (!parsed.success) throw parsed.error;
      return Promise.resolve({ status: 200, headers: new Headers(), data: parsed.data });
    },
  };
  const clock = { now: () => new Date(time), monotonic: () => time, sleep: () => Promise.resolve() };
  const reads = Reads.ofRun(clock);
  const shared = countedBy(reads.sharing(10_000), http);
  const ask = async (request: HttpRequest = read()): Promise<number> =>
    (await shared.request(request, z.object({ n: z.number() }))).data.n;
  return {
    reads,
    sent,
    answers,
    ask,
    wait: (ms: number) => void (time += ms),
  };
}

describe('shared reads', () => {
  test('one request serves all who ask within ten seconds, also while it is under way', async () => {
    const { ask, wait } = counting();
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    wait(9_999);
    expect(await ask()).toBe(1);
    wait(1);
    expect(await ask()).toBe(2);
  });

  test('a signature and its time are no part of what is asked; everything else is', async () => {
    const { ask } = counting();
    await ask(read({ headers: { authorization: 'AWS4 one', 'x-amz-date': '1' } }));
    expect(await ask(read({ headers: { authorization: 'AWS4 two', 'x-amz-date': '2' } }))).toBe(1);
    const others: Partial<HttpRequest>[] = [
      { resource: 'other' },
      { url: 'http://vercel/v9/projects/prj_2' },
      { query: { teamId: 'team_1' } },
      { headers: { 'stripe-version': '2' } },
      { accept: [404] },
    ];
    const answers = await Promise.all(others.map((other) => ask(read(other))));
    expect(answers).toEqual([2, 3, 4, 5, 6]);
  });

  test('a write ends the sharing of all that was read before it or during it', async () => {
    const { ask } = counting();
    expect([await ask(), await ask(read({ resource: 'env' }))]).toEqual([1, 2]);
    const writing = ask(read({ method: 'POST' }));
    expect(await ask()).toBe(4);
    expect(await writing).toBe(3);
    expect([await ask(), await ask(read({ resource: 'env' }))]).toEqual([5, 6]);
  });

  test('a failure serves nobody who asks later', async () => {
    const { ask, answers } = counting();
    answers.push(new Error('no connection'));
    await expect(ask()).rejects.toThrow('no connection');
    expect(await ask()).toBe(2);
  });

  test('an answer that does not fit is asked for once more, as without sharing', async () => {
    const { ask, answers, sent } = counting();
    answers.push('{"n": 1');
    expect(await ask()).toBe(2);
    expect(await ask()).toBe(3);
    expect(sent).toHaveLength(3);
  });

  test('what is read for a time, or has a time limit of its own, is not shared', async () => {
    const { ask } = counting();
    expect([await ask(read({ readMs: 10 })), await ask(read({ readMs: 10 }))]).toEqual([1, 2]);
    expect([await ask(read({ deadlineMs: 10 })), await ask(read({ deadlineMs: 10 }))]).toEqual([3, 4]);
  });
});

describe('what a run keeps', () => {
  const keep = ({ reads }: ReturnType<typeof counting>, value: number): Promise<number> =>
    reads.read('Vercel', 'project', () => Promise.resolve(value));
  const kept = ({ reads }: ReturnType<typeof counting>, maxAgeMs = 5_000): Promise<number> | undefined =>
    reads.get('Vercel', 'project', maxAgeMs);

  test('serves those who say how old it may be', async () => {
    const run = counting();
    await keep(run, 1);
    expect([await kept(run), kept(run, 0)]).toEqual([1, undefined]);
    run.wait(5_000);
    expect(kept(run)).toBeUndefined();
  });

  test('ends with a write to the same service, also one of another client, and with no other', async () => {
    const run = counting();
    await keep(run, 1);
    await run.ask(read({ method: 'POST', service: 'Stripe' }));
    expect(await kept(run)).toBe(1);
    const writing = run.ask(read({ method: 'POST' }));
    expect(kept(run)).toBeUndefined();
    await keep(run, 2);
    await writing;
    expect(kept(run)).toBeUndefined();
    await keep(run, 3);
    expect(await kept(run)).toBe(3);
  });

  test('is as old as its oldest part: a write after that ends it', async () => {
    const run = counting();
    const since = run.reads.now('Vercel');
    run.wait(4_000);
    await run.reads.read('Vercel', 'project', () => Promise.resolve(1), since);
    expect([await kept(run), kept(run, 4_000)]).toEqual([1, undefined]);
    await run.ask(read({ method: 'POST' }));
    await run.reads.read('Vercel', 'project', () => Promise.resolve(1), since);
    expect(kept(run)).toBeUndefined();
  });

  test('is no failure', async () => {
    const run = counting();
    await expect(run.reads.read('Vercel', 'project', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(kept(run)).toBeUndefined();
  });
});
