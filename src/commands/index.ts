// Written by "npm run generate" from the files of this folder: to add a command, add a file and run it.
import type { CommandList } from '../cli/command.js';

/** A command is loaded when it is called. */
export const COMMAND_LIST: CommandList = {
  commands: {
    check: {
      summary: 'Look for problems that would stop a rollback. Changes nothing and reports all problems together.',
      load: async () => (await import('./check/index.js')).default,
    },
    decide: {
      summary:
        'Show what is broken and since when, what changed, and what can be done, each with time, risk and command. Changes nothing.',
      load: async () => (await import('./decide/index.js')).default,
    },
    drill: {
      summary: 'Rehearse a rollback beside production: restore a snapshot, check it, measure RTO and RPO.',
      load: async () => (await import('./drill/index.js')).default,
    },
    guard: {
      summary:
        'Decide whether a deploy may go to production. Blocks it while a rollback pins production or holds back the commit, and outside of the deploy window.',
      load: async () => (await import('./guard.js')).default,
    },
    hotfix: {
      summary:
        'Open a branch and a draft pull request for a fix, from the last good commit. Changes no existing branch.',
      load: async () => (await import('./hotfix/index.js')).default,
    },
    incident: {
      summary: 'Read and write the record of an incident: what happened, and what is not yet normal.',
      load: async () => (await import('./incident/index.js')).default,
    },
    init: {
      summary: 'Set up a repository: find what it deploys, make keys, write the configuration and the workflows.',
      load: async () => (await import('./init/index.js')).default,
    },
    list: {
      summary: 'List the snapshots of the environment, newest first.',
      load: async () => (await import('./list.js')).default,
    },
    loss: {
      summary: 'Count the rows that a restore of the snapshot would lose, table by table. Changes nothing.',
      load: async () => (await import('./loss.js')).default,
    },
    maintenance: {
      summary: 'Prepare maintenance: build the deployment that shows the maintenance page. Production stays as it is.',
      load: async () => (await import('./maintenance.js')).default,
    },
    mark: {
      summary: 'Mark a snapshot as good: retention keeps it, and "--snapshot good" chooses it.',
      load: async () => (await import('./mark.js')).default,
    },
    migrate: {
      summary: 'Run Prisma down migrations, or generate the down.sql of the newest migration.',
      load: async () => (await import('./migrate.js')).default,
    },
    mitigate: {
      summary:
        'Plan a reversible measure that eases an incident: flags off, maintenance, more capacity. With a time limit.',
      load: async () => (await import('./mitigate/index.js')).default,
    },
    monitor: {
      summary: 'Watch a deployment with the configured probes, and say whether it is bad.',
      load: async () => (await import('./monitor/index.js')).default,
    },
    notify: {
      summary: 'Notify the configured channels of an incident: each phase once, from its record.',
      load: async () => (await import('./notify.js')).default,
    },
    plan: {
      summary: 'Plan a rollback: list the changes that would return production to the snapshot. Changes nothing.',
      load: async () => (await import('./plan.js')).default,
    },
    postmortem: {
      summary:
        'Write the post-mortem of an incident from its record, as a file, an issue with sub-issues, or a pull request.',
      load: async () => (await import('./postmortem/index.js')).default,
    },
    promote: {
      summary: 'Promote a build that was left staged, and wait until every domain serves it.',
      load: async () => (await import('./promote.js')).default,
    },
    readiness: {
      summary: 'Check a pull request: can what it deploys be rolled back? Needs no secret.',
      load: async () => (await import('./readiness/index.js')).default,
    },
    record: {
      summary: 'Record a rollback in GitHub: update the Deployments page and comment in the incident issue.',
      load: async () => (await import('./record.js')).default,
    },
    recover: {
      summary:
        'Show what is not yet normal after a rollback, and plan the way forward: the fix, and the changes that were undone.',
      load: async () => (await import('./recover/index.js')).default,
    },
    replay: {
      summary: 'Send Stripe events again that a restore took back: first a plan, then, by its digest, the events.',
      load: async () => (await import('./replay/index.js')).default,
    },
    rollback: {
      summary: 'Apply an approved plan, then compare production with the snapshot.',
      load: async () => (await import('./rollback/index.js')).default,
    },
    runbook: {
      summary: "Write the team's runbook from the configuration and the workflows, or check that it is current.",
      load: async () => (await import('./runbook/index.js')).default,
    },
    salvage: {
      summary:
        'Carry rows over from the database that a restore or an undo kept: first a plan, then, by its digest, the rows.',
      load: async () => (await import('./salvage/index.js')).default,
    },
    show: {
      summary: 'Show one snapshot: its origin and its content.',
      load: async () => (await import('./show.js')).default,
    },
    snapshot: {
      summary: 'Take a snapshot: capture every resource, seal it, and read it back.',
      load: async () => (await import('./snapshot/index.js')).default,
    },
    undo: {
      summary: 'Plan the undo of a rollback, data included: production as it was before. Changes nothing.',
      load: async () => (await import('./undo/index.js')).default,
    },
    unfence: {
      summary: 'Open a database that an interrupted rollback left closed. Needs no plan.',
      load: async () => (await import('./unfence.js')).default,
    },
    verify: {
      summary: 'Verify that the snapshot is sound and that production equals it. Changes nothing.',
      load: async () => (await import('./verify.js')).default,
    },
    windows: {
      summary: 'Show whether deploys are allowed now, and suggest hours with little traffic. Changes nothing.',
      load: async () => (await import('./windows.js')).default,
    },
  },
  actionDefaults: {
    config: '.github/rewind.yml',
    scope: '',
    action: '',
    after: '',
    approval: 'reviewed',
    attempt: '',
    base: 'origin/main',
    'changed-by-deploy': 'false',
    check: 'false',
    cloudfront: '',
    'comment-pulls': 'false',
    commit: '',
    'confirm-data-loss': '',
    contact: '',
    database: '',
    deletions: 'false',
    deployment: '',
    digest: '',
    distribution: '',
    'drop-database': '',
    'dry-run': 'false',
    'edge-config': '',
    environment: '',
    'exit-code': 'false',
    fault: '',
    file: '',
    'first-snapshot': 'false',
    'flag-steps': '',
    flags: '',
    force: 'false',
    from: '',
    'game-day': 'false',
    'gate-command': '',
    head: '',
    incident: '',
    'include-later-changes': '',
    'install-client': 'true',
    issue: 'false',
    keys: '',
    launchdarkly: '',
    'lift-environment': '',
    'lift-expired': 'false',
    minutes: '',
    name: 'good',
    obligation: '',
    'on-mitigate': 'recommend',
    'on-roll-back': 'recommend',
    out: '.rewind',
    output: '',
    'override-freeze': '',
    page: '',
    plan: '.rewind/plan.json',
    'plan-environment': '',
    preview: 'false',
    print: 'false',
    public: 'false',
    pull: 'false',
    random: 'false',
    reason: '',
    region: '',
    remove: 'false',
    repository: '',
    requests: '',
    restorable: 'false',
    seed: '',
    'set-secrets': 'false',
    severity: '',
    snapshot: 'latest',
    status: 'false',
    store: '',
    tags: '',
    text: '',
    title: '',
    to: '',
    'typed-digest': '',
    unleash: '',
    url: '',
    vercel: '',
    without: '',
    workflows: '',
    yes: 'false',
  },
};
