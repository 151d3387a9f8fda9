import { entry, type CatalogueEntry } from './entry.js';

/** Plans, approvals, rollbacks and incidents. */
export const ROLLBACK_ERRORS = {
  'plan-unreadable': entry(
    2,
    'The plan file cannot be read, or another version of Rewind wrote it.',
    'Run "rewind plan" again and pass its file.',
  ),
  'journal-unreadable': entry(
    1,
    'The journal of a rollback in the store is damaged, or another version of Rewind wrote it.',
    'Use the version of Rewind that began this rollback, or bring the file back from a backup of the store. Otherwise move the file out of the store, and make a new plan: "rewind list" shows the snapshot that was taken before the rollback.',
  ),
  'plan-mismatch': entry(
    2,
    'The plan does not match the approved one or the command: its digest, snapshot, scope, database mode or environment differs, or a resource that it changes is no longer configured, or is configured otherwise.',
    'Run "rewind plan" again and get that plan approved.',
  ),
  'plan-drift': entry(
    1,
    'Production changed after the plan was made. This run changed nothing.',
    'Read the new plan and get it approved.',
  ),
  'environment-locked': entry(
    1,
    'Another run of Rewind is changing this environment. This run began no further change.',
    'Wait until the named run ends, then make a new plan.',
  ),
  'approval-missing': entry(
    2,
    'A rollback needs the digest of an approved plan.',
    'Run "rewind plan", read the plan, then pass --digest.',
  ),
  'environment-missing': entry(
    2,
    'The approval environment does not exist. A job that names it would create it without protection.',
    'Create the environment in the settings of the repository and add required reviewers.',
  ),
  'environment-unprotected': entry(
    2,
    'The approval environment has no required reviewers, or any branch may use the environment of the lift.',
    'Add required reviewers, or limit the environment to the default branch, in the settings of the repository.',
  ),
  'environment-mismatch': entry(
    2,
    'The workflow and the configuration name different environments.',
    'Use the same name in rewind.yml and in the calling workflow.',
  ),
  'approval-self': entry(
    2,
    'The person who started the rollback is the only one who approved it.',
    'Let another reviewer approve a new run. Enable "Prevent self-review" on the environment. If one person must suffice, set "self-approval: allow".',
  ),
  'approval-stale': entry(
    2,
    'The approval was given to an earlier attempt of this run. Nothing was changed.',
    'Start a new run of the workflow ("Run workflow") and let a reviewer approve it. Or let a reviewer approve this attempt with the first 12 digits of the digest in the comment.',
  ),
  'commit-quarantined': entry(
    2,
    'The commit of the deployment was rolled back, and nobody lifted the quarantine.',
    'Deploy a fix and name it with --deployment. Or lift the quarantine with a reason: "rewind incident discharge".',
  ),
  'drop-too-early': entry(
    2,
    'The database that a restore kept is not old enough to be dropped.',
    'Wait until the date. Until then, "rewind salvage" and "rewind undo" can use it. The limit is recovery.keep-days in the configuration.',
  ),
  'drop-unproven': entry(
    2,
    'A record names the kept database, the configuration leads to no kept database of this name, and nothing proves that it is gone.',
    'Set the URL from before the rollback, and run the same command again. If the database is gone, write it with "rewind incident discharge".',
  ),
  'plan-expired': entry(
    2,
    'The approved plan is too old, or its time is in the future: production may have changed since then.',
    'Start a new run of the workflow, and get the new plan approved. The limit is plan-hours in the configuration.',
  ),
  'expedited-closed': entry(
    2,
    'This plan does not qualify for an expedited rollback.',
    'Start the rollback again. Rewind makes a new plan and asks for a review.',
  ),
  'production-pinned': entry(
    1,
    'A rollback pinned production: a deploy would override the rollback.',
    'Deploy the fix (it stays staged), check it, then: "rewind recover --deployment latest".',
  ),
  'git-history-missing': entry(
    2,
    'The checkout does not contain the commits to compare.',
    'Check out with "fetch-depth: 0". On a command line, fetch the base or name another one with --base.',
  ),
  'data-loss-unconfirmed': entry(
    2,
    'The plan would lose data that was written after the snapshot, and this loss is not confirmed.',
    'Type the names of the databases: --confirm-data-loss NAME,NAME.',
  ),
  'preflight-failed': entry(
    1,
    'A check before the first change failed. Nothing was changed.',
    'Fix every listed problem and run again.',
  ),
  'apply-failed': entry(
    1,
    'A change failed. The report lists what was done and what was not.',
    'Fix the cause and run the same rollback again: it skips the changes that are done.',
  ),
  'verify-differs': entry(
    1,
    'After the rollback, production still differs from the snapshot.',
    'Run "rewind plan" to see what remains.',
  ),
  cancelled: entry(
    1,
    'The run was cancelled or timed out.',
    'Run the same command again. A rollback continues where it stopped.',
  ),
  'mitigation-unknown': entry(
    2,
    'The configuration has no such mitigation, or no resource has what it names.',
    'Run "rewind mitigate" to see which ones there are.',
  ),
  'mitigation-impossible': entry(
    2,
    'A resource does not support the measure of the mitigation.',
    'Name other resources in the mitigation. The pages of the providers say which measures they support.',
  ),
  'mitigation-overtaken': entry(
    1,
    'Somebody changed what the mitigation changed. Rewind does not lift it without a person.',
    'Plan the way back with "rewind undo", read the plan, and get it approved. Or discharge the obligation with a reason.',
  ),
  'mitigation-unproven': entry(
    1,
    'What the lift of a mitigation needs is not proven. Rewind does not lift it without a person.',
    'Plan the way back with "rewind undo", read the plan, and get it approved. For the next one, set sign.approval-keys, and REWIND_APPROVAL_KEY in the approved job.',
  ),
  'incident-not-found': entry(2, 'There is no such incident.', 'Run "rewind incident list" and use one of its ids.'),
  'incident-corrupt': entry(
    1,
    'The record of an incident was changed, or a part of it is missing.',
    'Run "rewind incident verify" to see which entry. Find out who wrote to the store. Bring the record back from a backup of the store, or move its folder out of the store after you have read it.',
  ),
  'incident-open': entry(
    2,
    'The incident cannot be closed: something is still to be undone or finished.',
    'Discharge each listed obligation with its command. If one no longer applies: "rewind incident discharge --obligation ID --reason TEXT".',
  ),
} as const satisfies Record<string, CatalogueEntry>;
