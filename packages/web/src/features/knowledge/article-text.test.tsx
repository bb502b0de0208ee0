// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ArticleText } from './article-text.tsx';

afterEach(cleanup);

it('shows headings, steps and links as what they are, in their language', () => {
  const text = '## 先自查\n\n1. 看**网线**\n2. 运行 `ping`\n\n见[说明](https://example.org/a)';
  const { container } = render(<ArticleText text={text} locale="zh" />);
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('先自查');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['看网线', '运行 ping']);
  const link = screen.getByRole('link', { name: '说明' });
  expect(link.getAttribute('href')).toBe('https://example.org/a');
  expect(link.getAttribute('rel')).toContain('noopener');
  expect(container.firstElementChild?.getAttribute('lang')).toBe('zh-CN');
});

it('never takes what somebody wrote for markup', () => {
  const { container } = render(<ArticleText text={'<img src=x onerror=alert(1)>\n\n[x](javascript:alert(1))'} locale="en" />);
  expect(container.querySelector('img, a, script')).toBeNull();
  expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
});
