import { useQueryClient } from '@tanstack/react-query';
import { figureStream } from '@zhiheng/contract/insight/figure-stream';
import { useEffect, useMemo } from 'react';
import { useSharedStream } from '../use-shared-stream.ts';

/** A stream of answers or observations is looked at this often. */
const restMilliseconds = 1_500;

/** Asks for figures again when the server says that they have changed. `key` names the queries that show them. */
export function useLiveFigures(key: string): void {
  const client = useQueryClient();
  const refresh = useMemo(() => rarely(() => void client.invalidateQueries({ queryKey: [key] })), [client, key]);
  useEffect(() => refresh.stop, [refresh]);
  useSharedStream({ path: figureStream.path, event: 'figures', onNews: refresh.ask });
}

/** At once the first time, then no more than once in a while: the last time that was asked for is never left out. */
function rarely(work: () => void) {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const rest = () => {
    resting = undefined;
    if (asked) ask();
  };
  const ask = () => {
    asked = resting !== undefined;
    if (asked) return;
    work();
    resting = setTimeout(rest, restMilliseconds);
  };
  const stop = () => clearTimeout(resting);
  return { ask, stop };
}
