import type { ApprovalDecision, ExpeditedRule } from '../approval/expedited.js';
import type { Manifest } from '../engine/manifest.js';
import type { Plan } from '../engine/plan.js';
import type { Trust } from '../engine/trust.js';
import type { ProviderFacts } from '../engine/provider-facts.js';
import { PROVIDER_FACTS } from '../providers/facts.js';
import { escapeText, remark, table } from '../runtime/markdown.js';
import type { Finding } from '../runtime/finding.js';
import { plural } from '../runtime/text.js';

/** Facts for the approver besides the plan. */
export interface ApproverFacts {
  readonly manifest: Pick<Manifest, 'id' | 'createdAt' | 'commit' | 'reason' | 'actor' | 'event' | 'run'>;
  readonly trust: Trust;
  readonly decision: ApprovalDecision;
  readonly fast: ExpeditedRule | null;
  /** Login of the person who started the run; null on a command line. */
  readonly requestedBy: string | null;
  readonly reason: string | null;
  readonly cautions: readonly Finding[];
  readonly contacts: readonly { readonly name: string; readonly role: string; readonly reach: string }[];
}

/** Who asked for the plan, and what is known of the snapshot. */
export function approverMarkdown(facts: ApproverFacts): string {
  const { manifest, requestedBy, reason, cautions } = facts;
  return [
    '### Circumstances',
    [
      ...(requestedBy === null
        ? []
        : [`- Requested by: **${escapeText(requestedBy)}**${reason === null ? '' : `:${remark(reason, '  ')}`}`]),
      `- Snapshot: \`${manifest.id}\`, taken ${manifest.createdAt} (${manifest.reason}, at commit \`${manifest.commit ?? '-'}\`)`,
      originLine(facts),
      trustLine(facts),
      ...expeditedLines(facts),
      ...cautions.map(({ message, remedy }) => `- ⚠️ ${escapeText(`${message} ${remedy ?? ''}`.trim())}`),
    ].join('\n'),
  ].join('\n\n');
}

/** Whom the plan affects, and whom to call. */
export function peopleMarkdown(plan: Plan, { contacts }: Pick<ApproverFacts, 'contacts'>): string {
  const affected = affectedBy(plan);
  return [
    affected.length === 0 ? '' : `### Who is affected\n\n${table(['Who', 'By'], affected)}`,
    contacts.length === 0
      ? ''
      : `### Who to call\n\n${table(
          ['Who', 'For', 'How'],
          contacts.map(({ name, role, reach }) => [name, role, reach]),
        )}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function originLine({ manifest: { actor, event, run } }: ApproverFacts): string {
  if (run === null) return '- Made on a command line. GitHub does not know who made it.';
  return `- Made by a run that ${escapeText(actor ?? 'nobody')} started (${escapeText(event ?? 'unknown event')}): ${escapeText(run)}`;
}

function trustLine({ manifest: { id }, trust }: ApproverFacts): string {
  if (trust.kind === 'signed') return `- Signed with the key \`${trust.keyId}\` of the configuration.`;
  return `- 🔴 **Not signed**: ${escapeText(trust.reason)}. Anyone with write access to the store can have made it. Find out who made ${id} before you approve.`;
}

function expeditedLines({ decision, fast, requestedBy }: ApproverFacts): string[] {
  if (requestedBy === null || fast === null) return [];
  if (decision.approval === 'expedited') {
    return [
      `- **Expedited**: it runs in "${escapeText(fast.environment)}", without the usual review: the snapshot is at most ${plural(fast.minutes, 'minute')} old and nothing is lost.`,
    ];
  }
  return [`- This rollback may not be expedited: ${escapeText(decision.closed.join('; '))}.`];
}

/** One row for each provider with a change: the affected people, and the changes. */
function affectedBy(plan: Plan): string[][] {
  const facts: Readonly<Record<string, ProviderFacts | undefined>> = PROVIDER_FACTS;
  return [...new Set(plan.changes.map(({ provider }) => provider))].map((id) => [
    facts[id]?.affects ?? `users of ${id}`,
    briefly(plan.changes.flatMap(({ provider, target }) => (provider === id ? [target] : []))),
  ]);
}

/** All of them stand in the table of changes. */
const SHOWN = 8;
const briefly = (names: readonly string[]): string =>
  [...names.slice(0, SHOWN), ...(names.length > SHOWN ? [`and ${names.length - SHOWN} more`] : [])].join(', ');
