import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { DrillRecord } from '../../src/engine/drill-record.js';
import type { Plan, PlannedChange } from '../../src/engine/plan.js';
import { chain, type Entry, type Unchained } from '../../src/incident/entry.js';
import { statusOf } from '../../src/incident/status.js';
import { issueBody } from '../../src/channels/adapters/github-issue.js';
import { messagesOf } from '../../src/channels/message.js';
import { adviseDatabases, type Advice } from '../../src/engine/database-advice.js';
import * as advice from '../../src/report/advice.js';
import * as areas from '../../src/report/areas.js';
import * as approver from '../../src/report/approver.js';
import * as deployFlags from '../../src/report/deploy-flags.js';
import * as takenBack from '../../src/report/taken-back.js';
import * as decision from '../../src/report/decision.js';
import * as decisionOptions from '../../src/report/decision-options.js';
import * as decisionSuspects from '../../src/report/decision-suspects.js';
import * as drill from '../../src/report/drill.js';
import * as gameDay from '../../src/report/game-day.js';
import * as findings from '../../src/report/findings.js';
import * as hotfix from '../../src/report/hotfix.js';
import * as html from '../../src/report/html/page.js';
import * as incident from '../../src/report/incident.js';
import * as mitigations from '../../src/report/mitigations.js';
import * as notify from '../../src/report/notify.js';
import * as outcome from '../../src/report/outcome.js';
import * as owners from '../../src/report/owners.js';
import * as planAgain from '../../src/report/plan-again.js';
import * as planMarkdown from '../../src/report/plan-markdown.js';
import * as planText from '../../src/report/plan-text.js';
import * as postmortemFacts from '../../src/report/postmortem-facts.js';
import * as postmortem from '../../src/report/postmortem.js';
import * as readiness from '../../src/report/readiness.js';
import * as resultFile from '../../src/report/result-file.js';
import * as risk from '../../src/report/risk.js';
import * as rollbackReport from '../../src/report/rollback-report.js';
import * as recovery from '../../src/report/recovery.js';
import * as replayText from '../../src/report/replay-text.js';
import type { RunbookFacts } from '../../src/report/runbook/facts.js';
import * as runbook from '../../src/report/runbook/index.js';
import * as salvageText from '../../src/report/salvage-text.js';
import * as snapshotContent from '../../src/report/snapshot-content.js';
import * as snapshots from '../../src/report/snapshots.js';
import * as timeline from '../../src/report/timeline.js';
import * as verdict from '../../src/report/verdict.js';
import * as markdown from '../../src/runtime/markdown.js';
import { runnerLines } from '../../src/cli/runner-lines.js';
import { shellWord } from '../../src/runtime/shell-word.js';
import { explain, RewindError } from '../../src/runtime/errors.js';
import { demoFacts } from '../support/example-runbook.js';
import { carriedOut, HOSTILE, htmlFaults, markdownFaults, terminalFaults } from '../support/hostile.js';

/** Every renderer of src/report with a hostile text in each place that holds text from outside. */
const MODULES: Record<string, Record<string, unknown>> = {
  'advice.ts': advice,
  'approver.ts': approver,
  'areas.ts': areas,
  'decision.ts': decision,
  'decision-options.ts': decisionOptions,
  'decision-suspects.ts': decisionSuspects,
  'deploy-flags.ts': deployFlags,
  'taken-back.ts': takenBack,
  'drill.ts': drill,
  'game-day.ts': gameDay,
  'findings.ts': findings,
  'hotfix.ts': hotfix,
  'incident.ts': incident,
  'mitigations.ts': mitigations,
  'notify.ts': notify,
  'outcome.ts': outcome,
  'owners.ts': owners,
  'plan-again.ts': planAgain,
  'plan-markdown.ts': planMarkdown,
  'plan-text.ts': planText,
  'postmortem-facts.ts': postmortemFacts,
  'postmortem.ts': postmortem,
  'readiness.ts': readiness,
  'recovery.ts': recovery,
  'replay-text.ts': replayText,
  'result-file.ts': resultFile,
  'risk.ts': risk,
  'rollback-report.ts': rollbackReport,
  runbook,
  'salvage-text.ts': salvageText,
  'snapshot-content.ts': snapshotContent,
  'snapshots.ts': snapshots,
  'timeline.ts': timeline,
  'verdict.ts': verdict,
};
/** The page as a whole is in the table, with each of its parts. */
const PARTS_OF_PAGE = 'html';

