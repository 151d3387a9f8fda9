import type { Env, Masker } from './context.js';
import { RewindError } from './errors.js';

/** The environment variables from cli/inputs.ts (or from a test). */
export type EnvVars = Readonly<Record<string, string | undefined>>;

export function createEnv(vars: EnvVars, masker: Masker): Env {
  const text = (name: string): string | undefined => vars[name] || undefined;
  const secret = (name: string): string | undefined => {
    const value = text(name);
    if (value !== undefined) masker.add(value);
    return value;
  };
  const require = (name: string, resource?: string): string => {
    const value = secret(name);
    if (value !== undefined) return value;
    throw new RewindError('credential-missing', `The environment variable ${name} is not set.`, {
      resource,
      remedy: `Set ${name} (in a workflow: env: { ${name}: \${{ secrets.${name} }} }) and run again.`,
    });
  };
  return {
    text,
    secret,
    require,
    token: (name, resource) => {
      const value = require(name, resource).trim();
      masker.add(value);
      if (/^[\x20-\x7e\xa0-\xff]+$/.test(value)) return value;
      throw new RewindError('input-invalid', `${name} holds a line break or another character that no token has.`, {
        resource,
        remedy: `Copy the token to ${name} again: one line, nothing else.`,
      });
    },
    url: (name, fallback) => baseUrl(name, text(name)) ?? fallback,
    resolve: (reference, resource) => {
      const name = /^\$\{(\w+)\}$/.exec(reference)?.[1];
      return name === undefined ? reference : require(name, resource);
    },
  };
}

/** Credentials are sent to it: not in clear over a network, and not to wherever a mistake leads. */
function baseUrl(name: string, given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const problem =
    url === undefined || !/^https?:$/.test(url.protocol)
      ? 'is not an https:// address'
      : url.username !== '' || url.password !== ''
        ? 'holds a user name or a password'
        : url.protocol === 'http:' && !isLoopback(url.hostname)
          ? 'begins with http://: the credentials would cross the network in clear'
          : undefined;
  if (problem !== undefined) throw new RewindError('address-refused', `${name} ${problem}.`);
  return given.replace(/(?<!\/)\/+$/, '');
}

const isLoopback = (host: string): boolean => /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);

/**
 * The variables for child processes: settings of tools and the network, no credentials of Rewind; GATE_… is for the gate
 * command of a recovery. It is an allow-list, so it leaves
 * out unknown secrets by default.
 */
export function childEnv(vars: EnvVars): Record<string, string> {
  const names =
    /^(PATH|HOME|USER|LOGNAME|TMPDIR|TEMP|TMP|LANG|LC_\w+|TZ|SSL_CERT_\w+|NODE_EXTRA_CA_CERTS|PGSSL\w+|PGOPTIONS|PGCONNECT_TIMEOUT|SystemRoot|GATE_\w+)$/;
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(vars)) {
    if (value !== undefined && names.test(name)) result[name] = value;
  }
  return result;
}
