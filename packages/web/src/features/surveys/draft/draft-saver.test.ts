import { ProblemError } from '@zhiheng/contract/call';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftStore } from './draft-store.ts';
import { newForm } from './new-question.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const form = newForm({ en: 'Visit' });
const titled = (en: string) => ({ ...form, title: { en } });
const problem = (status: number) =>
  new ProblemError({ type: 'about:blank', title: '', status, code: status === 409 ? 'conflict' : 'unreachable', params: {}, errors: [] });

test('what is typed in a row is sent once, with the version that was read', async () => {
  const send = vi.fn(() => Promise.resolve({ version: 2 }));
  const store = new DraftStore({ form, version: 1 }, send);
  store.change(titled('V'), 'title');
  store.change(titled('Vi'), 'title');
  expect(store.view().save.kind).toBe('waiting');
  await vi.runAllTimersAsync();
  expect(send.mock.calls).toEqual([[titled('Vi'), 1]]);
  expect(store.view().save.kind).toBe('saved');
  store.undo();
  await vi.runAllTimersAsync();
  expect(send.mock.calls.at(-1)).toEqual([form, 2]);
});

test('what is changed while a draft is under way is sent after it', async () => {
  let answer: (reply: { version: number }) => void = () => undefined;
  const send = vi.fn(() => new Promise<{ version: number }>((resolve) => (answer = resolve)));
  const store = new DraftStore({ form, version: 1 }, send);
  store.change(titled('A'));
  await vi.runAllTimersAsync();
  store.change(titled('B'));
  await vi.runAllTimersAsync();
  expect(send).toHaveBeenCalledTimes(1);
  answer({ version: 2 });
  await vi.runAllTimersAsync();
  expect(send.mock.calls.at(-1)).toEqual([titled('B'), 2]);
});

test('without a connection it is tried again until it is there', async () => {
  const send = vi.fn(() => Promise.resolve({ version: 2 })).mockRejectedValueOnce(problem(0));
  const store = new DraftStore({ form, version: 1 }, send);
  store.change(titled('A'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.view().save.kind).toBe('failed');
  await vi.runAllTimersAsync();
  expect(store.view().save.kind).toBe('saved');
  expect(send.mock.calls).toEqual([
    [titled('A'), 1],
    [titled('A'), 1],
  ]);
});

test('whoever was overtaken loses nothing: they keep theirs, or take the other and may step back', async () => {
  const overtaken = () => vi.fn(() => Promise.resolve({ version: 8 })).mockRejectedValueOnce(problem(409));
  const mine = new DraftStore({ form, version: 1 }, overtaken());
  mine.change(titled('Mine'));
  await vi.runAllTimersAsync();
  expect(mine.view().save.kind).toBe('overtaken');
  mine.keepMine(7);
  await vi.runAllTimersAsync();
  expect([mine.view().form.title, mine.view().save.kind]).toEqual([{ en: 'Mine' }, 'saved']);

  const theirs = new DraftStore({ form, version: 1 }, overtaken());
  theirs.change(titled('Mine'));
  await vi.runAllTimersAsync();
  theirs.takeTheirs({ form: titled('Theirs'), version: 7 });
  expect(theirs.view().form.title).toEqual({ en: 'Theirs' });
  theirs.undo();
  expect(theirs.view().form.title).toEqual({ en: 'Mine' });
});

test('what somebody else saved is taken over where nothing waits here', async () => {
  const store = new DraftStore({ form, version: 1 }, () => Promise.resolve({ version: 2 }));
  store.adopt({ form: titled('New'), version: 5 });
  expect(store.view().form.title).toEqual({ en: 'New' });
  store.change(titled('Mine'));
  store.adopt({ form: titled('Other'), version: 6 });
  expect(store.view().form.title).toEqual({ en: 'Mine' });
  await vi.runAllTimersAsync();
});
