import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lazyRegistry, staticRegistry, unitsOf } from '../../scripts/registry.js';
import { RepositoryCopy } from '../support/repository-copy.js';

/** Adding something to Rewind is adding files: no source file changes but those that "npm run generate" writes. */
const MINUTES = 60_000;
let copy: RepositoryCopy;

beforeAll(async () => {
  copy = await RepositoryCopy.create();
}, 2 * MINUTES);
afterAll(() => copy.remove());

/** Runs a script in the copy and returns what it prints. */
async function tryOut(script: string): Promise<string> {
  const file = join(copy.root, 'try.ts');
  writeFileSync(file, script);
  try {
    return await copy.npx('tsx', ['try.ts']);
  } finally {
    rmSync(file);
  }
}

/** Everything that was added so far compiles. */
const generateAndCompile = async (): Promise<void> => {
  await copy.run('npm', ['run', '--silent', 'generate']);
  await copy.npx('tsc', ['--noEmit']);
};

test(
  'a family of adapters is a folder of files with a registry that is written in the same way',
  async () => {
    const files = copy.add('src/samplers');
    const folder = join(copy.root, 'src/samplers');
    const units = unitsOf(folder, ['registry', 'configs']);
    expect(units.map(({ id }) => id)).toEqual(['http', 'tcp']);
    writeFileSync(join(folder, 'registry.ts'), lazyRegistry(units, 'PROBES'));
    writeFileSync(join(folder, 'configs.ts'), staticRegistry(units, 'PROBE_CONFIGS', { symbol: 'config', as: 'list' }));
    const added = [...files, 'src/samplers/configs.ts', 'src/samplers/registry.ts'].sort();
    expect(await copy.changes()).toEqual({ added, modified: [] });
    expect(await tryOut(TRY_PROBE)).toBe('tcp localhost:80\n');
    await copy.commit();
  },
  3 * MINUTES,
);

test(
  'a provider is one folder',
  async () => {
    const files = copy.add('src/providers/text-file');
    await generateAndCompile();
    expect(await copy.changes()).toEqual({
      added: files.sort(),
      modified: [
        'docs/findings.md',
        'docs/providers/README.md',
        'schema/rewind.schema.json',
        'src/providers/configs.ts',
        'src/providers/facts.ts',
        'src/providers/registry.ts',
        'src/runtime/provider-finding-codes.ts',
      ],
    });
    expect(readFileSync(join(copy.root, 'docs/findings.md'), 'utf8')).toContain('| `text-file-missing` |');

    // The copy accepts a resource of this kind, and its own code answers.
    await copy.commit();
    writeFileSync(join(copy.root, 'rewind.yml'), CONFIG);
    expect(JSON.parse(await tryOut(TRY_PROVIDER))).toEqual({
      provider: 'text-file',
      findings: ['text-file-missing'],
    });
  },
  5 * MINUTES,
);

test(
  'a command is one file',
  async () => {
    rmSync(join(copy.root, 'rewind.yml'), { force: true });
    copy.add('src/commands');
    await generateAndCompile();
    const { added, modified } = await copy.changes();
    expect(added).toEqual(['src/commands/greet.ts']);
    expect(modified).toContain('src/commands/index.ts');
    // Inputs and tables; no other source.
    expect(modified.filter((file) => file.startsWith('src/'))).toEqual(['src/commands/index.ts']);
    expect(await copy.npx('tsx', ['src/main.ts', '--help'])).toContain('Print a greeting.');
    expect(await copy.npx('tsx', ['src/main.ts', 'greet'])).toContain('hello');
  },
  5 * MINUTES,
);

const CONFIG = `version: 1
environment: production
store: { kind: directory, path: /tmp/unused }
seal: { recipients: [age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p] }
resources:
  - { id: file, provider: text-file, path: /does/not/exist }
`;

const TRY_PROVIDER = `
import { loadConfig } from './src/config/load.js';
import { loadProvider } from './src/providers/load.js';
void (async () => {
  const { resources: [resource] } = await loadConfig('rewind.yml', 'rewind.yml');
  const provider = await loadProvider(resource.provider);
  const findings = await provider.check(resource, undefined as never);
  console.log(JSON.stringify({ provider: provider.id, findings: findings.map(({ code }) => code) }));
})();
`;

const TRY_PROBE = `
import { PROBES } from './src/samplers/registry.js';
void (async () => {
  const { config, run } = await PROBES.tcp();
  console.log(await run(config.parse({ kind: 'tcp', address: 'localhost:80' })));
})();
`;
