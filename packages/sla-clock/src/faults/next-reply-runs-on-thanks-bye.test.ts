import { describe, expect, it } from 'vitest';
import { answer, ask, clockIn, hour, opened, policy, promise, question, saved, time } from './desk.testing.ts';

describe('fault 8: next reply runs on the customer\'s "thanks, bye"', () => {
  const policies = [policy([promise('next-reply', 2 * hour)])];
  const answered = [opened('2026-11-16T09:00', { message: question }), saved('2026-11-16T10:00', { message: answer, status: 'open' })];

  it('a message that asks for no reply starts nothing', () => {
    const events = [...answered, saved('2026-11-16T11:00', { message: { ...question, asksForReply: false } })];
    expect(ask(policies, events, '2026-11-17T11:00').clocks).toEqual([]);
  });

  it('a message that an agent marks as such afterwards is waited on no more, and nobody is blamed', () => {
    const events = [...answered, saved('2026-11-16T11:00', { message: question }), saved('2026-11-16T17:00', { replyNotNeeded: true })];
    expect(clockIn(ask(policies, events, '2026-11-17T11:00'), 'next-reply').status).toEqual({
      kind: 'cancelled',
      at: time('2026-11-16T17:00'),
      because: 'cancel-condition',
    });
  });

  it('a message on a solved case that stays solved starts nothing', () => {
    const events = [...answered, saved('2026-11-16T11:00', { status: 'solved' }), saved('2026-11-16T12:00', { message: question })];
    expect(ask(policies, events, '2026-11-17T11:00').clocks).toEqual([]);
  });

  it('each question is a clock of its own, from the first message that nobody answered', () => {
    const events = [
      ...answered,
      saved('2026-11-16T11:00', { message: question }),
      saved('2026-11-16T11:30', { message: question }),
      saved('2026-11-16T12:00', { message: answer }),
      saved('2026-11-16T14:00', { message: question }),
    ];
    const { clocks } = ask(policies, events, '2026-11-16T17:00');
    expect(clocks.map(({ usedSeconds, status }) => [usedSeconds, status.kind])).toEqual([
      [hour, 'met'],
      [3 * hour, 'overdue'],
    ]);
  });
});
