// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ChoiceDialog, type Choice } from './choice-dialog.tsx';

afterEach(cleanup);

function shown(overrides: Partial<Choice> = {}) {
  const chosen: string[] = [];
  const options = [
    { value: '1', label: '李强', note: '一线' },
    { value: '2', label: '张敏', note: '二线' },
    { value: '3', label: '李娜' },
  ];
  const choice: Choice = { title: '分派给谁', placeholder: '输入姓名', options, onChoose: (value) => chosen.push(value), ...overrides };
  render(<ChoiceDialog choice={choice} onClose={() => undefined} />);
  return { chosen, field: screen.getByRole('combobox') };
}
const names = () => screen.queryAllByRole('option').map((option) => option.textContent);

it('narrows while one types, and Enter takes the first', () => {
  const { chosen, field } = shown();
  fireEvent.change(field, { target: { value: '李' } });
  expect(names()).toEqual(['李强一线', '李娜']);
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(chosen).toEqual(['3']);
});

it('finds by the note as well, and chooses nothing where nothing fits', () => {
  const { chosen, field } = shown();
  fireEvent.change(field, { target: { value: '二线' } });
  expect(names()).toEqual(['张敏二线']);
  fireEvent.change(field, { target: { value: '王' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(chosen).toEqual([]);
});

it('leaves Enter to the input method while Chinese is composed', () => {
  const { chosen, field } = shown();
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  expect(chosen).toEqual([]);
});

it('offers what was typed where new ones are welcome', () => {
  const { chosen, field } = shown({ options: [{ value: 'vip', label: 'vip' }], fresh: (tag) => `+ ${tag}` });
  fireEvent.change(field, { target: { value: 'vi' } });
  expect(names()).toEqual(['vip', '+ vi']);
  fireEvent.change(field, { target: { value: 'vip' } });
  expect(names()).toEqual(['vip']);
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(chosen).toEqual(['vip']);
});
