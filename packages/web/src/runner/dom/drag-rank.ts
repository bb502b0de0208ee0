/** Where a dragged row would stand: how many rows have their middle above the pointer. */
export function placeAt(rows: readonly Element[], y: number): number {
  return rows.filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
}

interface Drag {
  /** the list that holds the rows */
  readonly list: Element;
  readonly option: string;
  readonly onPlace: (place: number) => void;
}

/** Follows a pointer that holds the grip of a row until it lets go. */
export function dragRank(event: PointerEvent, { list, option, onPlace }: Drag): void {
  event.preventDefault();
  const row = () => list.querySelector(`[data-option="${option}"]`);
  row()?.classList.add('dragged');
  const move = ({ clientY }: PointerEvent) => {
    const others = [...list.querySelectorAll('[data-option]')].filter((one) => one !== row());
    onPlace(placeAt(others, clientY));
    row()?.classList.add('dragged');
  };
  const stop = () => {
    row()?.classList.remove('dragged');
    document.removeEventListener('pointermove', move);
    document.removeEventListener('pointerup', stop);
    document.removeEventListener('pointercancel', stop);
  };
  document.addEventListener('pointermove', move);
  document.addEventListener('pointerup', stop);
  document.addEventListener('pointercancel', stop);
}
