import { entry, type CatalogueEntry } from './entry.js';

/** Mistakes of a call or of the configuration. */
export const USAGE_ERRORS = {
  'input-invalid': entry(
    2,
    'A flag or an input has a value that Rewind does not accept.',
    'Correct the named input and run again.',
  ),
  'config-not-found': entry(
    2,
    'The configuration file could not be read.',
    'Run "rewind init" to write it, or name another file with --config.',
  ),
  'config-invalid': entry(2, 'The configuration file has mistakes.', 'Correct each listed line.'),
  'credential-missing': entry(
    2,
    'A credential that the configuration needs is missing from the environment.',
    'Set the named variable (a secret of the workflow) and run again.',
  ),
  'scope-unknown': entry(
    2,
    '--scope names a resource that the configuration does not have.',
    'Use the resource ids of the configuration file.',
  ),
  'game-day-not-sandbox': entry(
    2,
    'The configuration of a game day names something beside this machine.',
    'Run it in a folder without a configuration, for example in the checkout of a release: "npm run game-day".',
  ),
  'game-day-no-sandbox': entry(
    2,
    'This program does not include the sandbox of a game day, which is not part of the package.',
    'Clone the repository of Rewind at the tag of this release, run "npm ci" there, and then "npm run game-day".',
  ),
  'game-day-failed': entry(
    1,
    'The sandbox of a game day gave no result.',
    'Read what it printed, and start the game day again.',
  ),
} as const satisfies Record<string, CatalogueEntry>;
