import { expect, test } from 'vitest';
import { textOfHtml } from './text-of-html.rules.ts';

test.each([
  ['<p>Hello &amp; <b>good</b> bye</p>', 'Hello & good bye'],
  ['one<br>two<br/>three', 'one\ntwo\nthree'],
  ['<ul><li>tea</li><li>cake</li></ul>', '- tea\n- cake'],
  ['a<script>alert("x")</script>b<style>p{}</style>c', 'abc'],
  ['<!-- hidden <b> -->shown', 'shown'],
  ['new<blockquote>old<br>older</blockquote>', 'new\n> old\n> older'],
  ['&#25171;&#x5370;&nbsp;&bogus;&#0;&#xD800;', '打印 &bogus;'],
  ['1 < 2', '1'],
  ['<a href="https://x.example">here</a', 'here'],
  ['never <script>closed', 'never'],
])('%s', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

test('no depth and no brokenness is too much', () => {
  expect(textOfHtml(`${'<div>'.repeat(200_000)}deep`)).toBe('deep');
  expect(textOfHtml('<'.repeat(1_000_000))).toBe('');
  expect(textOfHtml('&'.repeat(10))).toBe('&'.repeat(10));
});
