import { describe, expect, it } from 'vitest';
import { durationText, goalText, readDuration, readGoal } from './duration-text.ts';
import { momentText, readMoment } from './step-text.ts';

const hour = 3600;

describe('readDuration', () => {
  it.each([
    ['4h', 4 * hour],
    ['4 H', 4 * hour],
    ['４小时', 4 * hour],
    ['1.5 小时', 1.5 * hour],
    ['30 min', 1800],
    ['30分钟', 1800],
    ['90m', 5400],
    ['2 天', 48 * hour],
    ['2d 4h', 52 * hour],
    ['2 天 4 小时', 52 * hour],
    ['1h30', 5400],
    ['1 小时 30 分', 5400],
    ['0:45', 2700],
    ['1 week', 168 * hour],
  ])('%s', (text, seconds) => expect(readDuration(text)).toBe(seconds));
  it.each(['', '4', 'h', '4 elephants', '-2h', '0h', '500d', '2h maybe', '4h 3'])('refuses %j', (text) =>
    expect(readDuration(text)).toBeNull(),
  );
});

describe('readGoal', () => {
  it.each([
    ['当天', 0],
    ['end of day', 0],
    ['次工作日', 1],
    ['NBD', 1],
    ['2 个工作日', 2],
    ['3 business days', 3],
    ['5工作日', 5],
  ])('%s ends at closing time', (text, days) => expect(readGoal(text)).toEqual({ kind: 'business-day-end', days }));
  it('tells days of 24 hours from business days', () => expect(readGoal('2 days')).toEqual({ kind: 'working-time', seconds: 48 * hour }));
  it('refuses more days than a year has', () => expect(readGoal('400 工作日')).toBeNull());
});

describe.each(['zh', 'en'] as const)('what is written in %s', (locale) => {
  it.each([60, 90, 2700, 4 * hour, 24 * hour, 48 * hour, 52 * hour, 72 * hour, 90_061, 366 * 24 * hour])('%i s is read back', (seconds) =>
    expect(readDuration(durationText(seconds, locale))).toBe(seconds),
  );
  it.each([0, 1, 2, 10])('%i business days are read back', (days) =>
    expect(readGoal(goalText({ kind: 'business-day-end', days }, locale))).toEqual({ kind: 'business-day-end', days }),
  );
  it.each([
    { kind: 'percent', percent: 80 },
    { kind: 'offset', seconds: -1800 },
    { kind: 'offset', seconds: 0 },
    { kind: 'offset', seconds: 5400 },
  ] as const)('the moment of a step is read back: %j', (at) => expect(readMoment(momentText(at, locale))).toEqual(at));
});

describe('readMoment', () => {
  it.each([
    ['80 %', { kind: 'percent', percent: 80 }],
    ['-30min', { kind: 'offset', seconds: -1800 }],
    ['提前 2 小时', { kind: 'offset', seconds: -7200 }],
    ['+1h', { kind: 'offset', seconds: 3600 }],
    ['1 天后', { kind: 'offset', seconds: 86_400 }],
  ])('%s', (text, at) => expect(readMoment(text)).toEqual(at));
  it.each(['', '0%', '2000%', '1h', 'soon'])('refuses %j', (text) => expect(readMoment(text)).toBeNull());
});
