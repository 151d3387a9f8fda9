/** Ids of resources from names of outside: lower-case letters, digits and dashes, each one once. */
export class Ids {
  private readonly taken = new Set<string>();

  constructor(taken: Iterable<string> = []) {
    for (const id of taken) this.taken.add(id);
  }

  /**
   * @param kind first part of the id, our own word
   * @param name from outside; left out when it is alone or leaves no letter
   */
  next(kind: string, name: string | null = null): string {
    const rest = (name ?? '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 30 - kind.length)
      .replace(/-$/, '');
    const base = rest === '' ? kind : `${kind}-${rest}`;
    let id = base;
    for (let number = 2; this.taken.has(id); number += 1) id = `${base}-${number}`;
    this.taken.add(id);
    return id;
  }
}
