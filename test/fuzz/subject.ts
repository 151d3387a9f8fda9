import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgramOptions, ProgramResult } from '../support/program.js';

/** What is rolled back, killed and rolled back again. */
export interface Subject {
  /** Directory in which the program runs. */
  readonly root: string;
  /** Port of its PostgreSQL; null without a database. */
  readonly port: number | null;
  /** Arguments of `plan` and `rollback` that choose the snapshot, the scope and the database mode. */
  readonly choice: readonly string[];
  /** More arguments of `rollback`: the confirmation of data loss. */
  readonly confirmation: readonly string[];
  run(args: readonly string[], options?: Partial<ProgramOptions>): Promise<ProgramResult>;
  /** A bad release, and what customers do after it. */
  damage(): Promise<void>;
  /** What the application writes, if it can connect: acknowledged, so it must never be lost. @returns false if it cannot */
  use(): Promise<boolean>;
  /** Waits until nothing of the killed run is at work any more. */
  settled(): Promise<void>;
  /** What is wrong after the last rollback; empty if production is as in the snapshot and no row is lost. */
  problems(): Promise<string[]>;
  /** Removes what the rollbacks of this case left: kept databases, undo snapshots, journals. */
  tidy(): Promise<void>;
  stop(): Promise<void>;
}

/** Removes what Rewind wrote into a repository, but for some snapshots of its store. */
export function tidyFiles(root: string, ...snapshots: readonly string[]): void {
  const emptyBut = (folder: string, ...kept: readonly string[]): void => {
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)) if (!kept.includes(name)) rmSync(join(folder, name), { recursive: true });
  };
  emptyBut(join(root, '.rewind'), 'store');
  emptyBut(join(root, '.rewind/store'), 'snapshots');
  emptyBut(join(root, '.rewind/store/snapshots/production'), ...snapshots);
}
