import { z } from 'zod';

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;
/** An address in a text: its scheme and what follows up to a space or a quote. */
const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/[^\s'"<>]+/gi;

const resource = z.looseObject({ id: z.string(), provider: z.string(), url: z.string().exactOptional() });
const resources = z.looseObject({ resources: z.array(z.unknown()) });

/**
 * What a configuration names beside this machine: resources of a service, values of the environment, and addresses. A
 * resource without an address of its own is one of a service. Pure.
 * @param document the configuration as YAML gives it
 * @returns a few words each, without a value of the environment; empty: it names this machine alone
 */
export function outsideOf(document: unknown): string[] {
  const found: string[] = [];
  const listed = resources.safeParse(document);
  for (const [at, given] of (listed.success ? listed.data.resources : []).entries()) {
    const { data } = resource.safeParse(given);
    if (data === undefined) found.push(`resource ${at + 1}, which cannot be read`);
    else if (data.url === undefined) found.push(`resource "${data.id}" (${data.provider})`);
  }
  for (const text of textsIn(document)) {
    if (/\$\{/.test(text)) found.push(`a value of the environment (${text.match(/\$\{\w*\}?/)?.[0] ?? '${…}'})`);
    for (const [address] of text.matchAll(ADDRESS)) {
      const host = URL.canParse(address) ? new URL(address).hostname : '';
      if (!LOOPBACK.test(host)) found.push(`an address (${host === '' ? 'unreadable' : host})`);
    }
  }
  return [...new Set(found)];
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) yield* textsIn(one);
}
