import { postgresConformance } from './postgres-subject.js';

postgresConformance('swap, rows', { restore: 'swap', integrity: 'rows' }, 100);
