import { createCall, ProblemError, type CallEndpoint } from '@zhiheng/contract/call';

const plainCall = createCall({ baseUrl: '', fetch: (...request) => globalThis.fetch(...request) });

/** Calls an endpoint of the server. Whoever is no longer signed in goes to the sign-in page and comes back to where they were. */
export const call: CallEndpoint = (endpoint, ...rest) =>
  plainCall(endpoint, ...rest).catch((error: unknown) => {
    const { pathname, search, hash } = globalThis.location;
    if (!isSignedOut(error) || !pathname.startsWith('/app')) throw error;
    globalThis.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search + hash)}`);
    // The page is about to go: whoever waits for the answer sees no error flash by.
    return new Promise<never>(() => undefined);
  });

const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.problem.code === 'sign_in_needed';
