/**
 * Counts writes and plays the sudden death of a client: the n-th write from now is carried out, its answer is lost, and
 * from then on nothing is answered at all until the gate is opened again. Several servers of one test may share a gate.
 */
export class CrashGate {
  writes = 0;
  private left = 0;
  private down = false;

  /** @param n 1 = the next write; 0 = no crash, everything answers again */
  arm(n: number): void {
    this.left = n;
    this.down = false;
  }

  /** True while the client counts as dead. */
  get closed(): boolean {
    return this.down;
  }

  /** Called once for each write that was carried out; true when its answer must be lost. */
  wrote(): boolean {
    this.writes += 1;
    if (this.left === 0) return false;
    this.left -= 1;
    if (this.left === 0) this.down = true;
    return this.down;
  }
}
