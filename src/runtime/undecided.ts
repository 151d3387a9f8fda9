import { HttpFailure } from './http-failure.js';

/** True if the request may have been carried out although it failed: the live state decides. */
export const isUndecided = (error: unknown): error is HttpFailure =>
  error instanceof HttpFailure && (error.status === undefined || error.status >= 500 || error.malformed);
