/**
 * Loaded before the program: the n-th line that is safely in the journal (written and flushed) is the last thing that the
 * process does.
 */
export const KILLER = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const flush = fs.fsyncSync;
  let lines = 0;
  fs.fsyncSync = (file) => {
    flush(file);
    lines += 1;
    if (lines === Number(process.env.KILL_AFTER)) process.kill(process.pid, 'SIGKILL');
  };
  syncBuiltinESMExports();
`)}`;
