// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changeLocale } from '../lib/locale.ts';
import { showToast } from '../lib/toast.ts';
import { Toasts } from './toasts.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  changeLocale('en');
  render(<Toasts />);
});
afterEach(() => {
  act(() => void vi.runAllTimers());
  cleanup();
  vi.useRealTimers();
});

it('is read out and goes by itself', () => {
  act(() => showToast({ tone: 'good', words: 'Saved' }));
  expect(screen.getByRole('status').textContent).toContain('Saved');
  act(() => void vi.advanceTimersByTime(6_000));
  expect(screen.getByRole('status').textContent).toBe('');
});

it('offers to take something back, once, and longer', () => {
  const undo = vi.fn();
  act(() => showToast({ tone: 'good', words: 'In the trash', undo: { label: 'Undo', run: undo } }));
  act(() => void vi.advanceTimersByTime(11_000));
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});
