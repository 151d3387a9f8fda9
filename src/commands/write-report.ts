import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { htmlReport } from '../report/html.js';
import type { RollbackReport } from '../report/rollback-report.js';
import type { Session } from '../cli/session.js';

/** Writes report.md and report.html (self-contained) into the output directory. */
export async function writeReport(
  session: Session,
  report: RollbackReport,
): Promise<{ markdown: string; html: string }> {
  const { out } = session.inputs;
  const { masker } = session.context;
  await mkdir(session.path(out), { recursive: true });
  const paths = { markdown: join(out, 'report.md'), html: join(out, 'report.html') };
  await writeFile(session.path(paths.markdown), masker.redact(report.markdown));
  await writeFile(session.path(paths.html), masker.redact(await htmlReport(report)));
  return paths;
}
