import type { ContactConfig } from './contacts.js';

/** Whom to call. */
export interface Contact {
  readonly name: string;
  readonly role: string;
  readonly reach: string;
}

/** The contacts at an instant: of a rotation, the one who is on call, and until when. */
export async function contactsAt(contacts: readonly ContactConfig[], now: Date): Promise<Contact[]> {
  // Start-up stays quick without a rotation.
  const turnOf = contacts.some(({ rotation }) => rotation !== undefined)
    ? (await import('./rotation.js')).turnOf
    : () => null;
  return contacts.map(({ name, role, reach, rotation }) => {
    if (rotation === undefined) return { name, role, reach };
    const turn = turnOf(rotation, now);
    if (turn === null) return { name: `${name} (nobody before ${rotation.start} ${rotation.timezone})`, role, reach };
    return { name: `${turn.person} (${name}, until ${turn.until})`, role, reach };
  });
}
