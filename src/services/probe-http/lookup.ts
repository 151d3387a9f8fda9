import dns from 'node:dns';

const running = new Map<string, Promise<readonly dns.LookupAddress[]>>();

/**
 * Looks up a name, once at a time: later callers share the lookup that runs. No lookup can be ended, and Node runs two at
 * once, so two lookups of a name that hangs would hold back every other name. Nothing is kept after the answer.
 *
 * @throws the error of Node: the name is unknown, or its server did not answer
 */
export function lookupOnce(
  name: string,
  { family, hints }: Pick<dns.LookupOptions, 'family' | 'hints'>,
): Promise<readonly dns.LookupAddress[]> {
  const key = `${name} ${family ?? 0} ${hints ?? 0}`;
  const known = running.get(key);
  if (known !== undefined) return known;
  const lookup = new Promise<readonly dns.LookupAddress[]>((resolve, reject) => {
    dns.lookup(name, { family, hints, all: true }, (error, found: dns.LookupAddress[] | undefined) => {
      if (error === null) resolve(found ?? []);
      else reject(error);
    });
  }).finally(() => running.delete(key));
  running.set(key, lookup);
  return lookup;
}
