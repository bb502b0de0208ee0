import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useDelayed } from '../../lib/use-delayed.ts';
import { hitTargets } from './hit-target.ts';
import { searchQuery, type Hit } from './search.query.ts';

/** The search field's behaviour: what was found, which hit is active, and what the keys do. */
export function useSearch(onChoose: () => void) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const navigate = useNavigate();
  const words = useDelayed(text.trim());
  const { data } = useQuery(searchQuery(words));
  const hits = words === '' ? [] : (data?.items ?? []);
  const shown = open && words !== '' && data !== undefined;

  const write = (next: string) => {
    setText(next);
    setActive(0);
    setOpen(true);
  };
  const go = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    setText('');
    setOpen(false);
    onChoose();
    void navigate(hitTargets[hit.kind](hit));
  };
  const step = (by: number) => setActive((active + by + hits.length) % Math.max(hits.length, 1));
  const moves: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => go(hits[active]),
    Escape: () => setOpen(false),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    // While Chinese is being composed, Enter and the arrows belong to the input method.
    if (move === undefined || !shown || event.nativeEvent.isComposing) return;
    event.preventDefault();
    move();
  };
  return { text, write, hits, active, shown, go, setOpen, onKeyDown };
}
