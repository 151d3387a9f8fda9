import type { Capabilities } from '../../engine/capabilities.js';
import { nameParts } from '../../engine/other-object.js';
import { neonAccess } from '../../services/neon/access.js';
import { identityOf, parseDatabaseUrl } from '../../services/postgres/database-url.js';
import type { Config } from './config.js';
import { stillThere } from './prove.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  access: neonAccess,
  mayRefuse: ['neon-branch-protected', 'neon-branch-limit'],
  names: (saved, config) => nameParts(['project'], saved, config),
  stillThere,
  describeState: ({ copy }) => ({ leftOut: copy === null ? [] : [outsideOf(copy)] }),
  database: {
    modes: ['restore'],
    // Neon tells nothing of what is inside a branch.
    hazards: () => null,
    identify: ({ project, branch, url }, ctx) => {
      if (url === undefined) return { database: `branch ${branch} of Neon project ${project}`, part: '' };
      const text = ctx.env.resolve(url, ctx.resource);
      return { database: identityOf(parseDatabaseUrl(text, ctx.childEnv, ctx.resource)), part: '' };
    },
  },
};

/** The store holds no rows, so the list of snapshots must say how long this one can be restored. */
function outsideOf({ name, expires }: { readonly name: string; readonly expires: string | null }): string {
  const until = expires === null ? 'as long as that branch exists' : `until Neon deletes that branch at ${expires}`;
  return `the rows: they are in Neon, in branch "${name}", ${until}`;
}
