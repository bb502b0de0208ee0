// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { ProblemError } from '@zhiheng/contract/call';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { changeLocale } from '../lib/locale.ts';
import { QueryView } from './query-view.tsx';

type Query = Parameters<typeof QueryView<readonly string[]>>[0]['query'];

const refetch = vi.fn();
const query = (part: Partial<Query>): Query => ({ data: undefined, error: null, isPending: false, refetch, ...part });
const problem = (status: number, code: string) => new ProblemError({ type: '', title: '', status, code, params: {}, errors: [] });

function show(part: Partial<Query>) {
  changeLocale('en');
  render(
    <QueryView query={query(part)} isEmpty={(names) => names.length === 0} empty={{ title: 'Nobody yet' }}>
      {(names) => <p>{names.join()}</p>}
    </QueryView>,
  );
}

describe('a list', () => {
  afterEach(cleanup);

  it('says that it is loading', () => {
    show({ isPending: true });
    expect(screen.getByRole('status').getAttribute('aria-label')).toBe('Loading');
  });

  it('says why it is empty', () => {
    show({ data: [] });
    expect(screen.getByText('Nobody yet')).toBeTruthy();
  });

  it('says what went wrong, and tries again', () => {
    show({ error: problem(0, 'unreachable') });
    expect(screen.getByRole('alert').textContent).toContain('The server cannot be reached');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(refetch).toHaveBeenCalledOnce();
  });

  it('says that one may not see it, without offering to try again', () => {
    show({ error: problem(403, 'not_allowed') });
    expect(screen.getByText('You may not see this')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('keeps what it has when fetching it anew fails', () => {
    show({ data: ['Ada'], error: problem(500, 'fault') });
    expect(screen.getByText('Ada')).toBeTruthy();
  });
});