const change = (text: string): PlannedChange => ({
  resource: 'env',
  provider: 'vercel-env',
  id: text,
  stage: 'configuration',
  action: 'update',
  target: text,
  origin: 'both',
  authors: { deploy: text, later: text },
  before: text,
  after: text,
  effect: 'live',
  closes: text,
  undo: text,
  database: 'restore',
  manual: text,
  dataAtRisk: [{ what: text, rows: 3, note: text }],
  confirm: text,
  warnings: [text],
  params: {},
});

const plan = (text: string): Plan => ({
  kind: 'rewind-plan',
  schemaVersion: 1,
  createdAt: '2026-11-26T00:00:00.000Z',
  program: 'p',
  environment: text,
  snapshot: '20261126T000000Z-abcdef',
  snapshotDigest: 'd',
  database: 'restore',
  scope: null,
  undoes: null,
  changes: [change(text)],
  manual: [change(text)],
  release: null,
  includeLater: [],
  later: [],
  notSelected: [change(text)],
  digest: 'd'.repeat(64),
});

const prepared = (text: string) => ({
  id: text,
  resources: [text],
  minutes: 60,
  kind: 'flags-off' as const,
  flags: [text],
  tags: [text],
  command: text,
});

const finding = (text: string) => ({
  level: 'error' as const,
  code: 'database-permission' as const,
  resource: text,
  message: text,
  remedy: text,
  file: text,
  line: 1,
});

const drilled = (text: string): drill.DrillFacts => {
  const record: DrillRecord = {
    ...{ version: 1, id: '20261126T000000Z-abcdef', environment: text, kind: 'drill', run: text, scope: [text] },
    ...{ startedAt: '2026-11-26T00:00:00.000Z', endedAt: '2026-11-26T00:01:00.000Z', rtoMs: 1, waitMs: null, rpoMs: 1 },
    ...{ snapshot: { id: text, takenAt: '2026-11-26T00:00:00.000Z' }, outcome: 'failed', verdict: 'failed' },
    ...{ phases: [{ name: text, ms: 1 }], rowsSince: 1, targets: { rtoMinutes: 1, rpoMinutes: null }, missed: ['rto'] },
    checks: [{ resource: text, id: text, outcome: 'failed', codes: [text] }],
  };
  const check = { resource: text, id: text, title: text, outcome: 'failed' as const, findings: [finding(text)] };
  return { record, checks: [check], earlier: [record], notes: [`Note: ${text}`] };
};

/** Paths, names and texts that a configuration and workflows may hold. */
async function runbookFacts(text: string): Promise<RunbookFacts> {
  const facts = await demoFacts();
  const person = { name: text, role: text, reach: text };
  return {
    ...facts,
    configFile: text,
    config: { ...facts.config, environment: text, contacts: [person] },
    callers: facts.callers.map((caller) => ({ ...caller, name: text })),
  };
}

const named = (text: string): deployFlags.ShownDeployFlags => ({
  named: [{ key: text, pulls: [{ number: 1, title: text, url: text, author: text, flags: [text] }] }],
  missing: null,
  live: new Map([[text, true]]),
});
const unnamed = (text: string): deployFlags.ShownDeployFlags => ({ named: [], missing: text, live: null });

const clock = { now: () => new Date(0), monotonic: () => 0, sleep: async () => undefined };
const manifest = (text: string) => ({
  id: '20261126T000000Z-abcdef',
  createdAt: '2026-11-26T00:00:00.000Z',
  commit: 'c'.repeat(40),
  reason: 'manual' as const,
  actor: text,
  event: text,
  run: text,
});

