import type { TestPostgres } from '../support/postgres.js';
import { laterSubject } from './later-subject.js';
import { neonSubject } from './neon-subject.js';
import type { Subject } from './subject.js';
import { worldSubject } from './world-subject.js';

export interface Scenario {
  readonly name: string;
  /** Share of the kills, relative to the others. */
  readonly weight: number;
  start(postgres: TestPostgres): Promise<Subject>;
}

const CODE_AND_SERVICES = ['web', 'flags', 'env', 'settings', 'vflags', 'ld', 'toggles', 'pay', 'media', 'cdn'];

/** Together: all providers, all database modes that change a database, both ways of a restore. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'services',
    weight: 6,
    start: (postgres) => worldSubject({ postgres, database: 'none', services: true, scope: CODE_AND_SERVICES }),
  },
  {
    name: 'services-s3-store',
    weight: 4,
    start: (postgres) =>
      worldSubject({ postgres, database: 'none', services: true, scope: CODE_AND_SERVICES, store: 's3' }),
  },
  { name: 'later-kept', weight: 3, start: () => laterSubject(false) },
  { name: 'later-included', weight: 3, start: () => laterSubject(true) },
  { name: 'neon', weight: 8, start: () => neonSubject() },
  { name: 'down', weight: 2, start: (postgres) => worldSubject({ postgres, database: 'down', services: false }) },
  { name: 'swap', weight: 3, start: (postgres) => worldSubject({ postgres, database: 'restore', services: false }) },
  {
    name: 'in-place',
    weight: 2,
    start: (postgres) => worldSubject({ postgres, database: 'restore', restore: 'in-place', services: false }),
  },
  {
    name: 'everything',
    weight: 1,
    start: (postgres) => worldSubject({ postgres, database: 'restore', services: true }),
  },
];
