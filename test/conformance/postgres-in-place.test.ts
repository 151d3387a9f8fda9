import { postgresConformance } from './postgres-subject.js';

postgresConformance('in place, content', { restore: 'in-place', integrity: 'content' }, 100);
