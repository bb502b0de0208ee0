import { describe, expect, it } from 'vitest';
import { burnRateAlerts, gatherEvidence, windowStatus, type Objective, type Reading } from '../objective/index.ts';

// The Site Reliability Workbook, chapter 5, "Low-traffic services": ten requests an hour, 99.9 % over 30 days, so 7 200 requests
// of which seven may fail. One failure is 10 % of its hour and 13.9 % of the budget: by the rates alone somebody is called.
const objective: Objective = {
  id: 'hotline',
  target: 0.999,
  method: { kind: 'occurrences', slice: 3600 },
  windows: [{ kind: 'rolling', unit: 'day', count: 30 }],
  zone: 'Asia/Shanghai',
};
const every6Minutes = 360;
const now = 30 * 86_400;

function month(failures: readonly number[]): Reading[] {
  return Array.from({ length: 7200 }, (_, i) => ({ at: i * every6Minutes, good: failures.includes(i) ? 0 : 1, total: 1 }));
}

describe('fault 27: one error pages a low-traffic objective', () => {
  it('a single failure is quiet, and says so', () => {
    const evidence = gatherEvidence(objective, month([7199]));
    const [page] = burnRateAlerts(evidence, now - 300);
    expect(page).toMatchObject({ kind: 'quiet', long: { bad: 1, n: 10 }, short: { bad: 1, n: 1 } });
    expect(page?.long.rate).toBeGreaterThan(14.4);
    expect(windowStatus(evidence, { kind: 'rolling', unit: 'day', count: 30 }, now)).toMatchObject({
      met: true,
      budget: { allowed: expect.closeTo(7.2, 9), leftShare: expect.closeTo(1 - 0.1389, 4) },
    });
  });

  it('a third failure within the hour calls', () => {
    const [page] = burnRateAlerts(gatherEvidence(objective, month([7195, 7197, 7199])), now - 300);
    expect(page).toMatchObject({ kind: 'firing', long: { bad: 3 } });
  });

  it('how many failures it takes is a setting', () => {
    const options = { quiet: { minimumBad: 1, minimumTotal: 1 } };
    expect(burnRateAlerts(gatherEvidence(objective, month([7199])), now - 300, options)[0]?.kind).toBe('firing');
    const enough = { quiet: { minimumBad: 1, minimumTotal: 10 } };
    expect(burnRateAlerts(gatherEvidence(objective, month([7199])), now - 300, enough)[0]?.kind).toBe('firing');
    const volume = { quiet: { minimumBad: 1, minimumTotal: 11 } };
    expect(burnRateAlerts(gatherEvidence(objective, month([7199])), now - 300, volume)[0]?.kind).toBe('quiet');
  });
});
