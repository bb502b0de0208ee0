import type { Reply } from '@zhiheng/contract/endpoint';
import { readByBoardLink } from '@zhiheng/contract/insight/shared-boards';
import { useEffect, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { statusOf } from '../../../lib/problem-words.ts';

export type Wall = Reply<typeof readByBoardLink>;

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'over' }
  | { readonly kind: 'here'; readonly wall: Wall; readonly readAt: string; readonly stale: boolean };

/** Figures on a wall are never older than this, as long as there is a connection. */
const lookedAtAgain = 30_000;

/** Reads the boards again and again. What is on the wall stays there while the server is away; when the link is taken back, it goes. */
export function useWall(token: string): State {
  const [state, setState] = useState<State>({ kind: 'loading' });
  useEffect(() => {
    const read = () =>
      call(readByBoardLink, { params: { token } }).then(
        (wall) => setState({ kind: 'here', wall, readAt: new Date().toISOString(), stale: false }),
        (error: unknown) => {
          const over = [404, 422].includes(statusOf(error) ?? 0);
          setState((now) => (over ? { kind: 'over' } : now.kind === 'here' ? { ...now, stale: true } : now));
        },
      );
    void read();
    const timer = setInterval(() => void read(), lookedAtAgain);
    return () => clearInterval(timer);
  }, [token]);
  return state;
}
