/**
 * Claim: of 2,000 improvements without any effect (seeds 1–2,000, over all methods, with alike neighbours and skewed values as real data have
 * them, with the looks that were planned) at most 120 are called effective; of those with the effect that was planned, at least the planned
 * power less two points are found. VERIFY_VERDICTS counts the seeds, VERIFY_SEED is the first.
 */
import { scenarios, simulatedImprovement, type Simulated } from '../packages/stats/src/verdict/simulated-improvement.testing.ts';

const count = Number(process.env.VERIFY_VERDICTS ?? 2000);
const first = Number(process.env.VERIFY_SEED ?? 1);
const allowed = 0.06;
const slack = 0.02;

const found = Array.from({ length: count }, (_, i) => simulatedImprovement(first + i));
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const shareOf = (part: readonly Simulated[], holds: (one: Simulated) => boolean): number =>
  part.filter(holds).length / Math.max(1, part.length);
const planned = (part: readonly Simulated[]) => part.filter(({ power }) => power !== null);
const promised = (part: readonly Simulated[]) =>
  planned(part).reduce((sum, { power }) => sum + (power ?? 0), 0) / Math.max(1, planned(part).length);

function lineOf(name: string, part: readonly Simulated[]): string {
  const wrong = part.filter(({ withoutEffect }) => withoutEffect === 'effective').length;
  const harmful = part.filter(({ withoutEffect }) => withoutEffect === 'harmful').length;
  const seen = planned(part).filter(({ withEffect }) => withEffect === 'effective').length;
  const without = `${wrong} of ${part.length} without effect are called effective (${percent(wrong / part.length)}), ${harmful} harmful`;
  return `${name}: ${without}; ${seen} of ${planned(part).length} with the planned effect are found (${percent(seen / Math.max(1, planned(part).length))}, planned ${percent(promised(part))})`;
}

for (const scenario of scenarios) {
  console.log(
    `   ${lineOf(
      scenario,
      found.filter((one) => one.scenario === scenario),
    )}`,
  );
}
const wrong = shareOf(found, ({ withoutEffect }) => withoutEffect === 'effective');
const detected = shareOf(planned(found), ({ withEffect }) => withEffect === 'effective');
console.log(`${wrong <= allowed ? 'ok' : 'not ok'} ${lineOf(`all, seeds ${first} to ${first + count - 1}`, found)}`);
const needed = promised(found) - slack;
console.log(`${detected >= needed ? 'ok' : 'not ok'} detection ${percent(detected)}, needed ${percent(needed)}`);
process.exitCode = wrong <= allowed && detected >= needed ? 0 : 1;
