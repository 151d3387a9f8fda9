import { checkConfig, parseConfig } from '../config/load.js';
import type { RewindConfig } from '../config/schema.js';
import { lineOf } from '../config/yaml.js';
import { recipientFindings } from '../engine/key-findings.js';
import type { Finding } from '../runtime/finding.js';
import { weakerFindings, type At } from './weaker.js';

/** Placeholders that still need a real value. */
const PLACEHOLDER =
  /\b(todo|tbd|fixme|changeme|change-me|placeholder|example|sample|dummy|somebody|someone|nobody|john doe|jane doe|foo|bar|your[- ]\w+)\b|<[^<>]*>|x{3,}|\.\.\.|…|\b555-?01\d\d\b|^[+\d\s()-]*0{6,}/i;

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
      ...approvalFindings(config, at),
    ],
  };
}

const further = (more: number, file: string): Finding[] =>
  more === 0 ? [] : [{ level: 'error', code: 'config-invalid', message: `… and ${more} more mistakes`, file }];

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
  return contacts.flatMap((contact, index) =>
    (['name', 'reach'] as const).flatMap((key): Finding[] =>
      PLACEHOLDER.test(contact[key])
        ? [
            {
              level: 'error',
              code: 'contact-placeholder',
              message: `contacts[${index}].${key} is "${contact[key]}", which is a placeholder.`,
              remedy: 'Write a real name, and a channel, number or pager that is answered at night.',
              ...at('contacts', index, key),
            },
          ]
        : [],
    ),
  );
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
