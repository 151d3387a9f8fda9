import { entry, type CatalogueEntry } from './entry.js';

/** Stores, snapshots, signatures and seals. */
export const SNAPSHOT_ERRORS = {
  'store-unreadable': entry(
    1,
    'The snapshot store could not be read.',
    'Check that the store exists, and grant this user read access.',
  ),
  'store-write-failed': entry(1, 'The snapshot store could not be written.', 'Grant write access to the store.'),
  'disk-full': entry(
    1,
    'The disk that Rewind writes to is full.',
    'Free disk space or move the store, and run the same command again.',
  ),
  'snapshot-not-found': entry(
    2,
    'The store has no snapshot that fits: none with this id, mark, commit or time, or none that covers the scope.',
    'Run "rewind list" and use one of its ids.',
  ),
  'rollback-not-found': entry(
    2,
    'The store has no rollback that fits, so there is nothing to undo or to recover from.',
    'Use the digest of a rollback: its report and its journal name it.',
  ),
  'snapshot-corrupt': entry(
    1,
    'A file of the snapshot is damaged, truncated or missing: it does not match its checksum.',
    'Choose another snapshot ("rewind list").',
  ),
  'signature-invalid': entry(
    1,
    'The signature of the snapshot does not belong to it: the snapshot or its signature was changed.',
    'Do not use this snapshot. Find out who wrote to the store. Choose another snapshot ("rewind list").',
  ),
  'signature-unknown': entry(
    1,
    'A key that is not in the configuration signed the snapshot.',
    'If you changed the key, add the old public key to sign.keys. Otherwise find out who wrote to the store.',
  ),
  'signing-key-missing': entry(
    2,
    'The configuration asks for signatures, but the job has no key to sign with.',
    'Set the secret that the message names (the file that "minisign -G -W" wrote): REWIND_SIGNING_KEY in the snapshot job, REWIND_APPROVAL_KEY in the approved job.',
  ),
  'signing-key-unknown': entry(
    2,
    'The signing key of the job does not match the configuration. Nobody would believe what it signs.',
    'Add its public key to the list that the message names, or use the secret key of one that is there.',
  ),
  'snapshot-time': entry(
    1,
    'The times in the snapshot contradict each other or the clock.',
    'Check the clock of this machine, and of the one that wrote the snapshot; otherwise find out who did. Until then do not use it: "rewind plan --snapshot" takes another one of "rewind list".',
  ),
  'snapshot-unproven': entry(
    1,
    'Rewind could not prove that the snapshot can be restored. Nothing shows that it is damaged.',
    'Keep the snapshot. Fix every listed problem and run the same command again.',
  ),
  'snapshot-expired': entry(
    2,
    'The artifact that held this snapshot has expired, and GitHub deleted it.',
    'Choose a newer snapshot ("rewind list"). To keep snapshots longer, raise retention.keep-days or use a store of kind s3.',
  ),
  'mark-unsupported': entry(
    2,
    'The store cannot keep a mark: the service deletes each snapshot on its day, marked or not.',
    'Use a store of kind directory or s3. With the artifact store, name the snapshot by its id, commit or time.',
  ),
  'store-unsealed': entry(
    1,
    'Rewind refused to write an unsealed part of a snapshot to a place that others can read.',
    'Nothing was written. This is a bug in Rewind: report it.',
  ),
  'snapshot-not-believed': entry(
    2,
    'No rollback would believe a snapshot of this run: its branch or tag, event, workflow or commit is not one that the store trusts.',
    'Take the snapshot in a run of the default branch, add the branch to store.branches or the tag to store.tags, or use a store of kind s3 with sign.keys.',
  ),
  'snapshot-foreign': entry(
    2,
    'The snapshot belongs to another environment or repository, or holds another object, or one of another provider, than the configuration names.',
    'Choose a snapshot of this environment ("rewind list").',
  ),
  'snapshot-untrusted': entry(
    2,
    'The run that uploaded the snapshot is not one that Rewind believes: anyone who may push could have started it.',
    'Choose a snapshot of a run on the default branch. Find out who started the other run.',
  ),
  'snapshot-unsupported': entry(
    2,
    'This version of Rewind cannot read the format of the snapshot.',
    'Use the version of Rewind that wrote the snapshot, or a newer one.',
  ),
  'snapshot-incomplete': entry(
    1,
    'A resource could not be captured.',
    'Grant the missing access and take the snapshot again. Do not deploy before it succeeds.',
  ),
  'recipients-missing': entry(
    2,
    'The snapshot has payloads to seal, but no age recipient is configured.',
    'Create a key with "age-keygen" and put its public key under seal.recipients.',
  ),
  'identity-missing': entry(
    2,
    'Rewind must open the sealed payloads of the snapshot, but has no identity.',
    'Set REWIND_IDENTITY (an AGE-SECRET-KEY-1… line) in the approved job.',
  ),
  'identity-wrong': entry(
    1,
    'The identity does not open this snapshot.',
    'Use the identity that matches seal.recipients at the time of the snapshot.',
  ),
  'seal-corrupt': entry(
    1,
    'A sealed payload is damaged or truncated.',
    'Rewind did not use the payload. Choose another snapshot.',
  ),
} as const satisfies Record<string, CatalogueEntry>;
