interface Fault {
  /** Half a sentence. */
  readonly what: string;
  /** Probe and criterion of the verdict that names the fault. */
  readonly probe: string;
  readonly criterion: string;
  /** An option of `rewind decide` that is right, too, although it is not recommended: the code alone does not help. */
  readonly alsoRight?: string;
}

/** What a game day can inject. */
const GAME_DAY_FAULTS = {
  errors: { what: 'the home page answers 500', probe: 'home', criterion: 'critical-functionality' },
  slow: { what: 'the home page takes almost a second longer', probe: 'home', criterion: 'performance' },
  login: {
    what: 'the login sets its cookie for the wrong path, so nobody stays logged in',
    probe: 'login',
    criterion: 'critical-functionality',
  },
  asset: {
    what: 'the script behind the CDN calls the wrong server',
    probe: 'asset',
    criterion: 'critical-functionality',
  },
  'payments-failing': {
    what: 'the checkout sends Stripe a parameter that Stripe does not know',
    probe: 'payments',
    criterion: 'payments',
  },
  'payments-silent': {
    what: 'the checkout says "paid" and charges nothing',
    probe: 'payments',
    criterion: 'payments',
  },
  'corrupted-rows': {
    what: 'the checkout writes orders without customer and amount',
    probe: 'orders',
    criterion: 'data-integrity',
    alsoRight: 'restore',
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type GameDayFault = keyof typeof GAME_DAY_FAULTS;
export const GAME_DAY_FAULT_NAMES = Object.keys(GAME_DAY_FAULTS) as [GameDayFault, ...GameDayFault[]];

export const faultOf = (name: GameDayFault): Fault => GAME_DAY_FAULTS[name];

/** The same fault for the same seed. Pure. @param seed a whole number that is not negative */
export function drawFault(seed: number): GameDayFault {
  // Seeds that people choose are close together: mixed, so that their faults are not in order (the finaliser of MurmurHash3).
  let mixed = Math.imul((seed ^ (seed >>> 16)) >>> 0, 0x85ebca6b);
  mixed = Math.imul((mixed ^ (mixed >>> 13)) >>> 0, 0xc2b2ae35);
  const at = ((mixed ^ (mixed >>> 16)) >>> 0) % GAME_DAY_FAULT_NAMES.length;
  return GAME_DAY_FAULT_NAMES[at] ?? GAME_DAY_FAULT_NAMES[0];
}
