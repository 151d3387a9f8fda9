/**
 * True if a message of PostgreSQL or of its programs says that a disk is full. A file that can be extended by a part of a block
 * only is one, too: the server then names no reason.
 */
export const namesFullDisk = (message: string): boolean =>
  /No space left on device|disk full|Disk quota exceeded|wrote only \d+ of \d+ bytes/i.test(message);