/** What a service answers to a probe stands in its samples. */
function watched(text: string): areas.WatchedAreas {
  const probe = { id: 'home', kind: 'check', area: 'content', critical: true } as const;
  const series = {
    probe,
    samples: [{ kind: 'check', at: 1, ok: false, error: text }] as const,
    errors: [{ at: 1, reason: 'provider', message: text }] as const,
  };
  return {
    minutes: 5,
    unwatched: text,
    areas: [{ area: 'content', state: 'inconclusive', probes: ['home'], decisive: null, doubts: ['no-watch'] }],
    series: [{ before: null, during: series as never, after: series as never }],
  };
}

const shown = (text: string): verdict.ShownVerdict => ({
  verdict: { level: 'inconclusive', at: 1, doubts: [], suspect: null, criteria: [], probes: [] },
  series: watched(text).series.map(({ after }) => after),
  deployment: text,
  elapsedMs: 1000,
  next: [text],
});

function facts(text: string): outcome.RollbackFacts {
  const steps = new timeline.Timeline(clock);
  steps.add(text, 0, 1000);
  const error = new RewindError('api-rejected', text, { resource: 'env', remedy: text, problems: [text] });
  const remainder = { resource: text, reason: 'changed' as const, detail: text };
  return {
    ok: false,
    cancelled: false,
    manifest: manifest(text) as never,
    approved: plan(text),
    outcomes: [
      { change: change(text), status: 'failed', error, durationMs: 1 },
      { change: { ...change(text), resource: 'flags' }, status: 'not-begun', durationMs: 0 },
    ],
    earlier: [{ ...change(text), resource: 'hooks', dataAtRisk: [{ what: text, rows: 1, note: text }] }],
    live: {
      plan: plan(text),
      failures: [error],
      blind: [{ resource: 'env', what: text }],
      covered: [],
      hazards: [],
      flags: null,
      flagsOn: [],
      described: new Map(),
    },
    claim: {
      verdict: 'differs',
      sentence: text,
      equal: [],
      compared: [],
      differs: [remainder],
      notCompared: [remainder],
    },
    written: [{ what: text, rows: 2 }],
    meanwhile: [{ resource: 'web', expected: text, replaced: text, undoReturns: false }],
    unrecorded: text,
    manual: [change(text)],
    undo: 'rewind undo 0123456789ab',
    command: (words) => ['rewind', ...words, '--config', 'ops.yml'].map(shellWord).join(' '),
    before: '20261126T000001Z-abcdef',
    kept: [{ resource: 'db', what: text, since: '2026-11-26T00:00:02.000Z', drop: text, name: text }],
    timeline: steps,
    tookMs: 1000,
    watched: watched(text),
    told: {
      incident: text,
      attempts: [{ channel: 'team', phase: 'opened', outcome: 'not-sent', error }],
      hindrance: error,
      way: ['rewind', 'notify', text, '--config', 'ops.yml'].map(shellWord).join(' '),
    },
    reason: text,
    approval: { requestedBy: text, kind: 'reviewed', approvedBy: [text], skipped: text, url: null, attempt: null },
  };
}

function longTimeline(text: string): timeline.Timeline {
  const steps = new timeline.Timeline(clock);
  for (let step = 0; step < 2_500; step += 1) steps.add(step === 0 ? text : 'a step of the plan', step, step + 1);
  return steps;
}

const row = (text: string): snapshots.SnapshotRow => ({
  id: '20261126T000000Z-abcdef',
  names: ['latest'],
  chosen: true,
  problem: text,
  facts: {
    createdAt: '2026-11-26T00:00:00.000Z',
    ageMs: 1,
    reason: 'manual',
    commit: null,
    production: text,
    subject: text,
    coverage: { held: [text], missing: [text], unknown: [text] },
    bytes: 1,
    mitigated: [text],
    signature: text,
  },
});

const replay = (text: string): Parameters<typeof replayText.replayText>[0] => ({
  kind: 'rewind-replay',
  schemaVersion: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  environment: text,
  resource: text,
  snapshot: text,
  named: false,
  digest: text,
  facts: {
    from: '2026-01-01T00:00:00.000Z',
    until: '2026-01-01T00:00:00.000Z',
    events: [{ id: text, type: text, created: '2026-01-01T00:00:00.000Z', targets: [0] }],
    targets: [{ id: text, address: text }],
    skipped: [{ address: text, reason: text, remedy: text }],
    warnings: [text],
  },
});

