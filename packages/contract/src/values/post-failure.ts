import { z } from 'zod';

/** Why something that the server sends to an address did not arrive. */
export const postFailure = z.enum([
  'refused-address',
  'name-not-found',
  'timeout',
  'certificate',
  'not-connected',
  'no-http',
  'redirected',
  'wrong-status',
  'too-many',
  'refused',
  'secret-lost',
]);
export type PostFailure = z.infer<typeof postFailure>;
