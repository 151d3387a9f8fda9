/** A module that makes the clock of a process wrong by so many minutes; for `sourcesAfter`. Negative: behind. */
export const wrongBy = (minutes: number): string =>
  `data:text/javascript,${encodeURIComponent(`
  const Right = Date;
  const now = () => Right.now() + ${minutes * 60_000};
  globalThis.Date = class extends Right {
    constructor(...given) {
      super(...(given.length === 0 ? [now()] : given));
    }
    static now() {
      return now();
    }
  };
`)}`;
