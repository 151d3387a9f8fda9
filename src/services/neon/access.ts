import type { Access } from '../../runtime/access.js';

export const neonAccess = async (): Promise<Access> => ({
  credential: 'NEON_API_KEY',
  writes: null,
  why: 'Neon says nothing about its keys',
});
