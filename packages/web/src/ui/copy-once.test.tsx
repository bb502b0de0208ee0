// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { changeLocale } from '../lib/locale.ts';
import { CopyOnce } from './copy-once.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show() {
  changeLocale('en');
  render(<CopyOnce label="Private link" value="https://example.org/link/abc" />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
}

it('writes the clipboard and says so', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
  show();
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
  expect(writeText).toHaveBeenCalledWith('https://example.org/link/abc');
});

it('copies the old way where pages may not write the clipboard', async () => {
  vi.stubGlobal('navigator', { ...navigator, clipboard: undefined });
  const execCommand = vi.fn(() => true);
  Object.assign(document, { execCommand });
  show();
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
  expect(execCommand).toHaveBeenCalledWith('copy');
});
