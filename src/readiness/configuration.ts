import { checkConfig, parseConfig } from '../config/load.js';
import { placeholdersOf } from '../config/placeholders.js';
import type { RewindConfig } from '../config/schema.js';
import { lineOf } from '../config/yaml.js';
import { recipientFindings } from '../engine/key-findings.js';
import type { Finding } from '../runtime/finding.js';
import { duplicateFindings } from './duplicates.js';
import { weakerFindings } from './weaker.js';
import type { At } from './weaker-rule.js';
import { plural } from '../runtime/text.js';

/**
 * The findings about where the file is weaker than the one of the base.
 * @param base text of the base's file; null if the base has none
 */
export function comparedWithBase(file: string, text: string, config: RewindConfig, base: string | null): Finding[] {
  if (base === null) return [];
  const at: At = (...path) => ({ file, line: lineOf(text, path) });
  const parsed = parseConfig(base);
  if ('config' in parsed) return weakerFindings(parsed.config, config, at);
  return [
    {
      level: 'warning',
      code: 'base-configuration-invalid',
      message: 'The configuration of the base is not valid, so this one cannot be compared with it.',
      remedy: 'Read the whole file: who can read snapshots, who signs them, who approves, what is captured.',
      ...at(),
    },
  ];
}

/** Checks the file of the pull request: it is valid, its recipients are real keys, and its contacts are people. */
export async function configurationFindings(
  file: string,
  text: string,
): Promise<{ readonly config: RewindConfig | null; readonly findings: readonly Finding[] }> {
  const parsed = await checkConfig(text);
  if ('problems' in parsed) {
    const findings = parsed.problems.map(({ line, key, message }): Finding => ({
      level: 'error',
      code: 'config-invalid',
      message: `${key}: ${message}`,
      remedy: 'Correct this line; schema/rewind.schema.json gives completion in editors.',
      file,
      line,
    }));
    return { config: null, findings: [...findings, ...further(parsed.more, file)] };
  }
  const { config } = parsed;
  const at: At = (...path) => ({ file, line: lineOf(text, path) });
  return {
    config,
    findings: [
      ...(await recipientFindings(config.seal.recipients, (index) => at('seal', 'recipients', index))),
      ...contactFindings(config, at),
      ...placeholderFindings(config, at),
      ...duplicateFindings(config, at),
      ...approvalFindings(config, at),
    ],
  };
}

const further = (more: number, file: string): Finding[] =>
  more === 0
    ? []
    : [{ level: 'error', code: 'config-invalid', message: `… and ${plural(more, 'more mistake')}`, file }];

export function contactFindings({ contacts }: Pick<RewindConfig, 'contacts'>, at: At): Finding[] {
  if (contacts.length === 0) {
    return [
      {
        level: 'warning',
        code: 'contacts-missing',
        message: 'The configuration has no contacts for a failed rollback.',
        remedy: 'Add "contacts": name, role, and how to reach each person at night.',
        ...at(),
      },
    ];
  }
  return [];
}

/** Where somebody would call, or write to, nobody. @param at where a key is in the file; none: unknown */
export function placeholderFindings(
  config: Pick<RewindConfig, 'contacts' | 'channels'>,
  at: (...path: (string | number)[]) => Pick<Finding, 'file' | 'line'> = () => ({}),
): Finding[] {
  return placeholdersOf(config).map(({ key, path, value }) => ({
    level: 'error',
    message: `${key} is "${value}", which is a placeholder.`,
    ...(path[0] === 'contacts'
      ? {
          code: 'contact-placeholder',
          remedy: 'Write a real name, and a channel, number or pager that is answered at night.',
        }
      : { code: 'channel-placeholder', remedy: 'Write the real value, or remove the channel.' }),
    ...at(...path),
  }));
}

function approvalFindings({ approval }: RewindConfig, at: At): Finding[] {
  if (approval === 'required') return [];
  return [
    {
      level: 'warning',
      code: 'approval-none',
      message: 'Rollbacks run without approval.',
      remedy: 'Remove this line if your GitHub plan offers required reviewers.',
      ...at('approval'),
    },
  ];
}
