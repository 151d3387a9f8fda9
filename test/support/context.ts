import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context, Logger } from '../../src/runtime/context.js';
import { createMasker } from '../../src/runtime/mask.js';
import { createContext, forResource, forSnapshot, type ContextParts } from '../../src/runtime/create-context.js';

export interface TestContext extends Context {
  /** Every line logged, redacted as the real loggers do. */
  readonly lines: string[];
}

export interface TestContextOptions extends Partial<Omit<ContextParts, 'env'>> {
  readonly env?: Record<string, string | undefined>;
  readonly resource?: string;
  readonly snapshotId?: string;
  readonly salt?: string;
}

let scratchRoot: string | undefined;

/** One temporary directory for each process, removed at its end. */
function newScratch(): string {
  if (scratchRoot === undefined) {
    const root = mkdtempSync(join(tmpdir(), 'rewind-test-'));
    process.on('exit', () => rmSync(root, { recursive: true, force: true }));
    scratchRoot = root;
  }
  return mkdtempSync(join(scratchRoot, 'run-'));
}

/** Without a key each fingerprint is 50 ms of scrypt; test/unit/fingerprint has those. `undefined` removes it. */
export const FINGERPRINT_KEY = 'fingerprint-key-for-tests-0123456789';

/** A real context (real HTTP, clock and masking) with fast back-off, credentials given by the test, and captured logs. */
export function testContext(options: TestContextOptions = {}): TestContext {
  const masker = options.masker ?? createMasker();
  const lines: string[] = [];
  const line = (level: string) => (message: string) => void lines.push(`${level} ${masker.redact(message)}`);
  const log: Logger = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
  const run = createContext({
    log,
    masker,
    signal: options.signal ?? new AbortController().signal,
    scratch: options.scratch ?? newScratch(),
    root: options.root ?? process.cwd(),
    ...options,
    env: { PATH: process.env.PATH, REWIND_FINGERPRINT_KEY: FINGERPRINT_KEY, ...options.env },
    http: { backoffMs: 5, ...options.http },
  });
  const snapshot = { id: options.snapshotId ?? '20260101T000000Z-test00', salt: options.salt ?? '00'.repeat(16) };
  return { ...forResource(forSnapshot(run, snapshot), options.resource ?? 'subject'), lines };
}
