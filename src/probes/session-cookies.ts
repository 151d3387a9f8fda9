import type { Cookies } from '../services/probe-http/send.js';

/**
 * The cookies of one session. A jar knows hosts, but not ports and schemes, so each port and scheme has a jar of its own.
 * Cookies follow the rules of browsers for domains, paths and public suffixes.
 */
export async function sessionCookies(): Promise<Cookies> {
  const { CookieJar } = await import('tough-cookie');
  const jars = new Map<string, InstanceType<typeof CookieJar>>();
  const jarFor = (url: URL): InstanceType<typeof CookieJar> => {
    const key = `${url.protocol}${url.port}`;
    const jar = jars.get(key) ?? new CookieJar();
    jars.set(key, jar);
    return jar;
  };
  return {
    header: (url) => jarFor(url).getCookieString(url.href),
    store: async (url, lines) => {
      // A cookie that a browser would reject is none.
      for (const line of lines) await jarFor(url).setCookie(line, url.href, { ignoreError: true });
    },
  };
}
