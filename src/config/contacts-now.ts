import type { ContactConfig } from './contacts.js';

/** Who to call. */
export interface Contact {
  readonly name: string;
  readonly role: string;
  readonly reach: string;
}

/**
 * The contacts at an instant: of a rotation, the one who is on call, and until when. Loads what a rotation needs: start-up
 * stays quick without one.
 */
export async function loadContacts(contacts: readonly ContactConfig[]): Promise<(now: Date) => Contact[]> {
  const turnOf = contacts.some(({ rotation }) => rotation !== undefined)
    ? (await import('./rotation.js')).turnOf
    : () => null;
  return (now) =>
    contacts.map(({ name, role, reach, rotation }) => {
      if (rotation === undefined) return { name, role, reach };
      const turn = turnOf(rotation, now);
      if (turn === null) return { name: `${name} (nobody before ${rotation.start} ${rotation.timezone})`, role, reach };
      return { name: `${turn.person} (${name}, until ${turn.until})`, role, reach };
    });
}

/** The contacts at an instant. */
export const contactsAt = async (contacts: readonly ContactConfig[], now: Date): Promise<Contact[]> =>
  (await loadContacts(contacts))(now);
