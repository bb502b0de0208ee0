// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeLocale } from '../../../lib/locale.ts';
import { RuleList } from './rule-list.tsx';
import type { DraftRule } from './rules-draft.ts';

const rule = (code: string): DraftRule => ({
  ...{ segmentId: code, code, name: { zh: code, en: code }, level: null, customers: 3, tests: [] },
});

function Editor() {
  const [rules, setRules] = useState<readonly DraftRule[]>(['first', 'second', 'third'].map(rule));
  return <RuleList rules={rules} counts={new Map([['second', 5]])} onChange={setRules} />;
}

const names = () => screen.getAllByRole('heading').map((heading) => heading.textContent);

beforeEach(() => changeLocale('en'));
afterEach(cleanup);

it('the order is changed without a mouse, and what happened is said', () => {
  render(<Editor />);
  fireEvent.click(screen.getByRole('button', { name: 'Move down: first' }));
  expect(names()).toEqual(['second', 'first', 'third']);
  expect(screen.getByText('first is now number 2')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Move up: third' }));
  expect(names()).toEqual(['second', 'third', 'first']);
  expect(screen.getByRole('button', { name: 'Move up: second' })).toHaveProperty('disabled', true);
  expect(screen.getByRole('button', { name: 'Move down: first' })).toHaveProperty('disabled', true);
});

it('the order is changed by dragging', () => {
  render(<Editor />);
  const [first, , third] = screen.getAllByRole('listitem');
  const grip = within(first!).getByTitle('Drag to change the order');
  fireEvent.dragStart(grip, { dataTransfer: { setData: () => undefined } });
  fireEvent.drop(third!);
  expect(names()).toEqual(['second', 'third', 'first']);
});

it('what the rules would do stands beside what is', () => {
  render(<Editor />);
  expect(screen.getByText('3 → 5 customers')).toBeTruthy();
  expect(screen.getAllByText('3 customers')).toHaveLength(2);
});

it('who only reads has no buttons', () => {
  render(<RuleList rules={[rule('first')]} counts={new Map()} onChange={null} />);
  expect(screen.queryAllByRole('button')).toEqual([]);
});
