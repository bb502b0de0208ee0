// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { changeLocale } from '../lib/locale.ts';
import { DataToggle } from './data-toggle.tsx';

afterEach(cleanup);

it('shows the figures of a picture as a table, and back', () => {
  changeLocale('zh');
  render(
    <DataToggle label="满意度" columns={['月份', '值']} rows={[['2026-11', '4.52']]}>
      <svg role="img" aria-label="折线" />
    </DataToggle>,
  );
  fireEvent.click(screen.getByRole('button', { name: /查看数据/ }));
  expect(screen.getByRole('table', { name: '满意度' }).textContent).toContain('4.52');
  expect(screen.queryByRole('img')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /查看图表/ }));
  expect(screen.getByRole('img', { name: '折线' })).toBeTruthy();
});
