// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeLocale } from '../../lib/locale.ts';
import { YearView } from './year-view.tsx';

const hours = [{ from: '09:00', to: '18:00' }];
const definition = {
  week: [hours, hours, hours, hours, hours, [], []],
  overrides: [
    { date: '2026-10-01', kind: 'public-holiday' as const, name: { zh: '国庆节', en: 'National Day' } },
    { date: '2026-10-10', kind: 'make-up-day' as const },
    { date: '2026-12-31', kind: 'closure' as const },
  ],
};
const onDay = vi.fn();

beforeEach(() => {
  changeLocale('zh');
  onDay.mockClear();
  render(<YearView year={2026} today="2026-11-21" definition={definition} onDay={onDay} />);
});
afterEach(cleanup);

const dayOf = (name: string) => screen.getByRole('button', { name });

describe('the year', () => {
  it('has twelve months', () => expect(screen.getAllByRole('region')).toHaveLength(12));
  it('says of each day what it is, by name and by mark', () => {
    expect(dayOf('1 2026-10-01 国庆节 公共假日').dataset['mark']).toBe('休');
    expect(dayOf('10 2026-10-10 调休上班').dataset['mark']).toBe('班');
    expect(dayOf('31 2026-12-31 停业').dataset['mark']).toBe('闭');
    expect(dayOf('20 2026-11-20 工作日').dataset['mark']).toBeUndefined();
    expect(dayOf('21 2026-11-21 不上班').getAttribute('aria-current')).toBe('date');
  });
  it('is one stop of the Tab key, and the arrows move within it, over the ends of months', () => {
    const stops = () => screen.getAllByRole('button').filter((day) => day.tabIndex === 0);
    expect(stops().map((day) => day.dataset['date'])).toEqual(['2026-11-21']);
    fireEvent.keyDown(dayOf('21 2026-11-21 不上班'), { key: 'ArrowDown' });
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    expect(stops().map((day) => day.dataset['date'])).toEqual(['2026-12-05']);
    expect(document.activeElement?.getAttribute('data-date')).toBe('2026-12-05');
  });
  it('opens the day that is chosen', () => {
    fireEvent.click(dayOf('1 2026-10-01 国庆节 公共假日'));
    expect(onDay).toHaveBeenCalledWith('2026-10-01');
  });
});