const salvage = (text: string): Parameters<typeof salvageText.salvageText>[0] =>
  ({
    kept: { name: text } as never,
    database: text,
    snapshot: '20261126T000000Z-abcdef',
    deletions: true,
    tables: [{ table: text, insert: 1, update: 1, delete: 1, conflicts: { [text]: 1 }, notes: [text] } as never],
    skipped: [{ table: text, reason: text, rows: 1 } as never],
    sequences: [text],
    warnings: [text],
  }) as never;

const described = (text: string) => ({
  deployment: text,
  commit: text,
  rebuildOf: text,
  content: text,
  migrations: [text],
  tables: new Map([[text, 1]]),
});

function advised(text: string): Advice {
  const losing = change(text);
  delete losing.manual;
  return adviseDatabases('none', [
    {
      name: text,
      resources: [text],
      hazards: [{ kind: 'gone', text }],
      modes: ['down', 'restore'],
      changes: [losing, change(text), { ...change(text), database: 'down' }],
      obstacles: { down: [text] },
      backupMs: 1,
    },
  ]);
}

/** An incident with an entry of each kind that holds words of people or of services. */
function record(text: string): Entry[] {
  const head = {
    incident: '20261126T000000Z-abcdef',
    environment: 'production',
    at: '2026-11-26T00:00:00.000Z',
    by: text,
    run: null,
    key: null,
  };
  const obligation = {
    id: text,
    kind: 'changes-undone' as const,
    what: text,
    resource: text,
    items: [text],
    rollback: 'a'.repeat(64),
    discharge: text,
  };
  const digest = 'a'.repeat(64);
  const contents: Pick<Unchained, 'kind' | 'data'>[] = [
    { kind: 'opened', data: { title: text, severity: null } },
    { kind: 'note', data: { text } },
    { kind: 'approved', data: { digest, how: text, by: [text] } },
    { kind: 'obligation', data: obligation },
    { kind: 'obligation', data: { ...obligation, id: 'other' } },
    { kind: 'discharged', data: { id: 'other', how: text } },
    { kind: 'mitigated', data: { digest, ok: true, title: text } },
    { kind: 'told', data: { message: text, channel: text, phase: 'opened', step: 'intent', ref: text } },
    { kind: 'verified', data: { digest, ok: true, statement: text } },
    { kind: 'observed', data: { digest, minutes: 5, areas: [{ area: text, state: 'recovered', probes: [text] }] } },
    { kind: 'closed', data: { reason: text } },
  ];
  return contents.reduce<Entry[]>((all, one) => [...all, chain({ ...head, ...one } as Unchained, all.at(-1))], []);
}

const told = (text: string): notify.ShownMessage[] =>
  messagesOf(record(text), { id: 'ops', audience: 'internal', severities: ['critical'] }).map((message) => ({
    ...{ channel: 'ops', adapter: 'slack', message, state: 'due' },
  }));

const recovering = (text: string): recovery.ShownStatus => ({
  environment: text,
  place: text,
  incidents: [text],
  obligations: [
    {
      id: text,
      what: text,
      since: '2026-11-26T00:00:02.000Z',
      discharge: text,
      incident: text,
      reading: { state: 'holds', why: text },
    },
  ],
  unrecorded: [{ resource: text, why: text }],
  unread: [{ what: text, why: text }],
  waiting: true,
  command: (words) => words.join(' '),
});

