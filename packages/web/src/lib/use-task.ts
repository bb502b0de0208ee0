import { useState } from 'react';

/** One call at a time, with its error; for the doors, which do without the query cache. */
export function useTask() {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = (work: () => Promise<void>) => {
    setPending(true);
    setError(null);
    work()
      .catch((reason: unknown) => setError(reason))
      .finally(() => setPending(false));
  };
  return { pending, error, run, clear: () => setError(null) };
}
