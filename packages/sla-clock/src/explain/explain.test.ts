import { describe, expect, it } from 'vitest';
import { ask, carrier, firstLine, hour, opened, policy, promise, saved, secondLine, step, time } from '../faults/desk.testing.ts';
import type { ClockEvent, Ledger, Party } from '../clock/index.ts';
import { durationWords, explain, languages, localTime } from './index.ts';

const texts = (ledger: Ledger, language: 'zh' | 'en', index = 0) => explain(ledger, language)[index]?.steps.map(({ text }) => text);

describe('an explanation', () => {
  // A mail case before the Spring Festival of 2026 (15 to 23 February off, 14 and 28 February worked).
  const gold = policy([promise('resolution', 8 * hour)], {
    id: 'gold',
    name: { zh: '金牌协议', en: 'Gold agreement' },
    version: 3,
    scope: { customer: ['中心医院'], service: ['邮件'] },
  });
  const standard = policy([promise('resolution', 24 * hour)], { scope: { service: ['邮件'] } });
  const events = [
    opened('2026-02-14T16:30', { fields: { customer: '中心医院', service: '邮件' } }),
    saved('2026-02-14T17:30', { status: 'pending', party: { kind: 'customer' } }),
    saved('2026-02-24T10:00', { status: 'open', party: secondLine }),
  ];
  const ledger = ask([gold, standard], events, '2026-02-24T11:00');

  it('tells in Chinese how the deadline came about', () => {
    expect(texts(ledger, 'zh')).toEqual([
      '适用《金牌协议》第 3 版：它指定了客户 中心医院、服务 邮件。',
      '《标准协议》第 1 版也适用，但不采用：它没有指定客户。',
      '解决时限：工作时间 8 小时，按日历 office 第 1 版（Asia/Shanghai）计算。',
      '2026-02-14 周六 16:30 开始计时。',
      '2026-02-14 周六 16:30 至 2026-02-14 周六 17:30：团队 first-line 负责，计时 1 小时，累计 1 小时。',
      '2026-02-14 周六 17:30 至 2026-02-24 周二 10:00：暂停（等待客户），其间工作时间 1 小时 30 分不计。',
      '2026-02-24 周二 10:00 至 2026-02-24 周二 11:00：团队 second-line 负责，计时 1 小时，累计 2 小时。',
      '到期时刻：2026-02-24 周二 17:00。',
      '正在计时。已用 2 小时，时限 8 小时。',
    ]);
  });

  it('tells the same in English', () => {
    expect(texts(ledger, 'en')).toEqual([
      '"Gold agreement", version 3, counts: it names customer 中心医院, service 邮件.',
      '"Standard agreement", version 1, holds as well but does not count: it names no customer.',
      'Resolution: 8 h of working time, counted in calendar office, version 1 (Asia/Shanghai).',
      'The clock starts on Sat 2026-02-14 16:30.',
      'Sat 2026-02-14 16:30 to Sat 2026-02-14 17:30: runs for 1 h with team first-line, 1 h in all.',
      'Sat 2026-02-14 17:30 to Tue 2026-02-24 10:00: paused, waiting for the customer; 1 h 30 min of working time do not count.',
      'Tue 2026-02-24 10:00 to Tue 2026-02-24 11:00: runs for 1 h with team second-line, 2 h in all.',
      'Due on Tue 2026-02-24 17:00.',
      'Running. Used: 2 h of 8 h.',
    ]);
  });

  it('says every interval of the ledger once, in order, and calls parties as it is told', () => {
    const names = (party: Party) => (party.kind === 'customer' ? 'the hospital' : party.id.toUpperCase());
    const told = explain(ledger, 'en', names)[0]?.steps.filter((each) => each.kind === 'interval');
    expect(told?.map((each) => each.kind === 'interval' && each.interval)).toEqual([0, 1, 2]);
    expect(told?.[0]?.text).toContain('with FIRST-LINE');
  });

  const steps = [step('breach', { kind: 'percent', percent: 100 })];
  const ola = policy([promise('agent-work', 2 * hour, { steps })], { id: 'ola', agreement: { kind: 'ola', team: 'first-line' } });
  const urgent = policy([promise('resolution', 2 * hour)], {
    id: 'urgent',
    name: { zh: '紧急协议', en: 'Urgent agreement' },
    scope: { priority: ['P1'] },
  });
  const byDay = policy([promise('resolution', hour, { goal: { kind: 'business-day-end', days: 1 }, reopening: 'reset' })], {
    id: 'by day',
  });
  const course: readonly ClockEvent[] = [
    opened('2026-11-16T09:00'),
    saved('2026-11-16T10:00', { party: carrier, status: 'on-hold' }),
    saved('2026-11-16T11:00', { party: firstLine, status: 'open' }),
    saved('2026-11-16T12:00', { status: 'solved' }),
    saved('2026-11-16T13:00', { status: 'open', fields: { priority: 'P1' } }),
    {
      kind: 'excluded',
      at: time('2026-11-16T16:00'),
      from: time('2026-11-16T14:00'),
      to: time('2026-11-16T15:00'),
      reason: '台风',
      approvedBy: '李',
    },
    { kind: 'merged', at: time('2026-11-17T10:00'), into: 'C-1' },
  ];
  const rich = ask([ola, urgent, byDay], course, '2026-11-17T12:00');

  it.each(languages)('has words in %s for everything that can happen, and none that is missing', (language) => {
    const all = explain(rich, language).flatMap((clock) => [clock.title, ...clock.steps.map(({ text }) => text)]);
    expect(all.length).toBeGreaterThan(20);
    for (const text of all) expect(text).not.toMatch(/undefined|null|NaN|Invalid|\[object/);
  });

  it('tells takeovers, reopenings, exclusions and ends', () => {
    const all = explain(rich, 'en')
      .flatMap(({ steps: each }) => each.map(({ text }) => text))
      .join('\n');
    expect(all).toContain('From Mon 2026-11-16 13:00 on "Urgent agreement", version 1, counts');
    expect(all).toContain('stopped until the case was reopened');
    expect(all).toContain('excluded (台风), approved by 李; 1 h of working time do not count.');
    expect(all).toContain('with supplier carrier');
    expect(all).toContain('Withdrawn on Tue 2026-11-17 10:00 without a judgement: the case was merged.');
    const met = ask([byDay], [opened('2026-11-20T17:00'), saved('2026-11-23T10:00', { status: 'solved' })], '2026-11-23T12:00');
    expect(texts(met, 'en')).toContain(
      'Resolution: by the end of the next business day, which is 10 h of working time, counted in calendar office, version 1 (Asia/Shanghai).',
    );
    expect(texts(met, 'en')).toContain('Done in time, on Mon 2026-11-23 10:00. Used: 2 h of 10 h.');
  });
});

describe('words for time', () => {
  it('a length of time has no parts that are zero', () => {
    expect([0, 59, 60, 3600, 3661, 90_000].map((seconds) => durationWords(seconds, 'en'))).toEqual([
      '0 min',
      '59 s',
      '1 min',
      '1 h',
      '1 h 1 min 1 s',
      '25 h',
    ]);
    expect(() => durationWords(-1, 'zh')).toThrow(RangeError);
    expect(() => durationWords(Number.NaN, 'zh')).toThrow(RangeError);
  });

  it('an hour that the wall clock shows twice says which one it is', () => {
    // Berlin put its clocks back on 2026-10-25 at 03:00 (+02:00) to 02:00 (+01:00).
    const at = (text: string) => localTime(Date.parse(text) / 1000, { zone: 'Europe/Berlin', language: 'en' });
    expect([at('2026-10-25T00:30:00Z'), at('2026-10-25T01:30:00Z'), at('2026-10-25T02:30:00Z')]).toEqual([
      'Sun 2026-10-25 02:30 (GMT+02:00)',
      'Sun 2026-10-25 02:30 (GMT+01:00)',
      'Sun 2026-10-25 03:30',
    ]);
    expect(() => localTime(0, { zone: 'Mars/Olympus', language: 'zh' })).toThrow(RangeError);
  });
});
