import type { Finding } from '../runtime/finding.js';
import { IDENTITY_REMEDY, identityFault, recipientFault, recipientOf } from './age-keys.js';

/** One finding for each recipient that nothing can be sealed to. @param at where the recipient is in a file */
export async function recipientFindings(
  recipients: readonly string[],
  at: (index: number) => Pick<Finding, 'file' | 'line'> = () => ({}),
): Promise<Finding[]> {
  const faults = await Promise.all(recipients.map(recipientFault));
  return faults.flatMap((fault, index): Finding[] =>
    fault === null
      ? []
      : [
          {
            level: 'error',
            code: 'recipient-invalid',
            message: `seal.recipients[${index}] ${fault}.`,
            remedy: 'Copy the public key (age1…) that age-keygen printed.',
            ...at(index),
          },
        ],
  );
}

/** Whether the identities of this job can open what is sealed to the recipients. A job without any is not at fault. */
export async function identityFindings(
  identities: readonly string[],
  recipients: readonly string[],
): Promise<Finding[]> {
  const faults = (await Promise.all(identities.map(identityFault))).filter((fault) => fault !== null);
  if (faults.length > 0) {
    return faults.map((fault) => ({
      level: 'error',
      code: 'identity-invalid',
      message: `An identity in REWIND_IDENTITY ${fault}.`,
      remedy: IDENTITY_REMEDY,
    }));
  }
  const own = await Promise.all(identities.map(recipientOf));
  if (own.length === 0 || own.some((recipient) => recipients.includes(recipient))) return [];
  return [
    {
      level: 'warning',
      code: 'identity-not-recipient',
      message: 'REWIND_IDENTITY does not belong to any of seal.recipients. It cannot open the next snapshot.',
      remedy:
        'Set REWIND_IDENTITY to the identity of a recipient, or add its public key (age-keygen -y) to seal.recipients.',
    },
  ];
}
