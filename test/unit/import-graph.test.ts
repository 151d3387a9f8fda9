import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { cyclesIn, importsOf, upwardArrows, type ImportGraph } from '../support/import-graph.js';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

function graphOf(root: string): ImportGraph {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return new Map(
    files.map((file) => {
      const targets = importsOf(readFileSync(join(root, file), 'utf8')).map((specifier) =>
        relative(root, join(root, dirname(file), specifier)).replace(/\.js$/, '.ts'),
      );
      return [file, targets];
    }),
  );
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

  test('there is no cycle between files', () => expect(cyclesIn(graph)).toEqual([]));

  test('all arrows between folders point down', () => expect(upwardArrows(graph)).toEqual([]));

  test.each([
    ['runtime/http.ts', 'services/github/client.ts'],
    ['services/aws/errors.ts', 'store/index.ts'],
    ['store/index.ts', 'engine/snapshot.ts'],
    ['engine/apply.ts', 'providers/registry.ts'],
    ['providers/prisma/index.ts', 'providers/postgres/index.ts'],
    ['providers/prisma/index.ts', 'config/schema.ts'],
    ['report/html.ts', 'commands/plan.ts'],
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
});
