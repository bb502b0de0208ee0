import { expect, it } from 'vitest';
import { parseLine, parseText } from './parse-text.rules.ts';

const text = (words: string) => [{ kind: 'text', text: words }];

it('reads headings, paragraphs of several lines, bullets and steps', () => {
  const blocks = parseText('# 原因\n网络不通。\n或者证书过期。\n\n### Steps\n1. one\n2) two\n3、三\n\n- a\n* b\n\nend');
  expect(blocks).toEqual([
    { kind: 'heading', level: 2, spans: text('原因') },
    { kind: 'paragraph', lines: [text('网络不通。'), text('或者证书过期。')] },
    { kind: 'heading', level: 3, spans: text('Steps') },
    { kind: 'steps', items: [text('one'), text('two'), text('三')] },
    { kind: 'bullets', items: [text('a'), text('b')] },
    { kind: 'paragraph', lines: [text('end')] },
  ]);
});

it('a blank line ends a paragraph, a step after a paragraph begins a list', () => {
  expect(parseText('a\n\nb\n1. c').map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'steps']);
  expect(parseText(' \n\n')).toEqual([]);
});

it('finds what is strong, typed or a link', () => {
  expect(parseLine('打开**设置**，运行 `ipconfig`，见[说明](https://example.org/a?b=1)。')).toEqual([
    { kind: 'text', text: '打开' },
    { kind: 'strong', text: '设置' },
    { kind: 'text', text: '，运行 ' },
    { kind: 'code', text: 'ipconfig' },
    { kind: 'text', text: '，见' },
    { kind: 'link', text: '说明', href: 'https://example.org/a?b=1' },
    { kind: 'text', text: '。' },
  ]);
});

it.each(['[x](javascript:alert(1))', '[x](data:text/html,hi)', '[x](//example.org)', '[x](/app/admin)', '<b onclick=a>x</b>'])(
  'leaves %s as words',
  (line) => {
    expect(parseLine(line).every(({ kind }) => kind === 'text')).toBe(true);
    expect(
      parseLine(line)
        .map((span) => span.text)
        .join(''),
    ).toBe(line);
  },
);
