import { chain, type Entry, type Unchained } from '../incident/entry.js';

/** A record with every phase, for a preview without an incident. Pure. @param now when its first phase began */
export function exampleRecord(environment: string, now: Date): Entry[] {
  const stamp = now.toISOString().slice(0, 19).replace(/[-:]/g, '');
  const incident = `${stamp}Z-000000`;
  const digest = '0'.repeat(64);
  const startedAt = now.toISOString();
  const end = { digest, snapshot: incident, done: [], startedAt };
  const rollback = { ...end, undoes: null, manual: [] };
  const contents: Pick<Unchained, 'kind' | 'data'>[] = [
    { kind: 'opened', data: { title: 'Example: checkout fails', severity: 'critical' } },
    { kind: 'mitigated', data: { digest, ok: true, title: 'Example: the new checkout is switched off' } },
    {
      kind: 'rolled-back',
      data: { ...rollback, runs: 1, ok: false, title: 'Example: 1 of 2 changes done', failed: ['web/promote'] },
    },
    {
      kind: 'rolled-back',
      data: { ...rollback, runs: 2, ok: true, title: 'Example: 2 of 2 changes done', failed: [] },
    },
    { kind: 'verified', data: { digest, ok: true, statement: 'Example: production equals the snapshot' } },
    {
      kind: 'observed',
      data: { digest, minutes: 5, areas: [{ area: 'payments', state: 'recovered', probes: ['checkout'] }] },
    },
    { kind: 'recovered', data: { ...end, ok: true, title: 'Example: the fix is live', failed: [], deployments: {} } },
    { kind: 'closed', data: { reason: 'Example: nothing is left to do' } },
  ];
  return contents.reduce<Entry[]>((entries, content, index) => {
    const at = new Date(now.getTime() + index * 60_000).toISOString();
    const head = { incident, environment, at, by: 'rewind', run: null, key: null };
    return [...entries, chain({ ...head, ...content } as Unchained, entries.at(-1))];
  }, []);
}
