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

/** The flags that a measure switches. */
export interface Switching {
  /** Keys of flags that are not yet so. */
  readonly keys: ReadonlySet<string>;
  readonly on: boolean;
  /** Keys that name no flag. */
  readonly unknown: readonly string[];
  /** Why flags does not support the measure. */
  readonly impossible?: readonly string[];
}

/** Measures that flags can take. */
export const FLAG_MEASURES = ['flags-off', 'maintenance'] as const;
/** What of a measure matters to flags. */
type FlagMeasure =
  | { readonly kind: 'flags-off'; readonly flags: readonly string[]; readonly tags: readonly string[] }
  | { readonly kind: 'maintenance'; readonly flag?: string }
  | { readonly kind: 'scale-up' };

/** Resolves a measure to flags: off, or on for the flag of maintenance. Pure. */
export function switching(all: readonly FlagSwitch[], measure: FlagMeasure): Switching {
  if (measure.kind === 'flags-off') {
    const { turnOff, unknown } = selectFlags(all, measure);
    // A tag that no flag has is a wrong name, too.
    const unused = measure.tags.filter((tag) => !all.some(({ tags }) => tags.includes(tag)));
    return { keys: turnOff, on: false, unknown: [...unknown, ...unused] };
  }
  const key = measure.kind === 'maintenance' ? measure.flag : undefined;
  if (key === undefined) {
    return { keys: new Set(), on: true, unknown: [], impossible: ['Feature flags take maintenance with "flag".'] };
  }
  const flag = all.find((one) => one.key === key);
  if (flag === undefined) return { keys: new Set(), on: true, unknown: [key] };
  return { keys: new Set(flag.on ? [] : [key]), on: true, unknown: [] };
}

/** Resolves a selection to flags. Pure. */
function selectFlags(all: readonly FlagSwitch[], { flags = [], tags = [] }: FlagSelection): SelectedFlags {
  const selected = all.filter(({ key, tags: own }) => flags.includes(key) || own.some((tag) => tags.includes(tag)));
  const keys = new Set(all.map(({ key }) => key));
  return {
    turnOff: new Set(selected.filter(({ on }) => on).map(({ key }) => key)),
    unknown: flags.filter((key) => !keys.has(key)),
  };
}
