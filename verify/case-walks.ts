/**
 * Claim: whole cases are counted right to the minute. `VERIFY_CASES` random cases (10,000) live under random agreements (SLA, OLA or supplier contract, two priorities) and calendars in five zones across a
 * change to daylight saving, with pauses by status and by field, changes of priority, hands, reopenings and exclusions. The clock's used time, state, breach and deadline are compared with a walk
 * through every minute that knows nothing of cycles, conditions or look-ups.
 */
import { compareCaseWithWalk } from '../packages/sla-clock/src/clock/compare-case-with-walk.testing.ts';

const wanted = Number(process.env.VERIFY_CASES ?? 10_000);
const seed = Number(process.env.VERIFY_SEED ?? Date.now() % 1_000_000);
const started = performance.now();

let [wrong, breached, unpromised] = [0, 0, 0];
for (let index = 0; index < wanted; index++) {
  const { clock, walked } = compareCaseWithWalk(seed * 1009 + index * 7919);
  if (walked === null) unpromised += 1;
  if (walked !== null && walked.breachedAt !== null) breached += 1;
  if (JSON.stringify(clock) === JSON.stringify(walked)) continue;
  wrong += 1;
  if (wrong <= 3) console.log(`not ok case-walks ${seed * 1009 + index * 7919}: ${JSON.stringify({ clock, walked })}`);
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`${wanted} cases, ${breached} breached, ${unpromised} without a promise, seed ${seed}: ${wrong} differ, ${seconds} s`);
if (wrong === 0) console.log('ok the clock of a case gives what walking minute by minute gives');
process.exitCode = wrong === 0 ? 0 : 1;
