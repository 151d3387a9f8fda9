import type { DatabaseMode } from '../../../src/engine/change.js';
import type { Facts } from './world.js';

/** What the demo says at its end. */
export interface Closing {
  /** False if something differs that the mode should have brought back. */
  readonly ok: boolean;
  readonly title: string;
  /** What differs, one line each. */
  readonly lines: readonly string[];
}

/** The last words of the demo: true of what was measured, in each mode. Pure. */
export function closing(mode: DatabaseMode, before: Facts, after: Facts): Closing {
  const differs = differencesOf(before, after);
  if (differs.length === 0) {
    return { ok: true, title: 'Everything that was measured is as it was before the release', lines: [] };
  }
  const leftByChoice = differs.filter(({ database }) => database && mode !== 'restore');
  const wrong = differs.filter((entry) => !leftByChoice.includes(entry));
  if (mode === 'down' && after.loyaltyPoints === null) {
    wrong.push({ database: true, text: 'the column fans.loyalty_points is still missing' });
  }
  const lines = [...wrong, ...leftByChoice.filter((entry) => !wrong.includes(entry))].map(({ text }) => text);
  return wrong.length === 0
    ? {
        ok: true,
        title: `All but the database is as it was before the release; the database differs by choice (--database ${mode})`,
        lines,
      }
    : { ok: false, title: 'Something is not as it was before the release', lines };
}

interface Difference {
  readonly database: boolean;
  readonly text: string;
}

function differencesOf(before: Facts, after: Facts): Difference[] {
  const found: Difference[] = [];
  const compare = (what: string, was: unknown, is: unknown, database = false): void => {
    const [then, now] = [JSON.stringify(was), JSON.stringify(is)];
    if (then !== now) found.push({ database, text: `${what}: ${then} became ${now}` });
  };
  for (const table of Object.keys(before.rows)) {
    compare(`rows of ${table}`, before.rows[table], after.rows[table], true);
  }
  compare('content of fans.loyalty_points', before.loyaltyPoints ?? 'missing', after.loyaltyPoints ?? 'missing', true);
  compare('deployment', before.deployment, after.deployment);
  compare('domains', before.domains, after.domains);
  compare('flags', before.flags, after.flags);
  for (const id of Object.keys(before.services)) compare(id, before.services[id], after.services[id]);
  return found;
}
