import { useEffect, useState } from 'react';

/** The value once it has stood still for a moment: so that typing does not ask the server at every key. */
export function useDelayed<T>(value: T, milliseconds = 200): T {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return delayed;
}
