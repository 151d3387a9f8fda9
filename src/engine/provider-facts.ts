/** What one finding code means, for docs/findings.md. The finding itself carries the exact message. */
export interface FindingFacts {
  readonly meaning: string;
  readonly remedy?: string;
}

/** What people should know about a provider. Pure data: docs and reports are made from it. */
export interface ProviderFacts {
  readonly title: string;
  /** Columns of docs/providers/README.md. */
  readonly captured: string;
  readonly restored: string;
  readonly live: string;
  readonly nextDeployment: string;
  readonly notRestored: string;
  /** The program of somebody else that the provider was tested against. */
  readonly peer: string;
  /** Who feels a change, for the approver. */
  readonly affects: string;
  /** Finding codes that only this provider reports. */
  readonly findings: Readonly<Record<string, FindingFacts>>;
}
