import type { ErrorCode } from './error-codes.js';
import type { ProviderFindingCode } from './provider-finding-codes.js';

/** Finding codes that belong to no single provider. `docs/findings.md` is generated from it and from the providers. */
export const FINDING_CODES = {
  // approval
  'approval-none': entry(
    'Rollbacks run without approval.',
    'Remove "approval: none" if required reviewers are available.',
  ),
  'approval-digest': entry(
    'One person approves a rollback: the one who types the digest of the plan.',
    'Use "approval: comment", or required reviewers if they are available.',
  ),
  'run-waits': entry(
    'Another run waits for a reviewer, and may hold the queue of the environment.',
    'Reject or cancel it, unless you want it to run.',
  ),
  'environment-admin-bypass': entry('Administrators may skip the approval.', 'Disallow administrators to bypass.'),
  'environment-any-branch': entry('Any branch may use the environment.', 'Limit it to the default branch.'),
  'identity-outside-approval': entry(
    'A job that needs no approval holds REWIND_IDENTITY.',
    'Keep it in the secrets of the protected environment only.',
  ),
  'plan-environment-none': entry(
    'The snapshot or plan job names no environment, so that its credentials are open to every workflow.',
    'Create an environment for it and set plan-environment.',
  ),
  'plan-environment-reviewed': entry(
    'Snapshots and plans wait for a review.',
    'Remove the reviewers of that environment; it needs only credentials that read.',
  ),
  'plan-environment-shared': entry(
    'The plan job runs in the environment that holds the credentials for writing.',
    'Use a separate environment with credentials that only read.',
  ),
  'lift-environment-none': entry(
    'The lift of mitigations names no environment, so that its credentials are open to every workflow.',
    'Create an environment for it and set lift-environment.',
  ),
  'lift-environment-shared': entry(
    'The lift of mitigations runs in the environment of another job.',
    'Use a separate environment with credentials that write flags and capacity only.',
  ),
  'lift-unsigned': entry(
    'A person must lift the configured mitigations: sign.approval-keys is missing.',
    'Set sign.approval-keys, and REWIND_APPROVAL_KEY in the approved job.',
  ),
  'environment-self-review': entry('The person who starts a rollback may approve it.', 'Prevent self-review.'),
  'environment-wait-timer': entry('A wait timer delays every rollback.', 'Remove the wait timer.'),
  'credential-can-write': entry(
    'Which credentials can write. A warning in a job that only reads.',
    'Use credentials that only read in plan-environment.',
  ),
  'credential-read-only': entry(
    'A credential cannot write, so a rollback with it would fail.',
    'Use the credentials of the rollback, or set plan-environment in a job that only reads.',
  ),
  'credential-write-unknown': entry('The service does not tell whether a credential can write, except by a write.'),
  // configuration
  'contact-placeholder': entry('A contact is a placeholder.', 'Write a real name and a channel that is answered.'),
  'resource-duplicate': entry(
    'Two resources name the same object of a service, so each plan shows its changes twice.',
    'Remove one of the two resources.',
  ),
  'contacts-missing': entry('The configuration names no contacts.', 'Add "contacts".'),
  'identity-invalid': entry('REWIND_IDENTITY is not an age identity.', 'Copy the secret key that age-keygen wrote.'),
  'identity-not-recipient': entry(
    'REWIND_IDENTITY belongs to none of the recipients.',
    'Set the identity of a recipient.',
  ),
  'runbook-missing': entry('The configuration names a runbook that does not exist.', 'Run "rewind runbook".'),
  'runbook-stale': entry(
    'The committed runbook is not the one of this configuration and of these workflows.',
    'Run "rewind runbook", and commit the file.',
  ),
  'recipient-invalid': entry('A recipient is not an age public key.', 'Copy the key that age-keygen printed.'),
  // configuration, compared with the base of a pull request
  'approval-removed': entry('Rollbacks need no approval any more.', 'Revert it, or let an owner approve it.'),
  'base-configuration-invalid': entry('The configuration of the base cannot be compared.', 'Read the whole file.'),
  'channel-placeholder': entry(
    'A value of a channel is a placeholder.',
    'Write the real value, or remove the channel.',
  ),
  'channel-changed': entry(
    'A channel is new, or its messages go elsewhere or say something else.',
    'Check who reads it.',
  ),
  'channel-removed': entry(
    'A channel receives no messages about incidents any more.',
    'Check that somebody still receives them.',
  ),
  'criteria-changed': entry(
    'A pull request changes when a deploy counts as bad.',
    'Check that a bad deploy is still noticed.',
  ),
  'contact-removed': entry('A contact was removed or changed.', 'Check that somebody answers at night.'),
  'deploy-window-changed': entry('Deploys are allowed at more or other times.', 'Check that people are available.'),
  'environment-changed': entry('Other reviewers approve rollbacks.', 'Check the protection of the new environment.'),
  'expedited-enabled': entry('Rollbacks may skip the review.', 'Revert it, or let an owner approve it.'),
  'expedited-wider': entry('More rollbacks may skip the review.', 'Revert it, or let an owner approve it.'),
  'plan-hours-longer': entry('A plan stays valid for longer.', 'Revert it, or let an owner approve it.'),
  'mitigation-changed': entry(
    'A prepared mitigation is removed, or does something else.',
    'Revert it, or let an owner approve it.',
  ),
  'probe-changed': entry('A probe checks something else.', 'Revert it, or let an owner approve it.'),
  'probe-removed': entry('A probe does not watch production any more.', 'Revert it, or let an owner approve it.'),
  'probe-sends': entry('A new or changed probe sends credentials.', 'Check that the hosts are yours.'),
  'readiness-weaker': entry('Readiness checks less than before.', 'Revert it, or let an owner approve it.'),
  'recipient-added': entry('Another identity opens every later snapshot.', 'Ask who holds it.'),
  'recipient-removed': entry('An identity opens no later snapshot.', 'Set REWIND_IDENTITY to one that does.'),
  'resource-changed': entry('A resource captures something else.', 'Check that nothing is left out.'),
  'resource-removed': entry('A resource is not rolled back any more.', 'Restore it if a deploy can change it.'),
  'retention-shorter': entry('Snapshots are removed earlier.', 'Revert it, or let an owner approve it.'),
  'self-approval-allowed': entry(
    'The person who starts a rollback may approve it alone.',
    'Revert it, or let an owner approve it.',
  ),
  'sign-key-added': entry('Another key signs snapshots.', 'Ask who holds its secret key.'),
  'sign-key-removed': entry('Snapshots of a key are refused.', 'Keep the key while its snapshots may be used.'),
  'signing-removed': entry('Snapshots are not signed any more.', 'Restore sign.keys.'),
  'store-branches-wider': entry('Snapshots of more branches are believed.', 'Revert it, or let an owner approve it.'),
  'store-changed': entry('Snapshots are kept elsewhere.', 'Check that the older ones can still be used.'),
  'store-workflows-wider': entry('Snapshots of more workflows are believed.', 'Revert it, or let an owner approve it.'),
  // probes
  'alarm-disabled': entry('An alarm or a monitor notifies nobody, because it is switched off.', 'Switch it on.'),
  'alarm-missing': entry('An alarm or a monitor of a probe does not exist.', 'Correct its name, or create it.'),
  'alarm-muted': entry('An alarm or a monitor is muted now.', 'End the mute or the downtime.'),
  'alarm-no-data': entry('An alarm or a monitor has no data, so it cannot fire.', 'Repair what it measures.'),
  'alarm-no-recipient': entry(
    'An alarm or a monitor has no recipient that confirmed.',
    'Add a recipient, and confirm its subscription.',
  ),
  'alarm-not-watched': entry(
    'The service does not show an alarm or its recipients to this credential, so it is not watched.',
    'Grant the permission in the message.',
  ),
  // drills
  'drill-not-in-snapshot': entry(
    'The snapshot of a drill does not hold a resource of the configuration.',
    'Take a snapshot of the whole configuration.',
  ),
  'drill-part-unconfigured': entry(
    'A part of the drill needs a key of the configuration that is not set.',
    'Set it if you want the part.',
  ),
  'drill-nothing-checked': entry('A restore of a drill ended without a check.', 'Report it as an error of Rewind.'),
  'drill-not-tried': entry('A part of the drill was not carried out.', 'Correct the cause, and run the drill again.'),
  'drill-no-preview': entry(
    'The probes had no deployment to ask that is not production.',
    'Set drill.preview, or add the deployment of Vercel to the resources.',
  ),
  'drill-preview-is-production': entry(
    'drill.preview names an address that serves production.',
    'Give the address of a deployment without production data.',
  ),
  'drill-probe-failed': entry('A probe failed on the deployment of the drill.', 'Find out whether the snapshot works.'),
  'drill-probe-not-run': entry(
    'A probe was not run in the drill, e.g. because it may write.',
    'Set drill.preview: all probes run there.',
  ),
  'drill-production-changed': entry(
    'Production changed during the drill, by the drill or by others.',
    'Run the drill with credentials that only read, or at a quiet time.',
  ),
  'drill-production-unread': entry(
    'Production could not be read before or after the drill, so nothing proves that the drill left it alone.',
    'Correct the cause, and run the drill again.',
  ),
  // databases
  'database-tls-weak': entry(
    'The connection to the database does not verify the server.',
    'Add sslmode=verify-full&sslrootcert=system to the URL.',
  ),
  // readiness
  'deploy-window': entry('It is a freeze, a holiday, or outside the deploy window.', 'Merge when deploys are allowed.'),
  'drill-weaker': entry(
    'A pull request raises or removes a target of the drill.',
    'Revert it, or let an owner approve it.',
  ),
  'drill-preview-changed': entry(
    'A pull request sends the probes of the drill to another address.',
    'Check whose address it is.',
  ),
  'drill-none': entry('No workflow rehearses a restore.', 'Add the workflow of examples/drill.yml.'),
  'drill-stale': entry('The last successful drill is too old.', 'Run the drill.'),
  'drill-never-passed': entry('The store holds no drill that passed.', 'Run the drill, and correct what it reports.'),
  'major-flag-missing': entry(
    'A major change names no flag that switches it off.',
    'Add the label flag:KEY, or "Rewind-Flag: KEY" to the description.',
  ),
  'major-flag-off': entry('The flag of a major change exists and is off in production.'),
  'major-flag-on': entry('The flag of a major change is on in production.', 'Turn it off, or name another one.'),
  'major-flag-unchecked': entry(
    'No snapshot tells whether the flag of a major change exists.',
    'Configure the flags as a resource and take a snapshot.',
  ),
  'major-flag-unknown': entry(
    'The newest snapshot does not know the flag of a major change.',
    'Correct the key, or take a snapshot.',
  ),
  'major-flag-waived': entry(
    'A pull request says why no flag switches its major change off.',
    'Decide in the review whether a rollback of the code is enough.',
  ),
  'snapshot-none': entry('The environment has no snapshot.', 'Run the snapshot workflow before the deploy.'),
  'snapshot-mitigated': entry(
    'The snapshot was taken while a mitigation was in effect, and holds what it changed.',
    'Choose an older snapshot to return to before the mitigation.',
  ),
  'other-object': entry(
    'The configuration names another object than the newest snapshot holds; a rollback does not write to it.',
    'Set the name back in the configuration, or take a new snapshot.',
  ),
  'snapshot-partial': entry('The newest snapshot does not hold a configured resource.', 'Take a whole snapshot.'),
  'snapshot-stale': entry('The newest snapshot is too old.', 'Repair the snapshot workflow and run it.'),
  // migrations of a pull request; the names of rules that squawk also has are squawk's
  'adding-field-with-default': entry(
    'A new column gets a value of its own in each row, so the table is rewritten under a lock.',
    'Add the column first, then its default; fill the rows in batches.',
  ),
  'ban-drop-not-null': entry('A column may become NULL.', 'Release code that reads NULL first.'),
  'migration-drops-default': entry('A column loses its default.', 'Keep the default while older code relies on it.'),
  'migration-row-security': entry('Row-level security is enabled.', 'Add the policies for each role first.'),
  'adding-not-nullable-field': entry('A column becomes NOT NULL.', 'Validate a CHECK constraint first.'),
  'adding-required-field': entry('A new column is NOT NULL without a default.', 'Add a default.'),
  'adding-serial-primary-key-field': entry(
    'A serial primary key is added to a table.',
    'Build its index concurrently.',
  ),
  'ban-drop-column': entry('A column is dropped that the older code uses.', 'Drop it in a later release.'),
  'ban-drop-database': entry('A database is dropped.', 'Drop it by hand when nothing uses it.'),
  'ban-drop-table': entry('A table is dropped that the older code uses.', 'Drop it in a later release.'),
  'changing-column-type': entry('A column changes its type.', 'Add a new column instead.'),
  'constraint-missing-not-valid': entry('A constraint locks the table while it is checked.', 'Add it NOT VALID.'),
  'disallowed-unique-constraint': entry(
    'A constraint builds its index under a lock.',
    'Build the index concurrently first.',
  ),
  'renaming-column': entry('A column is renamed that the older code uses.', 'Add the new name beside the old one.'),
  'renaming-table': entry('A table is renamed that the older code uses.', 'Add the new name beside the old one.'),
  'require-concurrent-index-creation': entry('An index is built under a lock.', 'Use CREATE INDEX CONCURRENTLY.'),
  'require-concurrent-reindex': entry('An index is rebuilt under a lock.', 'Use REINDEX CONCURRENTLY.'),
  'syntax-error': entry('PostgreSQL cannot parse the migration.', 'Correct the statement in the message.'),
  'migration-accept-unknown': entry('A comment accepts a finding that does not exist.', 'Correct the code.'),
  'migration-deletes-rows': entry('The migration deletes rows.', 'Delete them in a later release.'),
  'migration-does-not-revert': entry('down.sql does not restore the schema.', 'Complete down.sql.'),
  'migration-down-fails': entry('down.sql fails.', 'Correct the statement in the message.'),
  'migration-down-loses-data': entry('down.sql loses data.', 'Accept it in a comment if that is intended.'),
  'migration-exceeds-limits': entry(
    'The trial of the migrations used too much time or disk.',
    'Correct the migration; move large data out of it.',
  ),
  'migration-file-refused': entry(
    'A migration is a link, a pointer of Git LFS, not text in UTF-8, or too large to be read from a pull request.',
    'Keep migrations as regular, small files.',
  ),
  'migration-uncommitted': entry('A migration is not committed, so it was not checked.', 'Commit it, and check again.'),
  'migrations-of-another-tool': entry(
    'The folder holds no migration of Prisma, but files of another tool.',
    'Name the folder of the migrations of Prisma.',
  ),
  'migration-edited': entry('A migration was edited after it was applied.', 'Restore it; write a new migration.'),
  'migration-enum-value': entry('An enum gets a value that cannot be removed.', 'Deploy code that knows it first.'),
  'migration-locks-table': entry(
    'A statement locks a table.',
    'Use the variant that does not block, such as CONCURRENTLY.',
  ),
  'migration-out-of-order': entry('A migration sorts before one of the base.', 'Give its directory a later time.'),
  'migration-removed': entry('A migration was removed.', 'Restore it; write a new migration that undoes it.'),
  'migration-reverts': entry('Up, down and up again lead to the same schema.'),
  'migration-up-again-differs': entry('After down, up leads to another schema.', 'Complete down.sql.'),
  'migration-up-again-fails': entry('After down, the migration cannot be applied again.', 'Complete down.sql.'),
  'migration-up-fails': entry('The migration cannot be applied to an empty database.', 'Correct the migration.'),
  // rollbacks and undos
  'rollback-leftover': entry('An interrupted rollback left something.', 'Run a rollback again, or remove it.'),
  'environment-busy': entry(
    'Another run is working on the environment now, or its lock is damaged.',
    'Wait until that run ends, then run the command again. Remove a damaged lock as the finding says.',
  ),
  'mitigation-open': entry(
    'A mitigation is in effect while the plan is made.',
    'Read until when it is in effect, before you approve.',
  ),
  'mitigation-shared': entry(
    'The undo of a mitigation ends what another open mitigation asks for, too.',
    'Apply it only if that may end as well.',
  ),
  'undo-quarantined': entry(
    'The undo returns production to a commit that was rolled back.',
    'Bring production forward with "rewind recover" instead.',
  ),
  'undo-incomplete': entry('The undo does not bring something back.', 'Bring it back by hand, if that is possible.'),
  'quarantine-status-not-written': entry(
    'GitHub does not show that a commit is held back, or that it is free again.',
    'Grant the job "statuses: write", and write the status by hand.',
  ),
  'pull-comment-not-written': entry(
    'A pull request that was rolled back, or is live again, has no comment that says so.',
    'Grant the job "pull-requests: write" or "issues: write".',
  ),
  // snapshots and their store
  'deploy-without-snapshot': entry(
    'No snapshot was taken before the deploy, or before the first one.',
    'Let the deploy job need the snapshot job.',
  ),
  'not-rehearsed': entry(
    'The snapshot of the resource exists, but it was not restored anywhere and its rows were not read.',
    'Rehearse a restore by hand once, in a project of its own.',
  ),
  'payload-differs': entry(
    'A sealed payload does not match the manifest.',
    'Take a new snapshot; do not use this one.',
  ),
  'snapshots-unsigned': entry(
    'Anyone with write access to the store can forge a snapshot.',
    'Create a key with "minisign -G -W" and add sign.keys.',
  ),
  'store-check-incomplete': entry('A setting of the bucket could not be read.', 'Grant the permission in the message.'),
  'store-low-space': entry('The disk of the store is almost full.', 'Free space, or move the store.'),
  'store-not-encrypted': entry('The bucket has no encryption at rest.', 'Set default encryption or store.kms-key.'),
  'store-branch-open': entry(
    'Everybody with write access can create a branch of this pattern, so no snapshot of one is believed.',
    'Add a ruleset that restricts creations and requires a pull request.',
  ),
  'store-not-versioned': entry('The bucket keeps no versions.', 'Enable versioning.'),
  'store-objects-expire': entry(
    'A lifecycle rule deletes or archives objects of snapshots that are still listed.',
    'Take the prefix of the store out of the rule.',
  ),
  'store-object-lock-off': entry(
    'The bucket has no object lock.',
    'Use a bucket with one, or remove store.object-lock.',
  ),
  'store-permissions': entry('Other users of the machine can read the store.', 'Run chmod 700 on it.'),
  'store-public': entry('Anyone can read the manifests.', 'Use a private bucket or a private repository.'),
  'store-public-access-possible': entry('The bucket can be made public.', 'Complete its public access block.'),
  'store-fingerprints-unkeyed': entry(
    'Readers of the repository can guess at fingerprints.',
    'Set REWIND_FINGERPRINT_KEY.',
  ),
  'store-public-fingerprints': entry('Anyone can guess at fingerprints.', 'Set REWIND_FINGERPRINT_KEY.'),
  'store-unfinished-uploads': entry('Crashed runs left unfinished uploads.', 'Add a lifecycle rule that aborts them.'),
  'store-unusable': entry('The store cannot be read or written.', 'Repair what the message names.'),
  'store-versions-kept-forever': entry('Old versions are never removed.', 'Add NoncurrentVersionExpiration.'),
} as const;

export type FindingCode = keyof typeof FINDING_CODES | ProviderFindingCode | ErrorCode;

function entry(meaning: string, remedy?: string): { readonly meaning: string; readonly remedy?: string } {
  return remedy === undefined ? { meaning } : { meaning, remedy };
}
