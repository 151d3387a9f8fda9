import type { Access } from '../../runtime/access.js';

/** What AWS says of a credential without a write. */
export const awsAccess = async (): Promise<Access> => ({
  credential: 'AWS credentials',
  writes: null,
  why: 'AWS answers only to a write',
});