const deciding = (text: string): decision.ShownDecision => ({
  environment: text,
  broken: {
    incident: { id: text, title: text },
    level: 'roll-back',
    since: '2026-11-26T00:00:02.000Z',
    deployment: text,
    suspect: 'shared',
    restoredAt: null,
    evidence: [
      {
        ...{ at: '2026-11-26T00:00:02.000Z', level: 'roll-back', criterion: text, probe: text, rule: text },
        ...{ bad: 1, total: 2, normal: 0.1, evidence: 1, threshold: 2 },
      },
    ],
  },
  suspects: {
    snapshot: { id: text, at: '2026-11-26T00:00:00.000Z' },
    release: text,
    production: `other ${text.slice(1)}`,
    code: [
      {
        ...{ base: text, head: text, url: text, total: 9 },
        commits: [{ sha: text, subject: text, author: text, url: text }],
        pulls: [{ number: 1, title: text, author: text, url: text, flags: [text] }],
      },
    ],
    resources: [{ resource: text, title: text, changes: [change(text), { ...change(text), database: 'down' }] }],
    data: [{ ...change(text), database: 'restore' }],
    hazards: [text],
    unread: [text],
    later: [change(text)],
  },
  flags: named(text),
  options: [
    {
      ...{ kind: 'code', title: text, refused: [text], recommended: [text], risks: [text], rows: 3, time: null },
      ...{ losses: [{ what: text, rows: 3, note: text }], backupMs: 1, plan: null },
      ...{ command: text, inputs: { reason: text }, page: text, mitigation: text },
    },
  ],
  missing: [text],
});

