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
    'Run "rewind init", which writes .github/rewind.yml, or pass --config.',
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
} as const satisfies Record<string, CatalogueEntry>;
