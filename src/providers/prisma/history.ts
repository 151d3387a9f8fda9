import type { HistoryRow } from './state.js';

/** The applied migrations, oldest first. A migration that was reverted and applied again has two rows; one counts. */
export function appliedRows(history: readonly HistoryRow[]): HistoryRow[] {
  return history.filter(({ finished, rolledBack }) => finished && !rolledBack);
}

export function applied(history: readonly HistoryRow[]): string[] {
  return appliedRows(history).map(({ name }) => name);
}

/** Rows that block every later deploy (Prisma P3009). */
export function failedRows(history: readonly HistoryRow[]): HistoryRow[] {
  return history.filter(({ finished, rolledBack }) => !finished && !rolledBack);
}