type Kind = 'text' | 'markdown' | 'html';
/** A renderer that makes a part of a line, or only numbers, stands with the reason why it needs no case. */
const OUTLETS: Record<string, [Kind, (text: string) => string | Promise<string>] | string> = {
  areasText: 'lines of rollbackReport',
  areasMarkdown: ['markdown', (text) => areas.areasMarkdown(watched(text))],
  areasClause: 'takes only names of areas',
  statesText: 'takes only names of areas',
  notRecovered: 'a selection',
  whyOf: 'a part of a line of areasText and areasMarkdown',
  statusOf: 'a word of ours',
  planAgain: 'words of a command of rollbackReport',
  verdictOf: 'a word of ours',
  headlineOf: 'a sentence of ours',
  verdictLine: 'a sentence of ours with names of probes',
  decisiveOf: 'a part of verdictLine',
  highestOf: 'a selection',
  measureText: 'only numbers',
  chartOf: 'only bars',
  slowestOf: 'a number',
  cellsOf: 'a selection',
  isBad: 'a fact',
  seriesText: 'only numbers',
  figuresOf: 'only numbers',
  quantile: 'a number',
  wordsOf: 'words of ours',
  writtenText: 'a part of rollbackReport',
  tookOf: 'a figure',
  notEqualRows: 'cells of rollbackReport and of the page',
  lastFailure: 'a part of a line of verdictText and areasText',
  verdictText: ['text', (text) => verdict.verdictText(shown(text))],
  verdictMarkdown: ['markdown', (text) => verdict.verdictMarkdown(shown(text))],
  approverMarkdown: [
    'markdown',
    (text) =>
      approver.approverMarkdown({
        manifest: manifest(text),
        trust: { kind: 'unsigned', reason: text } as never,
        decision: { approval: 'reviewed', closed: [text] } as never,
        fast: { environment: text, minutes: 5 },
        requestedBy: text,
        reason: text,
        cautions: [finding(text)],
        contacts: [],
      }),
  ],
  peopleMarkdown: [
    'markdown',
    (text) => approver.peopleMarkdown(plan(text), { contacts: [{ name: text, role: text, reach: text }] }),
  ],
  decisionHeadline: 'a line of decisionText',
  decisionText: ['text', (text) => decision.decisionText(deciding(text), new Date())],
  decisionMarkdown: ['markdown', (text) => decision.decisionMarkdown(deciding(text), new Date())],
  suspectLines: 'lines of decisionText',
  optionLines: 'lines of decisionText',
  suspectMarkdown: 'a part of decisionMarkdown',
  optionMarkdown: 'a part of decisionMarkdown',
  lineOf: ['markdown', (text) => markdown.lineOf(text)],
  ruleText: 'a part of a line of decisionText',
  findingsText: ['text', (text) => findings.findingsText([{ ...finding(text), resource: 'db' }])],
  findingsMarkdown: ['markdown', (text) => findings.findingsMarkdown([finding(text)])],
  htmlReport: [
    'html',
    (text) => {
      const links = [{ words: text, url: text }];
      const page = {
        entries: record(text),
        contacts: [{ name: text, role: text, reach: text }],
        links,
        unsigned: text,
      };
      return html.htmlReport(facts(text), rollbackReport.rollbackReport(facts(text)), page);
    },
  ],
  table: ['markdown', (text) => markdown.table([text], [[text]])],
  details: 'takes words and Markdown of our own',
  foldedTable: ['markdown', (text) => markdown.foldedTable([text], [[text], [text]], 1)],
  originLine: 'a line of planText and planMarkdown',
  mitigationOf: 'a line of planText and planMarkdown',
  sinceOf: 'a word of ours',
  mitigationsText: ['text', (text) => mitigations.mitigationsText([prepared(text)])],
  mitigationsMarkdown: ['markdown', (text) => mitigations.mitigationsMarkdown([prepared(text)])],
  originNote: 'lines of planText and planMarkdown',
  saysMode: 'no text',
  withDeployments: 'a part of a line of planText and planMarkdown',
  toInclude: 'a part of a line of planText and planMarkdown',
  covered: 'a part of a line of planText and planMarkdown',
  wouldNeed: 'a part of a line of planText and planMarkdown',
  tableOfMarkup: 'takes Markdown of our own',
  incidentLine: 'a part of a line of incidentText',
  moreOf: 'a number',
  incidentText: ['text', (text) => incident.incidentText(statusOf(record(text)), record(text), new Date())],
  incidentMarkdown: ['markdown', (text) => incident.incidentMarkdown(statusOf(record(text)), record(text), new Date())],
  sentenceOf: 'a part of a line of incidentText',
  hotfixTitle: 'the title of a pull request, which is plain text',
  hotfixMarkdown: [
    'markdown',
    (text) =>
      hotfix.hotfixMarkdown({
        ...{ snapshot: text, commit: text, branch: text, base: text },
        incident: { ...statusOf(record(text)), title: text },
      }),
  ],
  ownersMarkdown: ['markdown', (text) => owners.ownersMarkdown(text, [text], [{ name: text, owners: [text] }])],
  factsOf: 'the lines of postmortemMarkdown',
  PARTS: 'our own words',
  postmortemTitle: 'the title of an issue, which is plain text',
  postmortemMarkdown: ['markdown', (text) => postmortem.postmortemMarkdown(record(text))],
  partOf: [
    'markdown',
    (text) => postmortem.PARTS.map((part) => postmortem.partOf(record(text), part).body).join('\n\n'),
  ],
  previewText: ['text', (text) => notify.previewText('', told(text))],
  previewMarkdown: ['markdown', (text) => notify.previewMarkdown('', told(text))],
  attemptLines: 'lines of a text, and of Markdown that `notify` escapes',
  'a message in a GitHub issue': [
    'markdown',
    (text) =>
      told(text)
        .map(({ message }) => issueBody(message))
        .join('\n\n'),
  ],
  escapeHtml: ['html', (text) => markdown.escapeHtml(text)],
  escapeText: ['markdown', (text) => markdown.escapeText(text)],
  codeBlock: ['markdown', (text) => markdown.codeBlock('text', text)],
  codeSpan: ['markdown', (text) => markdown.codeSpan(text)],
  remark: ['markdown', (text) => `Reason:${markdown.remark(text)}\n\n- ${markdown.remark(text, '  ')}`],
  deployFlagsText: [
    'text',
    (text) => deployFlags.deployFlagsText(named(text)) + deployFlags.deployFlagsText(unnamed(text)),
  ],
  deployFlagsLines: 'lines of deployFlagsText and decisionText',
  deployFlagsJson: 'a document for programs',
  deployFlagsMarkdown: [
    'markdown',
    (text) => deployFlags.deployFlagsMarkdown(named(text)) + deployFlags.deployFlagsMarkdown(unnamed(text)),
  ],
  takenBackMarkdown: [
    'markdown',
    (text) => {
      const pull = { number: 1, title: text, url: text, flags: [], author: text };
      const commit = { sha: text, subject: text, author: text, url: text };
      const comparison = { url: text, total: 1, commits: [commit], files: null };
      const release = { resources: [text], base: text, head: text, comparison, pulls: [pull] };
      const page = 'https://github.com/acme/shop';
      return [
        { releases: [release, { ...release, comparison: null }], missing: null },
        { releases: [], missing: text },
      ]
        .map((one) => takenBack.takenBackMarkdown(one, page, 'production'))
        .join('');
    },
  ],
  lasting: 'only a time',
  gameDayTitle: 'only numbers',
  gameDayLines: 'words of a closed list: gameDayRecord refuses a text',
  gameDayText: 'lines of gameDayLines',
  gameDayMarkdown: 'lines of gameDayLines',
  drillTitle: 'a line of drillText',
  notComparedText: 'a part of drillTitle',
  rtoText: 'only numbers',
  recoveryTime: 'only numbers',
  rpoText: 'only numbers',
  rowsText: 'only numbers',
  historyRows: 'cells of drillMarkdown',
  drillText: ['text', (text) => drill.drillText(drilled(text))],
  drillMarkdown: ['markdown', (text) => drill.drillMarkdown(drilled(text))],
  runbookMarkdown: [
    'markdown',
    async (text) =>
      runbook
        .runbookMarkdown(await runbookFacts(text))
        // Quotes and numbered steps of our own.
        .replaceAll(/^(?:> |\d\. )/gm, '- '),
  ],
  planText: ['text', (text) => planText.planText(plan(text), `Notice: ${text}`, advised(text))],
  planMarkdown: ['markdown', (text) => planMarkdown.planMarkdown(plan(text), { notice: text })],
  adviceText: 'lines of planText',
  adviceMarkdown: ['markdown', (text) => advice.adviceMarkdown(advised(text))],
  by: 'a part of a line of planText and of the suspects',
  riskText: 'a part of a line of planText and planMarkdown',
  readinessMarkdown: ['markdown', (text) => readiness.readinessMarkdown(false, text, [finding(text)], [text])],
  recoveryHeadline: 'a line of recoveryText',
  recoveryText: ['text', (text) => recovery.recoveryText(recovering(text), new Date())],
  recoveryMarkdown: ['markdown', (text) => recovery.recoveryMarkdown(recovering(text))],
  rollbackResult: 'a document for programs; `record` renders it',
  rollbackFailure: 'a document for programs; `record` renders it',
  writeResult: 'a document for programs',
  parseResult: 'reads',
  untoldLines: 'lines, escaped in Markdown and put on one line each by `rollbackReport`',
  rollbackReport: ['text', (text) => rollbackReport.rollbackReport(facts(text)).text],
  'rollbackReport.markdown': ['markdown', (text) => rollbackReport.rollbackReport(facts(text)).markdown],
  remainingOf: 'a selection',
  doneOf: 'a selection',
  notComparedOf: 'a selection',
  lossesOf: 'a selection',
  lostText: 'a part of a line of rollbackReport',
  meanwhileText: 'a line of rollbackReport',
  titleOf: 'a line of rollbackReport',
  headingOf: 'the heading of the page',
  toneOf: 'a word of ours',
  redFacts: 'lines of rollbackReport and of the page',
  unrecordedText: 'a line of rollbackReport',
  againText: 'a line of rollbackReport',
  targets: 'a part of redFacts',
  comparedWith: 'words of ours',
  backupStep: 'takes only ids',
  replayText: [
    'text',
    (text) => replayText.replayText(replay(text), { done: 1, begun: false, refused: [], repeated: [] }),
  ],
  replayedText: [
    'text',
    (text) =>
      replayText.replayedText(
        replay(text),
        { done: 0, begun: false, refused: [], repeated: [] },
        { done: 1, begun: false, refused: [{ at: 0, answer: text }], repeated: [0] },
      ),
  ],
  salvageText: ['text', (text) => salvageText.salvageText(salvage(text))],
  salvagedText: [
    'text',
    (text) =>
      salvageText.salvagedText(salvage(text), [
        { table: text, inserted: 1, updated: 0, deleted: 0, present: 0, conflicts: 0, refused: { [text]: 1 } },
      ]),
  ],
  contentText: ['text', (text) => snapshots.wrap(snapshotContent.contentText(described(text)), 2).join('\n')],
  sizeText: 'only numbers',
  snapshotsText: ['text', (text) => snapshots.snapshotsText([row(text)]) + snapshots.snapshotsText([row(text)], true)],
  'snapshotsText of a damaged one': ['text', (text) => snapshots.snapshotsText([{ ...row(text), facts: null }])],
  snapshotsMarkdown: ['markdown', (text) => snapshots.snapshotsMarkdown([row(text), { ...row(text), facts: null }])],
  dateText: 'only a date',
  coverageText: 'a part of a line of snapshotsText and snapshotsMarkdown',
  wrap: 'a part of snapshotsText',
  Timeline: ['markdown', (text) => facts(text).timeline.markdown()],
  'Timeline that is too long for a chart': ['markdown', (text) => longTimeline(text).markdown()],
  'explain (an error)': [
    'text',
    (text) => explain(new RewindError('api-rejected', `Rejected: ${text}`, { remedy: text, problems: [text] })),
  ],
};

