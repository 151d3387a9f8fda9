import type { RewindConfig } from '../../config/schema.js';
import type { CommandResult } from '../../cli/result.js';
import type { CommonInputs } from '../../cli/flags.js';
import type { Session } from '../../cli/session.js';
import type { Json } from '../../runtime/json.js';
import check from '../check/index.js';
import snapshot from '../snapshot/index.js';
import type { Keys } from './keys.js';
import { credentialsOf } from './resources.js';

/** How the configuration was checked at the end. */
export interface Finished {
  /** False if the check found an error, or the snapshot failed. */
  readonly ready: boolean;
  readonly lines: readonly string[];
  readonly json: Json;
}

/**
 * Checks what was written; takes the first snapshot if that is asked for. Without the credentials, and with a store that only
 * a workflow has, the configuration alone was checked, and the text says so.
 *
 * @param keys of this run; null if the configuration is older than it
 */
export async function finish(
  session: Session,
  config: RewindConfig,
  keys: Keys | null,
  wantsSnapshot: boolean,
): Promise<Finished> {
  const { env } = session.context;
  const missing = [...new Set(config.resources.flatMap(credentialsOf))].filter((name) => env.text(name) === undefined);
  const unreachable = config.store.kind === 'artifact' && session.run === null;
  if (missing.length > 0 || unreachable) {
    const why = [
      ...(missing.length === 0
        ? []
        : [`${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not in the environment`]),
      ...(unreachable ? ['only a workflow reaches the store "artifact"'] : []),
    ].join(', and ');
    const lines = [
      `Checked: the configuration has no mistake. Not checked: the services and the store, because ${why}.`,
      ...(wantsSnapshot ? ['No snapshot was taken.'] : []),
    ];
    return { ready: !wantsSnapshot, lines, json: { check: 'configuration', missing } };
  }
  const variables = keys === null ? {} : variablesOf(keys);
  const common = {
    args: [],
    given: new Set<string>(),
    config: session.inputs.config,
    scope: null,
    json: session.inputs.json,
  };
  const checked = await ended(
    session.again({ ...common, installClient: false, planEnvironment: null }, variables),
    (checking) => check.run(checking),
  );
  if (!wantsSnapshot || checked.exit !== 0) {
    return {
      ready: checked.exit === 0,
      lines: ['Check:', checked.text, ...(wantsSnapshot ? ['No snapshot was taken.'] : [])],
      json: { check: checked.json },
    };
  }
  const inputs = { ...common, reason: 'manual' as const, after: null, overrideFreeze: null, installClient: false };
  const taken = await ended(session.again(inputs, variables), (taking) => snapshot.run(taking));
  return {
    ready: taken.exit === 0,
    lines: ['Check:', checked.text, 'Snapshot:', taken.text],
    json: { check: checked.json, snapshot: taken.json },
  };
}

async function ended<I extends CommonInputs>(
  session: Session<I>,
  run: (session: Session<I>) => Promise<CommandResult>,
): Promise<CommandResult> {
  try {
    return await run(session);
  } finally {
    session.close();
  }
}

const variablesOf = ({ identity, signing, fingerprint }: Keys): Record<string, string> => ({
  REWIND_IDENTITY: identity,
  REWIND_SIGNING_KEY: signing,
  REWIND_FINGERPRINT_KEY: fingerprint,
});
