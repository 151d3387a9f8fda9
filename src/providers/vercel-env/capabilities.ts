import type { Author, Capabilities } from '../../engine/capabilities.js';
import { vercelAccess } from '../../services/vercel/access.js';
import { counted } from '../../engine/counted.js';
import type { Config } from './config.js';
import { coveredBy, partsOf } from './covered.js';
import { PRODUCTION } from '../../services/vercel/env.js';
import { changeId } from './plan.js';
import { PROVENANCE } from './provenance.js';
import type { Row, State } from './state.js';

/** By key: the writer of its newest row. */
function authorsOf(rows: readonly Row[]): ReadonlyMap<string, Author> {
  const oldestFirst = [...rows].sort((a, b) => a.updatedAt - b.updatedAt);
  return new Map(
    oldestFirst.flatMap(({ key, by, updatedAt }) =>
      by === undefined ? [] : [[key, { by: `Vercel user ${by}`, at: updatedAt }]],
    ),
  );
}

export const capabilities: Capabilities<Config, State> = {
  names: (saved, config) => partsOf(saved, { project: config.project, covered: coveredBy(config) }),
  access: vercelAccess,
  describeState: ({ project, rows }) => {
    const keys = [...new Set(rows.map(({ key }) => key))];
    const production = rows.filter(({ target }) => target.includes(PRODUCTION));
    return {
      content: counted(keys.length, 'variable', keys),
      variables: production.map(({ key, updatedAt }) => ({
        project,
        name: key,
        changedAt: updatedAt,
        change: changeId(key),
      })),
      authors: authorsOf(rows),
    };
  },
  /** Sensitive values that Rewind wrote from REWIND_ENV_…: nobody can read them back to compare them. */
  blindSpots: (saved, live) => {
    const keys = live.rows
      .filter(({ value, comment }) => value === null && PROVENANCE.exec(comment ?? '')?.[1] === saved.snapshot)
      .map(({ key }) => key);
    return keys.length === 0 ? [] : [`${[...new Set(keys)].join(', ')}: set from a supplied value that cannot be read`];
  },
};
