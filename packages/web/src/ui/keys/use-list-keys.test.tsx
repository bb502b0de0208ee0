// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useMemo, useRef } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { useListKeys } from './use-list-keys.ts';

afterEach(cleanup);

function List({ ids, onSelect }: { readonly ids: readonly string[]; readonly onSelect: (id: string | null) => void }) {
  const list = useRef<HTMLUListElement>(null);
  useListKeys(
    list,
    useMemo(() => ({ x: onSelect }), [onSelect]),
  );
  return (
    <>
      <input aria-label="search" />
      <ul ref={list}>
        {ids.map((id) => (
          <li key={id} data-row={id}>
            <a href={`#${id}`}>{id}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

it('moves the focus by j and k and stays inside the list', () => {
  render(<List ids={['a', 'b']} onSelect={() => undefined} />);
  press('j');
  expect(document.activeElement?.textContent).toBe('a');
  press('j');
  press('j');
  expect(document.activeElement?.textContent).toBe('b');
  press('k');
  press('k');
  expect(document.activeElement?.textContent).toBe('a');
});

it('names the row under the cursor to the other keys', () => {
  const onSelect = vi.fn();
  render(<List ids={['a', 'b']} onSelect={onSelect} />);
  press('x');
  press('j');
  press('x');
  expect(onSelect.mock.calls).toEqual([[null], ['a']]);
});

it('goes on with the row that took the place of one that left', () => {
  const select = () => undefined;
  const { rerender } = render(<List ids={['a', 'b', 'c']} onSelect={select} />);
  press('j');
  press('j');
  rerender(<List ids={['a', 'c']} onSelect={select} />);
  press('j');
  expect(document.activeElement?.textContent).toBe('c');
});

it('is silent while somebody types', () => {
  const onSelect = vi.fn();
  render(<List ids={['a']} onSelect={onSelect} />);
  screen.getByRole('textbox').focus();
  press('j');
  press('x');
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
  expect(onSelect).not.toHaveBeenCalled();
});
