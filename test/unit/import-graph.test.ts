import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import {
  cyclesIn,
  FLOORS,
  importsOf,
  loadedBy,
  reachedFrom,
  upwardArrows,
  type ImportGraph,
} from '../support/import-graph.js';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

function graphOf(root: string, targetsOf = importsOf): ImportGraph {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return new Map(
    files.map((file) => {
      const targets = targetsOf(readFileSync(join(root, file), 'utf8')).map((specifier) =>
        relative(root, join(root, dirname(file), specifier)).replace(/\.js$/, '.ts'),
      );
      return [file, targets];
    }),
  );
}

/** Files below `prefix` that import a file of a provider folder. */
function providerFiles(graph: ImportGraph, prefix: string): string[] {
  const inFolder = (target: string): boolean => /^providers\/[^/]+\//.test(target);
  return [...graph]
    .filter(([file, targets]) => file.startsWith(prefix) && targets.some(inFolder))
    .map(([file]) => file);
}

describe('imports between the folders of src', () => {
  const graph = graphOf(SRC);

  test('every import names a file that exists', () => {
    const missing = [...graph].flatMap(([file, targets]) =>
      targets.filter((target) => !graph.has(target)).map((target) => `${file} → ${target}`),
    );
    expect(missing).toEqual([]);
    expect(graph.size).toBeGreaterThan(150);
  });

  test('commands import no provider folder, except migrate', () => {
    expect(providerFiles(graph, 'commands/')).toEqual(['commands/migrate.ts']);
    expect(providerFiles(graph, 'engine/')).toEqual([]);
  });

  test.each(['commands/guard.ts', 'engine/apply.ts'])('an added import of a provider folder by %s is found', (file) => {
    const changed = new Map(graph).set(file, ['providers/postgres/state.ts']);
    expect(providerFiles(changed, file)).toEqual([file]);
    expect(providerFiles(new Map([[file, ['providers/load.ts']]]), file)).toEqual([]);
  });

  test('no file makes an object of Intl when it is loaded: one costs each command some milliseconds', () => {
    const makes = /^(?:export )?(?:const|let) [^=\n]*= new Intl\./m;
    expect([...graph.keys()].filter((file) => makes.test(readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
  });

  test('the program starts without the library of schemas, which is three quarters of what it would load', () => {
    const started = reachedFrom(graphOf(SRC, loadedBy), 'main.ts');
    const using = [...started].filter((file) =>
      /^import (?!type)[^;]*'zod'/m.test(readFileSync(join(SRC, file), 'utf8')),
    );
    expect(using).toEqual([]);
    expect(started.size).toBeGreaterThan(30);
  });

  test('the help of a command and its usage errors load neither the configuration nor what a run does', () => {
    const loaded = graphOf(SRC, loadedBy);
    const commands = [...graph.keys()].filter((file) => /^commands\/(?:[^/]+\/index|[^/]+)\.ts$/.test(file));
    expect(commands.length).toBeGreaterThan(25);
    const heavy = /^config\/(?:load|schema|yaml)\.ts$|^commands\/[^/]+\/execute\.ts$/;
    const found = commands.flatMap((file) =>
      [...reachedFrom(loaded, file)].filter((reached) => heavy.test(reached)).map((reached) => `${file} → ${reached}`),
    );
    expect(found).toEqual([]);
    // It is seen, also through another file, and where a type stands beside a value.
    const worse = new Map(loaded).set('cli/command.ts', ['config/load.ts']);
    expect(reachedFrom(worse, 'commands/list.ts')).toContain('config/load.ts');
    expect(loadedBy(`import { type A, b } from './b.js';\nimport { type C } from './c.js';`)).toEqual(['./b.js']);
  });

  test('the schema of the configuration loads no client: each run reads the configuration, and few send a webhook', () => {
    const loaded = reachedFrom(graphOf(SRC, loadedBy), 'config/schema.ts');
    expect(
      [...loaded].filter((file) => file.startsWith('services/probe-http/') && !file.endsWith('/failure.ts')),
    ).toEqual([]);
    expect(loaded).toContain('channels/adapters/webhook.ts');
  });

  test('there is no cycle between files', () => expect(cyclesIn(graph)).toEqual([]));

  test('all arrows between folders point down', () => expect(upwardArrows(graph)).toEqual([]));

  test.each([
    ['runtime/http.ts', 'services/github/client.ts'],
    ['services/aws/errors.ts', 'store/index.ts'],
    ['store/index.ts', 'engine/snapshot.ts'],
    ['engine/apply.ts', 'providers/registry.ts'],
    ['providers/prisma/index.ts', 'providers/postgres/index.ts'],
    ['providers/prisma/index.ts', 'config/schema.ts'],
    ['report/html/page.ts', 'commands/plan.ts'],
    ['config/load.ts', 'cli/session.ts'],
    ['commands/plan.ts', 'main.ts'],
  ])('an added import of %s to %s is refused', (from, to) => {
    const changed = new Map(graph).set(from, [...(graph.get(from) ?? []), to]);
    expect(upwardArrows(changed)).toEqual([`${from} → ${to}`]);
  });

  test('an added cycle is found, also one that only a lazy or a type import closes', () => {
    const changed = new Map(graph).set('runtime/error-codes.ts', ['runtime/errors.ts']);
    expect(cyclesIn(changed)).toEqual([['runtime/error-codes.ts', 'runtime/errors.ts']]);
    expect(importsOf("const x = import('./a.js');\nexport type { T } from './b.js';\nimport './c.js';")).toEqual([
      './a.js',
      './b.js',
      './c.js',
    ]);
  });

  test('CONTRIBUTING.md has each folder in its map, and the same floors', () => {
    const page = readFileSync(join(SRC, '..', 'CONTRIBUTING.md'), 'utf8');
    const folders = FLOORS.flat().filter((name) => !name.endsWith('.ts'));
    expect(folders.filter((name) => !page.includes(`\n| \`src/${name}/`))).toEqual([]);
    const arrows = /Imports point down: `([^`]+)`/.exec(page)?.[1] ?? '';
    const said = arrows.split(' → ').map((floor) => floor.replace(/[{}]/g, '').split(', '));
    expect(said).toEqual([...FLOORS].reverse().map((floor) => floor.map((name) => name.replace(/\.ts$/, ''))));
  });
});
