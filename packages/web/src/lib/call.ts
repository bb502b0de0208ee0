import { createCall, ProblemError, type CallEndpoint } from '@zhiheng/contract/call';

const plainCall = createCall({ baseUrl: '', fetch: (...request) => globalThis.fetch(...request) });

/** Calls an endpoint of the server. Whoever is no longer signed in goes to the sign-in page and comes back to where they were. */
export const call: CallEndpoint = (endpoint, ...rest) =>
  plainCall(endpoint, ...rest).catch((error: unknown) => {
    if (error instanceof ProblemError && error.problem.code === 'sign_in_needed') leaveForSignIn();
    throw error;
  });

function leaveForSignIn(): void {
  const { pathname, search, hash } = globalThis.location;
  if (!pathname.startsWith('/app')) return;
  globalThis.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search + hash)}`);
}
