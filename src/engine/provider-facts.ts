/** What one finding code means, for docs/findings.md. The finding itself carries the exact message. */
export interface FindingFacts {
  readonly meaning: string;
  readonly remedy?: string;
}

/** Facts about a provider for docs and reports. Pure data. */
export interface ProviderFacts {
  readonly title: string;
  /** Columns of docs/providers/README.md, and rows of the table at the top of the page. */
  readonly captured: string;
  readonly restored: string;
  readonly live: string;
  readonly nextDeployment: string;
  readonly notRestored: string;
  /** The third-party program that the provider was tested against. */
  readonly peer: string;
  /** What the credential of a snapshot and a plan may do at least. The page of the provider has the exact policy. */
  readonly reads: string;
  /** What the credential of a rollback may do at least. */
  readonly writes: string;
  /** How long a rollback takes, as far as Rewind can say it beforehand: what is sent and waited for, and the limit. */
  readonly time: string;
  /** Variables that its client reads, beside those that the configuration names. `AWS`: the credentials of the AWS SDK. */
  readonly credentials: readonly string[];
  /** Who feels a change, for the approver. */
  readonly affects: string;
  /** Which keys of its configuration name the object that it changes. Absent: the loader compares its database. */
  readonly object?: {
    /** Two resources name one object only if these are equal. */
    readonly same: readonly string[];
    /** Lists of parts of the object; then one of these must also have a part in common. A list that is not set is all parts. */
    readonly parts?: readonly string[];
  };
  /** Finding codes that only this provider reports. */
  readonly findings: Readonly<Record<string, FindingFacts>>;
}
