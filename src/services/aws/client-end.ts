/**
 * When an AWS client may end. Another step may share a read that this client has under way, and the end of a client cuts
 * its connections. So a closed client ends with its last read.
 */
export class ClientEnd {
  private reads = 0;
  private closed = false;

  /** @param end cuts the connections of the client */
  constructor(private readonly end: () => void) {}

  async during<T>(read: () => Promise<T>): Promise<T> {
    this.reads += 1;
    try {
      return await read();
    } finally {
      this.reads -= 1;
      this.endIfIdle();
    }
  }

  close(): void {
    this.closed = true;
    this.endIfIdle();
  }

  private endIfIdle(): void {
    if (this.closed && this.reads === 0) this.end();
  }
}
