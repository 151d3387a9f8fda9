import { messageOf } from '../runtime/errors.js';

/**
 * A reader that went away (`rewind list | head -1`) must not stop a rollback halfway: Node ends the process at an error of
 * stdout or stderr that nothing handles. Any other failure to write the result, such as a full disk, makes the status 1.
 */
export function survivePipes(): void {
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`error: the result could not be written: ${messageOf(error)}\n`);
    process.once('exit', (status) => {
      if (status === 0) process.exitCode = 1;
    });
  });
}

/**
 * Ends the process with a status, soon after what it wrote. Work that was given up holds it no longer: `fetch` goes on for
 * ten seconds with a handshake that it was told to abort.
 */
export function endWith(status: number): void {
  process.exitCode = status;
  setTimeout(() => process.exit(), 200).unref();
}
