import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { HttpClient, HttpRequest } from '../../src/runtime/context.js';
import { sharedReads } from '../../src/runtime/shared-reads.js';

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
      return Promise.resolve({ status: 200, headers: new Headers(), data: schema.parse(data) });
    },
  };
  const clock = { now: () => new Date(time), monotonic: () => time, sleep: () => Promise.resolve() };
  const shared = sharedReads(http, clock, 10_000);
  const ask = async (request: HttpRequest = read()): Promise<number> =>
    (await shared.request(request, z.object({ n: z.number() }))).data.n;
  return {
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
