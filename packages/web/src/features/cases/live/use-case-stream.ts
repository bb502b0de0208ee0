import { useQueryClient } from '@tanstack/react-query';
import { changedCases, caseStream } from '@zhiheng/contract/cases/case-stream';
import { useEffect, useState } from 'react';

/** A burst of changes asks for the list once. */
const restMilliseconds = 800;
const againMilliseconds = 15_000;

interface Stream {
  readonly onChange: (ids: readonly string[]) => void;
  readonly onOpen: (open: boolean) => void;
}

/** Listens to what others change; tries again when the server went away. Returns how to stop. */
function listen({ onChange, onOpen }: Stream): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const changed = new Set<string>();
  const tell = () => {
    waiting = undefined;
    onChange([...changed]);
    changed.clear();
  };
  const onMessage = ({ data }: MessageEvent<string>) => {
    for (const id of changedCases.parse(JSON.parse(data)).ids) changed.add(id);
    waiting ??= setTimeout(tell, restMilliseconds);
  };
  const open = () => {
    source = new EventSource(caseStream.path);
    source.addEventListener('cases', onMessage);
    source.onopen = () => onOpen(true);
    source.onerror = () => {
      onOpen(false);
      // A browser tries again by itself, except where the server refused.
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, againMilliseconds);
    };
  };
  open();
  return () => {
    clearTimeout(again);
    clearTimeout(waiting);
    source?.close();
  };
}

/** Keeps lists and open cases as they are on the server. Returns whether the page hears of changes. */
export function useCaseStream(): boolean {
  const client = useQueryClient();
  const [live, setLive] = useState(true);
  useEffect(
    () =>
      listen({
        onChange: () => void client.invalidateQueries({ queryKey: ['cases'] }),
        onOpen: (open) => {
          setLive(open);
          // What was missed meanwhile.
          if (open) void client.invalidateQueries({ queryKey: ['cases'] });
        },
      }),
    [client],
  );
  return live;
}
