import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { callerIn, type Caller } from '../../src/config/callers.js';
import { checkConfig } from '../../src/config/load.js';
import type { RewindConfig } from '../../src/config/schema.js';
import type { RunbookFacts } from '../../src/report/runbook/facts.js';

const ROOT = new URL('../../', import.meta.url);
const CONFIG = '.github/rewind.yml';

/** The workflows of the demo's shop: callers of examples/, one of each kind. */
const WORKFLOWS: readonly (string | readonly [file: string, example: string])[] = [
  ['rewind-drill.yml', 'drill.yml'],
  'pre-deploy-snapshot.yml',
  'release-capture.yml',
  'rollback-readiness.yml',
  'monitor-production.yml',
  'rollback-production.yml',
  'mitigate-production.yml',
  'recover-production.yml',
  'incident.yml',
  'list-snapshots.yml',
];

/** The callers that a repository has which copied the examples. */
export const exampleCallers = (config = CONFIG): Caller[] =>
  WORKFLOWS.map((one) => (typeof one === 'string' ? ([one, one] as const) : one))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, example]) => {
      // As a release writes them: with the owner of Rewind.
      const text = readFileSync(new URL(`examples/${example}`, ROOT), 'utf8').replaceAll('OWNER/', 'acme/');
      const caller = callerIn(name, text, config, CONFIG);
      return caller === null ? [] : [caller];
    });

/** A configuration of the repository, parsed. @param path from the root of the repository */
export async function readExample(path: string): Promise<{ readonly text: string; readonly config: RewindConfig }> {
  const text = readFileSync(fileURLToPath(new URL(path, ROOT)), 'utf8');
  const parsed = await checkConfig(text);
  if ('config' in parsed) return { text, config: parsed.config };
  throw new Error(`${path}: ${parsed.problems.map(({ key, message }) => `${key} ${message}`).join('; ')}`);
}

export const runbookFacts = (config: RewindConfig, changes: Partial<RunbookFacts> = {}): RunbookFacts => ({
  config,
  configFile: CONFIG,
  repository: { server: 'https://github.com', name: 'acme/shop' },
  renew: 'rewind runbook --repository acme/shop',
  ...changes,
  callers: changes.callers ?? exampleCallers(),
});

/** What docs/example-runbook.md is rendered from. */
export const demoFacts = async (): Promise<RunbookFacts> =>
  runbookFacts((await readExample('test/sandbox/demo/rewind.yml')).config);
