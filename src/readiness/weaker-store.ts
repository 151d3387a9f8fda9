import type { RewindConfig } from '../config/schema.js';
import type { Finding } from '../runtime/finding.js';
import { added, changedKeys, REVERT, same, type Tell } from './weaker-rule.js';

/** Snapshots that are kept elsewhere, and runs whose snapshots are believed from now on. Pure. */
export function* storeFindings(
  base: RewindConfig['store'],
  now: RewindConfig['store'],
  tell: Tell,
): Generator<Finding> {
  const believed = ['workflows', 'branches', 'tags'];
  const place = (store: RewindConfig['store']): unknown =>
    Object.fromEntries(Object.entries(store).filter(([key]) => !believed.includes(key)));
  if (!same(place(base), place(now))) {
    const keys = changedKeys(base, now).filter((key) => !believed.includes(key));
    const message = `Snapshots are kept elsewhere or in another way: store.${keys.join(', store.')} changed.`;
    yield tell('store-changed', message, 'Check that the older snapshots can still be used.', 'store');
  }
  if (now.kind !== 'artifact') return;
  const before = base.kind === 'artifact' ? base : undefined;
  // Without a list, every workflow of those branches may provide snapshots.
  const everyWorkflow = before?.workflows !== undefined && now.workflows === undefined;
  const workflows = before?.workflows === undefined ? [] : added(before.workflows, now.workflows ?? []);
  if (everyWorkflow || workflows.length > 0) {
    const which = everyWorkflow ? 'every workflow' : workflows.join(', ');
    yield tell('store-workflows-wider', `Snapshots of ${which} are believed.`, REVERT, 'store', 'workflows');
  }
  const branches = added(before?.branches ?? [], now.branches ?? []);
  if (branches.length > 0) {
    const message = `Snapshots of runs on ${branches.join(', ')} are believed.`;
    yield tell('store-branches-wider', message, REVERT, 'store', 'branches');
  }
  const tags = added(before?.tags ?? [], now.tags ?? []);
  if (tags.length > 0) {
    const message = `Snapshots of runs on the ${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')} are believed.`;
    yield tell('store-branches-wider', message, REVERT, 'store', 'tags');
  }
}
