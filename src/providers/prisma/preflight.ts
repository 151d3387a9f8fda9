import type { Change } from '../../engine/change.js';
import type { Context } from '../../runtime/context.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { standby } from '../../services/postgres/standby.js';
import { withHistory } from './client.js';
import type { Config } from './config.js';
import { readMigrations } from './files.js';
import { approved } from './script.js';
import { params } from './state.js';

/** Checks that the database can be written, and that each script exists, is unchanged and can run. Reports all problems together. */
export async function preflight(config: Config, changes: readonly Change[], ctx: Context): Promise<Finding[]> {
  if (changes.length === 0) return [];
  const files = await readMigrations(config, ctx);
  const writable = await withHistory(config, ctx, (client) => standby(client));
  const scripts = changes
    .flatMap((change) => {
      const step = params.parse(change.params);
      return step.kind === 'down' ? step.steps : [];
    })
    .flatMap((step): Finding[] => {
      try {
        approved(files, step, ctx);
        return [];
      } catch (error) {
        const { code, message, remedy } = asRewindError(error);
        return [{ level: 'error', code, message, remedy }];
      }
    });
  return [...writable, ...scripts];
}
