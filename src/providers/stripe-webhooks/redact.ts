const SECRET_KEY = /token|secret|password|passwd|key|credential|auth|signature/i;
/** A long path segment of mixed letters and digits is most likely a token (Slack and Zapier hooks look like that). */
const TOKEN_SEGMENT = /^(?=.*\d)(?=.*[A-Za-z])[\w-]{20,}$/;

export function looksSecret(key: string): boolean {
  return SECRET_KEY.test(key);
}

/** The URL without user, query, and path segments that look like tokens. */
export function redactUrl(url: string): string {
  if (!URL.canParse(url)) return '(not a URL)';
  const { origin, pathname, search } = new URL(url);
  const path = pathname.split('/').map((segment) => (TOKEN_SEGMENT.test(segment) ? '…' : segment));
  return `${origin}${path.join('/')}${search === '' ? '' : '?…'}`;
}

/** Parts of the URL that must never be printed. */
export function secretsOf(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const { username, password, pathname, searchParams } = new URL(url);
  const segments = pathname.split('/').filter((segment) => TOKEN_SEGMENT.test(segment));
  // Other short values ("1", "live") are not secrets, and masking them would garble the log.
  const given = [...searchParams].filter(([name, value]) => looksSecret(name) || value.length >= 8);
  return [username, password, ...given.map(([, value]) => value), ...segments].filter(Boolean);
}
