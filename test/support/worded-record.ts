import { chain, type Entry, type Unchained } from '../../src/incident/entry.js';
import { AREAS } from '../../src/probes/probe.js';

/**
 * A record with an entry of each kind that a message is made from; every text is made by `word`.
 * @param more entries after its obligation
 */
export function wordedRecord(
  word: () => string,
  from = '2026-11-26T10:00:00Z',
  more: readonly Pick<Unchained, 'kind' | 'data'>[] = [],
): Entry[] {
  const digest = 'a'.repeat(64);
  const end = { digest, snapshot: word(), title: word(), done: [word()], startedAt: '2026-11-26T10:00:00Z' };
  const rollback = { ...end, undoes: null, manual: [word()] };
  const areas = AREAS.map((area) => ({ area, state: 'recovered' as const, probes: [word()] }));
  const other = { area: word(), state: 'not-recovered' as const, probes: [word()] };
  const obligation = { kind: 'kept-database' as const, resource: word(), items: [word()], rollback: digest };
  const contents: Pick<Unchained, 'kind' | 'data'>[] = [
    { kind: 'opened', data: { title: word(), severity: 'major' } },
    { kind: 'note', data: { text: word() } },
    { kind: 'decided', data: { workflow: word(), deployment: word(), reason: word() } },
    {
      kind: 'planned',
      data: {
        ...{
          digest,
          plan: 'rollback',
          snapshot: word(),
          database: 'none',
          changes: 2,
          plannedAt: '2026-11-26T10:00:00Z',
        },
        ...{ command: word(), leave: word() },
      },
    },
    { kind: 'approved', data: { digest, how: word(), by: [word()] } },
    { kind: 'mitigated', data: { digest, ok: true, title: word() } },
    { kind: 'rolled-back', data: { ...rollback, runs: 1, ok: false, failed: [word()] } },
    { kind: 'obligation', data: { ...obligation, id: word(), what: word(), discharge: word() } },
    ...more,
    { kind: 'rolled-back', data: { ...rollback, runs: 2, ok: true, failed: [] } },
    { kind: 'verified', data: { digest, ok: true, statement: word() } },
    { kind: 'observed', data: { digest, minutes: 5, areas: [...areas, other] } },
    { kind: 'recovered', data: { ...end, ok: true, failed: [], deployments: { [word()]: word() } } },
    { kind: 'discharged', data: { id: word(), how: word() } },
    { kind: 'closed', data: { reason: word() } },
  ];
  const [environment, by, run] = [word(), word(), `https://${word()}/runs/1`];
  return contents.reduce<Entry[]>((entries, content, index) => {
    const at = new Date(Date.parse(from) + index * 3_600_000).toISOString();
    const head = { incident: '20261126T100000Z-abcdef', environment, at, by, run, key: null };
    return [...entries, chain({ ...head, ...content } as Unchained, entries.at(-1))];
  }, []);
}
