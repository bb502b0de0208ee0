/**
 * Claim: the clock's look-up is right to the minute. `VERIFY_WALKS` cases (100,000) of random calendars in 17 zones, with daylight saving, split days, night shifts, holidays, make-up
 * days and overlapping pauses, are asked of the engine and of a walk through every minute that shares no code with it: elapsed time, deadline, reminder, state and next opening.
 */
import { compareWithWalk, walkTable } from '../packages/sla-clock/src/calendar/compare-with-walk.testing.ts';
import { zones } from '../packages/sla-clock/src/calendar/random-calendar.testing.ts';

const wanted = Number(process.env.VERIFY_WALKS ?? 100_000);
const seed = Number(process.env.VERIFY_SEED ?? Date.now() % 1_000_000);
const questions = 50;
const calendars = Math.ceil(wanted / zones.length / questions);
const started = performance.now();

let wrong = 0;
for (const [index, zone] of zones.entries()) {
  const differences = compareWithWalk(walkTable(zone), { seed: seed + index, calendars, questions });
  for (const difference of differences.slice(0, 3)) console.log(`not ok clock-walks in ${zone}: ${JSON.stringify(difference)}`);
  wrong += differences.length;
}
const cases = zones.length * calendars * questions;
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`${cases} cases in ${zones.length} zones, five answers each, seed ${seed}: ${wrong} differ, ${seconds} s`);
if (wrong === 0) console.log('ok the engine gives what walking minute by minute gives');
process.exitCode = wrong === 0 ? 0 : 1;
