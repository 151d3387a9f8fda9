/** What one finding code means, for docs/findings.md. The finding itself carries the exact message. */
export interface FindingFacts {
  readonly meaning: string;
  readonly remedy?: string;
}

/** Facts about a provider for docs and reports. Pure data. */
export interface ProviderFacts {
  readonly title: string;
  /** Columns of docs/providers/README.md. */
  readonly captured: string;
  readonly restored: string;
  readonly live: string;
  readonly nextDeployment: string;
  readonly notRestored: string;
  /** The third-party program that the provider was tested against. */
  readonly peer: string;
  /** Who feels a change, for the approver. */
  readonly affects: string;
  /** Finding codes that only this provider reports. */
  readonly findings: Readonly<Record<string, FindingFacts>>;
}
