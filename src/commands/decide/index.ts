import { commandLine } from '../../cli/command-line.js';
import { defineCommand } from '../../cli/command.js';
import { FLAGS } from '../../cli/flags.js';
import { mitigationsInEffect } from '../../cli/incident.js';
import type { Session } from '../../cli/session.js';
import type { Option } from '../../engine/option.js';
import { optionsFor } from '../../engine/options.js';
import { decisionMarkdown, decisionText, type Broken, type ShownDecision } from '../../report/decision.js';
import type { ShownOption } from '../../report/decision-options.js';
import { deployFlagsJson } from '../../report/deploy-flags.js';
import { toJson } from '../../runtime/json.js';
import { oneLine } from '../../runtime/text.js';
import { workflowPage } from '../../services/github/workflow-run.js';
import { readBroken } from './broken.js';
import { findDifference } from './suspects.js';

/** Changes nothing, writes no plan, and needs no approval. */
export default defineCommand({
  name: 'decide',
  summary:
    'Show what is broken and since when, what changed, and what can be done, each with time, risk and command. Changes nothing.',
  flags: { snapshot: FLAGS.snapshot, out: FLAGS.out, 'install-client': FLAGS['install-client'] },
  examples: ['decide', 'decide --snapshot previous'],
  notes: [
    'What is broken comes from the verdicts of the open incident, else from the file verdict.json of "monitor" in --out.',
    'Exit status 0 also if a part could not be read: the page says what it leaves out.',
  ],
  outputs: ['incident-id', 'snapshot-id'],
  async run(session) {
    const project = await session.open();
    const { inputs, context } = session;
    const { environment, monitor } = project.config;
    const [known, difference, inEffect] = await Promise.all([
      readBroken(session, project, inputs.out),
      findDifference(session, project, inputs.snapshot),
      mitigationsInEffect(session, project),
    ]);
    const { broken } = known;
    const { suspects } = difference;
    const options = optionsFor({
      ...difference.options,
      level: broken === null || broken.restoredAt === null ? (broken?.level ?? null) : 'healthy',
      suspect: broken?.suspect ?? null,
      past: known.past,
      preferred: monitor.mitigation ?? null,
    });
    const page = (workflow: string): string | null => workflowPage(context.env, workflow);
    const shown: ShownDecision = {
      environment,
      broken,
      suspects,
      flags: difference.flags,
      options: options.map((option) => ({
        ...withCommand(session, option, suspects?.snapshot.id ?? null, reasonOf(broken)),
        page: page(option.mitigation === null ? monitor.workflow : monitor['mitigate-workflow']),
      })),
      missing: [...inEffect, ...difference.missing, ...known.missing],
    };
    const now = context.clock.now();
    const incident = broken?.incident ?? null;
    return {
      exit: 0,
      json: toJson({ ok: true, ...shown, flags: shown.flags && deployFlagsJson(shown.flags) }),
      text: decisionText(shown, now),
      summary: decisionMarkdown(shown, now),
      outputs: {
        ...(incident === null ? {} : { 'incident-id': incident.id }),
        ...(suspects === null ? {} : { 'snapshot-id': suspects.snapshot.id }),
      },
    };
  },
});

/** For the plan, the report and the approver; null: nobody knows it yet. */
function reasonOf(broken: Broken | null): string | null {
  if (broken === null) return null;
  const last = broken.evidence.at(-1);
  const of = broken.incident === null ? '' : ` (incident ${broken.incident.id})`;
  const what = last === undefined ? broken.incident?.title : `${last.level}: ${last.criterion}, probe ${last.probe}`;
  return what === undefined ? null : `${oneLine(what).slice(0, 200)}${of}`;
}

function withCommand(
  { inputs }: Session,
  option: Option,
  snapshot: string | null,
  reason: string | null,
): Omit<ShownOption, 'page'> {
  // Not every command has --out.
  const caller = { inputs: { config: inputs.config } };
  const { plan, kind, refused, mitigation } = option;
  const flags = (values: Readonly<Record<string, string>>): string[] =>
    Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]);
  const because = reason === null ? {} : { reason };
  if (kind === 'dependency') return { ...option, command: commandLine(caller, ['check']), inputs: null };
  if (kind === 'fix' && snapshot !== null) {
    return { ...option, command: commandLine(caller, ['hotfix', '--snapshot', snapshot]), inputs: null };
  }
  if (mitigation !== null && snapshot !== null && refused.length === 0) {
    const words = ['mitigate', mitigation, ...flags({ snapshot, ...because })];
    return { ...option, command: commandLine(caller, words), inputs: { mitigation, ...because } };
  }
  if (plan === null || snapshot === null || refused.length > 0) return { ...option, command: null, inputs: null };
  const { database, scope, includeLater } = plan;
  const values = {
    snapshot,
    database,
    ...(scope === null ? {} : { scope: scope.join(',') }),
    ...(includeLater === undefined ? {} : { 'include-later-changes': includeLater.join(',') }),
    ...because,
  };
  return { ...option, command: commandLine(caller, ['plan', ...flags(values)]), inputs: values };
}
