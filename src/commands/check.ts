import { checkResources } from '../engine/live-plan.js';
import { findingsMarkdown, findingsText } from '../report/findings.js';
import type { CommandResult } from '../cli/result.js';
import { toJson } from '../runtime/json.js';
import type { Session } from '../cli/session.js';

/** Could a rollback be done? Reads everything, changes nothing, reports all problems together. Status 3 = not ready. */
export async function check(session: Session): Promise<CommandResult> {
  const { resources, store } = await session.open();
  const [onResources, onStore] = await Promise.all([checkResources(resources, session.context), store.check()]);
  const findings = [...onStore.map((finding) => ({ ...finding, resource: 'store' })), ...onResources];
  const ready = findings.every(({ level }) => level !== 'error');
  const headline = ready ? 'Ready: a rollback could be done.' : 'Not ready: a rollback would fail or be incomplete.';
  return {
    exit: ready ? 0 : 3,
    json: toJson({ ok: ready, findings }),
    text: [headline, findingsText(findings)].filter((part) => part !== '').join('\n'),
    summary: `## Rewind: ${headline}\n\n${findings.length === 0 ? '' : findingsMarkdown(findings)}\n`,
    outputs: { verdict: ready ? 'ready' : 'not-ready' },
  };
}
