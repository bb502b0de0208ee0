// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changeLocale } from '../../../lib/locale.ts';
import { GoalCell } from './goal-cell.tsx';

const onChange = vi.fn();
beforeEach(() => {
  changeLocale('zh');
  onChange.mockClear();
});
afterEach(cleanup);

function show({ needed = false } = {}): HTMLInputElement {
  render(<GoalCell label="解决 P1" goal={{ kind: 'working-time', seconds: 14_400 }} needed={needed} faulty={false} onChange={onChange} />);
  return screen.getByRole('textbox', { name: '解决 P1' });
}

function type(text: string): void {
  const field = screen.getByRole('textbox');
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
}

it('takes a time as it is typed', () => {
  expect(show().value).toBe('4 小时');
  type('90 min');
  expect(onChange).toHaveBeenLastCalledWith({ kind: 'working-time', seconds: 5400 });
  type('2 个工作日');
  expect(onChange).toHaveBeenLastCalledWith({ kind: 'business-day-end', days: 2 });
  type('');
  expect(onChange).toHaveBeenLastCalledWith(null);
});

it('keeps what it cannot read and says so', () => {
  const field = show();
  type('很快');
  expect(onChange).not.toHaveBeenCalled();
  expect(field.value).toBe('很快');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByRole('alert').textContent).toContain('看不懂');
});

it('changes nothing for another way to write the same, and lets the last time of a promise stand', () => {
  const field = show({ needed: true });
  type('240m');
  expect(field.value).toBe('4 小时');
  type('');
  expect(onChange).not.toHaveBeenCalled();
});
