import { useEffect, useState } from 'react';

/** Which of several boards stands on the wall; they take turns unless somebody stops them. */
export function useRotation(count: number, seconds: number) {
  const [index, setIndex] = useState(0);
  const [paused, setPaused] = useState(false);
  const next = () => setIndex((now) => (count === 0 ? 0 : (now + 1) % count));
  useEffect(() => {
    if (paused || count < 2) return;
    const timer = setInterval(() => setIndex((now) => (now + 1) % count), seconds * 1000);
    return () => clearInterval(timer);
  }, [count, paused, seconds]);
  return { index: Math.min(index, Math.max(0, count - 1)), paused, next, toggle: () => setPaused(!paused) };
}
