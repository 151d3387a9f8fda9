import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { fromAction, INPUTS } from '../../src/cli/inputs.js';
import { OUTPUTS } from '../../src/cli/result.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const action = z.looseObject({
  name: z.string(),
  description: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }).optional(),
  inputs: z.record(z.string(), z.looseObject({ description: z.string(), default: z.string().optional() })),
  outputs: z.record(z.string(), z.looseObject({ value: z.string().optional() })),
  runs: z.looseObject({
    using: z.string(),
    main: z.string().optional(),
    steps: z
      .array(
        z.looseObject({
          id: z.string().optional(),
          run: z.string().optional(),
          shell: z.string().optional(),
          uses: z.string().optional(),
          env: z.record(z.string(), z.string()).optional(),
        }),
      )
      .optional(),
  }),
});
const read = (path: string) => action.parse(parse(readFileSync(join(root, path), 'utf8')));
const composite = read('action.yml');
const node = read('.github/actions/rewind/action.yml');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
/** What a command line has and an action has not, and the other way round. */
const names = [...Object.keys(INPUTS).filter((name) => name !== 'json'), 'command', 'github-token'].sort();

describe('the two actions, inputs.ts and the README say the same', () => {
  it('inputs', () => {
    expect(Object.keys(composite.inputs).sort()).toEqual(names);
    expect(node.inputs).toEqual(composite.inputs);
    for (const name of Object.keys(INPUTS)) expect(readme).toContain(`| \`${name}\` |`);
  });

  it('outputs', () => {
    expect(Object.keys(composite.outputs).sort()).toEqual(Object.keys(OUTPUTS).sort());
    expect(Object.keys(node.outputs)).toEqual(Object.keys(composite.outputs));
    for (const [name, { value }] of Object.entries(composite.outputs)) {
      expect(value).toBe(`\${{ steps.rewind.outputs.${name} }}`);
      expect(readme).toContain(`| \`${name}\` |`);
    }
  });

  it('the composite hands each input to the program, which a composite does not do by itself', () => {
    const env = composite.runs.steps?.find(({ id }) => id === 'rewind')?.env ?? {};
    expect(Object.keys(env).sort()).toEqual(
      names.map((name) => `INPUT_${name.toUpperCase().replaceAll('-', '_')}`).sort(),
    );
    for (const name of names) {
      expect(env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`]).toBe(`\${{ inputs.${name} }}`);
    }
  });

  it('the program takes the defaults of the action', () => {
    const env = Object.fromEntries(
      Object.entries(composite.inputs).map(([name, input]) => [`INPUT_${name.toUpperCase()}`, input.default ?? '']),
    );
    expect(fromAction({ ...env, INPUT_COMMAND: 'check' })).toMatchObject({ command: 'check', installClient: true });
  });

  it('no expression reaches a script, every script is bash, every action is pinned by its commit', () => {
    for (const { run, shell, uses } of composite.runs.steps ?? []) {
      if (run !== undefined) {
        expect(run).not.toContain('${{');
        expect(shell).toBe('bash');
      }
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    }
  });

  it('is fit for the Marketplace', () => {
    expect(composite.branding).toEqual({ icon: 'rewind', color: 'purple' });
    expect(composite.description.length).toBeGreaterThan(20);
    expect(existsSync(join(root, '.github/actions/rewind', node.runs.main ?? ''))).toBe(true);
    expect(dirname(join('.github/actions/rewind', node.runs.main ?? ''))).toBe('dist');
    expect([composite.runs.using, node.runs.using]).toEqual(['composite', 'node24']);
  });
});
