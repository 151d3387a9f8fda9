import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DrillRecord, ResourceCheck } from '../../src/engine/drill-record.js';
import { World } from '../sandbox/demo/world.js';
import { productionOf } from '../support/undo-world.js';

type Answer = Omit<DrillRecord, 'checks'> & { readonly ok: boolean; readonly checks: readonly ResourceCheck[] };

let world: World;
const CONFIG = '.github/rewind.yml';
const config = (): string => readFileSync(join(world.root, CONFIG), 'utf8');
const withConfig = async <T>(text: string, work: () => Promise<T>): Promise<T> => {
  const before = config();
  writeFileSync(join(world.root, CONFIG), text);
  try {
    return await work();
  } finally {
    writeFileSync(join(world.root, CONFIG), before);
  }
};
const outcomes = ({ checks }: Answer): Record<string, string> =>
  Object.fromEntries(checks.map(({ resource, id, outcome }) => [`${resource} ${id}`, outcome]));

beforeAll(async () => {
  world = await World.start({ seed: false });
  await world.addFans(20);
});
afterAll(() => world.stop());

describe('a drill', () => {
  test('without a snapshot fails, says so, and is kept', async () => {
    const { status, json } = await world.run(['drill', '--json']);
    const answer = json<Answer>();
    expect([status, answer.verdict, answer.snapshot]).toEqual([1, 'failed', null]);
    expect(answer.checks.find(({ id }) => id === 'choose')?.findings[0]?.code).toBe('snapshot-not-found');
  });

  test('measures, and leaves production as it is', async () => {
    expect((await world.run(['snapshot'])).status).toBe(0);
    const before = await productionOf(world);
    const began = performance.now();
    const { json, stderr } = await world.run(['drill', '--json']);
    const took = performance.now() - began;
    const answer = json<Answer>();
    console.log(JSON.stringify(answer.checks, null, 1), stderr, answer.phases, took);
    expect(await productionOf(world)).toEqual(before);
    expect(outcomes(answer)).toMatchObject({
      'snapshot checksums': 'passed',
      'web payloads': 'passed',
      'flags payloads': 'passed',
      'production untouched-web': 'passed',
      'production untouched-db': 'passed',
      'production untouched-flags': 'passed',
    });
    const sum = answer.phases.reduce((all, { ms }) => all + ms, 0);
    const wall = Date.parse(answer.endedAt) - Date.parse(answer.startedAt);
    expect(Math.abs(sum - wall)).toBeLessThanOrEqual(0.02 * wall + 2);
    expect(sum).toBeLessThanOrEqual(took);
  });
});
