/** An address with http or https and without credentials; undefined for anything else. */
export function httpAddress(given: string): string | undefined {
  if (given.length > 500 || !URL.canParse(given)) return undefined;
  const { protocol, username, password } = new URL(given);
  return /^https?:$/.test(protocol) && username === '' && password === '' && !/[\s\p{Cc}]/u.test(given)
    ? given
    : undefined;
}
