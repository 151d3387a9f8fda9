/** What of replication still belongs to a kept object. */
export interface LeftReplication {
  /** `active`: it works there, and not only waits to be enabled in what took its place. */
  readonly left: readonly { readonly what: string; readonly active: boolean }[];
  /** How a person moves it, in whole sentences. */
  readonly move: string;
}