test('every renderer is in the table', () => {
  expect(readdirSync('src/report').sort()).toEqual([...Object.keys(MODULES), PARTS_OF_PAGE].sort());
  const functions = [...Object.values(MODULES), markdown].flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) => (typeof value === 'function' ? [name] : [])),
  );
  expect(functions.filter((name) => OUTLETS[name] === undefined)).toEqual([]);
});

const cases = Object.entries(OUTLETS).flatMap(([name, outlet]) =>
  typeof outlet === 'string' ? [] : [{ name, kind: outlet[0], render: outlet[1] }],
);

test.each(cases)('$name: nothing in it is a line, markup or a mention of its own', async ({ kind, render }) => {
  for (const text of HOSTILE) {
    const rendered = await render(text);
    const faults =
      kind === 'markdown'
        ? await markdownFaults(rendered)
        : kind === 'html'
          ? htmlFaults(rendered)
          : // The output replaces control characters and breaks commands, see test/e2e/output.test.ts.
            terminalFaults(rendered).filter((line) => line.startsWith('OWNED'));
    expect({ text: text.slice(0, 80), faults: faults.map((fault) => fault.slice(0, 200)) }).toEqual({
      text: text.slice(0, 80),
      faults: [],
    });
  }
});

test('the report of a rollback prints each command as the session gives it', () => {
  const { text } = rollbackReport.rollbackReport(facts('db_before'));
  const printed = [...text.matchAll(/rewind (?!undo)[a-z].*?(?= --config ops\.yml)/g)].map(([line]) => line);
  expect(printed).toEqual([
    'rewind plan --snapshot 20261126T000000Z-abcdef --scope flags',
    'rewind verify',
    'rewind recover --drop-database db_before',
    `rewind rollback --digest ${'d'.repeat(64)}`,
    'rewind notify db_before',
  ]);
  expect(text.match(/rewind (?!undo)/g)).toHaveLength(printed.length);
});

test('what is written as text is no command, whatever it holds; what is written as a command is one', () => {
  let log = '';
  const lines = runnerLines((text) => (log += text));
  for (const text of HOSTILE) {
    lines.text(text);
    lines.command(() => (log += '::add-mask::OURS\n'));
    lines.text(text);
  }
  lines.command(() => (log += '::error::OURS\n'));
  const carried = carriedOut(log).filter(({ name }) => name !== 'stop-commands');
  expect(new Set(carried.map(({ data }) => data))).toEqual(new Set(['OURS']));
  expect(carried).toHaveLength(HOSTILE.length + 1);
  // The log shows each token, so none is used twice.
  const tokens = [...log.matchAll(/^::stop-commands::(\S+)$/gm)].map(([, token]) => token);
  expect(new Set(tokens.filter((token) => token !== 'OWNED')).size).toBe(HOSTILE.length + 1);
});
