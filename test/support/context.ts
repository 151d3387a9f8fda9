import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context, Logger } from '../../src/context.js';
import { createMasker } from '../../src/core/mask.js';
import { createContext, type RuntimeParts } from '../../src/runtime.js';

export interface TestContext extends Context {
  /** Every line logged, redacted as the real loggers do. */
  readonly lines: string[];
}

export interface TestContextOptions extends Partial<Omit<RuntimeParts, 'env'>> {
  readonly env?: Record<string, string | undefined>;
  readonly resource?: string;
  readonly snapshotId?: string;
  readonly salt?: string;
}

/** A real context (real HTTP, clock and masking) with fast back-off, credentials given by the test, and captured logs. */
export function testContext(options: TestContextOptions = {}): TestContext {
  const masker = options.masker ?? createMasker();
  const lines: string[] = [];
  const line = (level: string) => (message: string) => void lines.push(`${level} ${masker.redact(message)}`);
  const log: Logger = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
  const ctx = createContext(
    {
      log,
      masker,
      signal: options.signal ?? new AbortController().signal,
      scratch: options.scratch ?? mkdtempSync(join(tmpdir(), 'rewind-test-')),
      root: options.root ?? process.cwd(),
      ...options,
      env: { PATH: process.env.PATH, ...options.env },
      http: { backoffMs: 5, ...options.http },
    },
    { id: options.snapshotId ?? '20260101T000000Z-test00', salt: options.salt ?? '00'.repeat(16) },
    options.resource ?? 'subject',
  );
  return Object.assign({}, ctx, { lines });
}
