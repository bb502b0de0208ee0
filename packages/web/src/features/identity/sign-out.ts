import { signOut as signOutCall } from '@zhiheng/contract/identity/sign-in';
import { call } from '../../lib/call.ts';

/** Ends the session and leaves the application, so that nothing of it stays in memory. */
export async function signOut(): Promise<void> {
  await call(signOutCall);
  globalThis.location.assign('/sign-in');
}
