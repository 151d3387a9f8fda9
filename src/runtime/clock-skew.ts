/** How far the clock of this machine is from the clock of a service. */
export interface Skew {
  /** Milliseconds; positive: this machine is ahead. */
  readonly ms: number;
  readonly service: string;
  /** When the answer arrived, by the clock of this machine. */
  readonly at: Date;
}

/** The answer of a cache may be so old, in seconds, that its time means nothing. */
const LONGEST_AGE_S = 86_400;

/**
 * What the answers of services say about the clock of this machine. One service may be wrong, or a cache may not say how old
 * its answer is: the clock counts as wrong only if no answer comes near it.
 */
export class ClockSkew {
  #least: Skew | null = null;
  #most: Skew | null = null;

  /**
   * @param headers of an answer: `Date` (RFC 9110, whole seconds) and, of a cache, `Age` (RFC 9111)
   * @param now when they arrived, by the clock of this machine
   */
  heard(service: string, headers: Pick<Headers, 'get'>, now: Date): void {
    const sent = Date.parse(headers.get('date') ?? '');
    const age = Number(headers.get('age') ?? 0);
    if (!Number.isFinite(sent) || !(age >= 0 && age <= LONGEST_AGE_S)) return;
    const heard = { ms: now.getTime() - (sent + age * 1000), service, at: now };
    if (this.#least === null || heard.ms < this.#least.ms) this.#least = heard;
    if (this.#most === null || heard.ms > this.#most.ms) this.#most = heard;
  }

  /** What the nearest answer says, if each one is further away; null if one is near, and without an answer. */
  beyond(limitMs: number): Skew | null {
    if (this.#least !== null && this.#least.ms > limitMs) return this.#least;
    return this.#most !== null && this.#most.ms < -limitMs ? this.#most : null;
  }
}
