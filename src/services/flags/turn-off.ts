/** The properties of a feature flag in one environment that a mitigation needs. */
export interface FlagSwitch {
  readonly key: string;
  readonly tags: readonly string[];
  readonly on: boolean;
}

/** Flags to turn off in an incident: by key, by tag, or both. */
export interface FlagSelection {
  readonly flags?: readonly string[];
  readonly tags?: readonly string[];
}

export interface SelectedFlags {
  /** Keys of the selected flags that are on. */
  readonly turnOff: ReadonlySet<string>;
  /** Selected keys that name no flag. */
  readonly unknown: readonly string[];
}

/** The desired state: the live state with the selected flags off. */
export interface FlagMitigation<State> {
  readonly desired: State;
  readonly unknown: readonly string[];
}

/** Resolves a selection to flags. Pure. */
export function selectFlags(all: readonly FlagSwitch[], { flags = [], tags = [] }: FlagSelection): SelectedFlags {
  const selected = all.filter(({ key, tags: own }) => flags.includes(key) || own.some((tag) => tags.includes(tag)));
  const keys = new Set(all.map(({ key }) => key));
  return {
    turnOff: new Set(selected.filter(({ on }) => on).map(({ key }) => key)),
    unknown: flags.filter((key) => !keys.has(key)),
  };
}
