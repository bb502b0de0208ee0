import { expect, test } from 'vitest';
import { traitsOf } from './traits.rules.ts';

const judged = (headers: Readonly<Record<string, string>>, sender = 'wang@customer.example', subject = 'Printer') => {
  const { automatic, autoReply, silent, bounce } = traitsOf((name) => headers[name] ?? '', { sender, subject });
  return Object.entries({ automatic, autoReply, silent, bounce }).flatMap(([name, is]) => (is ? [name] : []));
};

test.each([
  [{}, []],
  [{ 'auto-submitted': 'no' }, []],
  [{ 'auto-submitted': 'auto-generated' }, ['automatic', 'silent']],
  [{ 'auto-submitted': 'Auto-Replied; owner-email="x@y.example"' }, ['automatic', 'autoReply', 'silent']],
  [{ precedence: 'list' }, ['silent']],
  [{ precedence: 'junk' }, ['automatic', 'silent']],
  [{ 'x-auto-response-suppress': 'OOF, AutoReply' }, ['silent']],
  [{ 'return-path': '<>' }, ['automatic', 'silent']],
  [{ 'content-type': 'multipart/report; report-type=delivery-status; boundary=x' }, ['automatic', 'silent', 'bounce']],
  [{ 'content-type': 'multipart/report; report-type=disposition-notification' }, []],
])('%o', (headers, traits) => {
  expect(judged(headers)).toEqual(traits);
});

test('senders and subjects that give machines away', () => {
  expect(judged({}, 'no-reply@shop.example')).toEqual(['silent']);
  expect(judged({}, 'MAILER-DAEMON@relay.example')).toEqual(['automatic', 'silent', 'bounce']);
  expect(judged({}, 'wang@customer.example', '自动回复: 出差中')).toEqual(['automatic', 'autoReply', 'silent']);
  expect(judged({}, 'wang@customer.example', 'Out of office: back Monday')).toEqual(['automatic', 'autoReply', 'silent']);
  expect(judged({}, 'wang@customer.example', 'Automatic replies do not work')).toEqual([]);
});
