import { commandLine } from '../../cli/command-line.js';
import type { Project, Session } from '../../cli/session.js';
import type { Verdict } from '../../probes/verdict.js';
import { verdictLine } from '../../report/verdict.js';
import { workflowPage } from '../../services/github/workflow-run.js';
import type { Frame } from './frame.js';

/** What a person does after the verdict, a line each. @param inEffect the mitigations in effect, a sentence each */
export function nextOf(
  session: Session,
  { config }: Project,
  { snapshot }: Frame,
  verdict: Verdict,
  incident: string | null,
  inEffect: readonly string[],
): string[] {
  // Of the places of this command, the others know only the configuration.
  const caller = { inputs: { config: session.inputs.config } };
  if (verdict.level === 'healthy' || verdict.level === 'watch') return [];
  if (verdict.level === 'inconclusive')
    return ['Look at production yourself. Then remove the cause named above, and watch again.'];
  const plan = commandLine(caller, [
    'plan',
    ...(snapshot === null ? [] : ['--snapshot', snapshot]),
    '--reason',
    verdictLine(verdict).slice(0, 200),
  ]);
  const orStart = (workflow: string): string[] => {
    const page = workflowPage(session.context.env, workflow);
    return page === null ? [] : [`Or start the workflow: ${page}`];
  };
  const { mitigation } = config.monitor;
  const ease =
    inEffect.length > 0 || mitigation === undefined
      ? inEffect
      : [
          `Ease it first, with a time limit: ${commandLine(caller, ['mitigate', mitigation])}`,
          ...orStart(config.monitor['mitigate-workflow']),
        ];
  return [
    ...(verdict.suspect === 'shared'
      ? [
          'The previous deployment fails too: look at the database and the providers first. A rollback of the code may not help.',
        ]
      : []),
    ...ease,
    `See what changed and which ways there are: ${commandLine(session, ['decide'])}`,
    `Plan a rollback: ${plan}`,
    ...orStart(config.monitor.workflow),
    ...(incident === null ? [] : [`Incident: ${commandLine(caller, ['incident', 'show', incident])}`]),
  ];
}
