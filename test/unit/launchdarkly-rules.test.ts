import { expect, test } from '@jest/globals';
import { plan } from '../../src/providers/launchdarkly/plan.js';
import type { FlagState, State } from '../../src/providers/launchdarkly/state.js';

/** A flag with one rule of many values. @param summary the text of the rule, as a version of Rewind writes it */
function stateWith(summary: string, fingerprint: string): State {
  const serve = { variation: 'on', rollout: null };
  const flag: FlagState = {
    ...{ key: 'banner', archived: false, tags: [], kind: 'boolean' },
    ...{ version: 1, on: true, offVariation: null, fallthrough: serve, targets: [], prerequisites: [] },
    ...{ trackEvents: false, trackEventsFallthrough: false },
    variations: [{ id: 'on', label: 'on', value: 'v', texts: 't' }],
    rules: [{ serve, summary, fingerprint, trackEvents: false, disabled: false }],
  };
  return { schemaVersion: 1, project: 'shop', environment: 'production', environmentId: 'e1', flags: [flag] };
}

test('the text of a rule is for people: a snapshot of an earlier version, which wrote large counts otherwise, differs in nothing', () => {
  const saved = stateWith('key in (1204 values)', 'same');
  expect(plan(saved, stateWith('key in (1,204 values)', 'same'))).toEqual([]);
  expect(plan(saved, stateWith('key in (1,204 values)', 'other'))).toHaveLength(1);
});
