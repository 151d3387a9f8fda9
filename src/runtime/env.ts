import type { Credentials, Masker } from './context.js';
import { RewindError } from './errors.js';

/** The environment as read by cli/inputs.ts (or made up by a test). */
export type Env = Readonly<Record<string, string | undefined>>;

export function createCredentials(env: Env, masker: Masker): Credentials {
  const get = (name: string): string | undefined => {
    const value = env[name];
    if (value === undefined || value === '') return undefined;
    masker.add(value);
    return value;
  };
  const require = (name: string, resource?: string): string => {
    const value = get(name);
    if (value !== undefined) return value;
    throw new RewindError('credential-missing', `The environment variable ${name} is not set.`, {
      ...(resource === undefined ? {} : { resource }),
      remedy: `Set ${name} (in a workflow: env: { ${name}: \${{ secrets.${name} }} }) and run again.`,
    });
  };
  return {
    get,
    require,
    resolve: (reference, resource) => {
      const name = /^\$\{(\w+)\}$/.exec(reference)?.[1];
      return name === undefined ? reference : require(name, resource);
    },
    address: (name, fallback) => {
      const value = env[name];
      return value === undefined || value === '' ? fallback : value.replace(/\/+$/, '');
    },
  };
}

/**
 * What child processes may see: everything that configures tools and the network, none of the credentials. Listed rather
 * than filtered, so that an unknown secret is left out by default.
 */
export function childEnv(env: Env): Record<string, string> {
  const names =
    /^(PATH|HOME|USER|LOGNAME|TMPDIR|TEMP|TMP|LANG|LC_\w+|TZ|SSL_CERT_\w+|NODE_EXTRA_CA_CERTS|PGSSL\w+|PGOPTIONS|PGCONNECT_TIMEOUT|SystemRoot)$/;
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && names.test(name)) result[name] = value;
  }
  return result;
}
