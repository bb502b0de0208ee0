/**
 * Claim: a measurement deck in Chinese of at least 20 slides is made in under 5 s, from the click to the file, on the demo data and the built server:
 * the first one too, which loads what writes decks.
 */
import { startServer } from '../e2e/harness/start-server.ts';
import { demoHouse, makeDeck, slidesIn } from './make-deck.ts';
import { median } from './throw-away-server.ts';

const limit = 5_000;
const leastSlides = 20;
const again = Number(process.env.BENCH_DECKS ?? 5);

const server = await startServer();
try {
  const { person, period } = await demoHouse(server);
  const first = await makeDeck(server, person, period);
  const later: number[] = [];
  for (let turn = 0; turn < again; turn++) later.push((await makeDeck(server, person, period)).milliseconds);
  const slides = slidesIn(first).length;
  const holds = slides >= leastSlides && Math.max(first.milliseconds, ...later) < limit;
  const shown = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
  console.log(
    `${slides} slides (at least ${leastSlides}): first ${shown(first.milliseconds)}, then median ${shown(median(later))}, slowest ${shown(Math.max(...later))} (limit ${shown(limit)}) ${holds ? 'holds' : 'FALLS SHORT'}; ${first.bytes.length} bytes`,
  );
  process.exitCode = holds ? 0 : 1;
} finally {
  await server.stop();
}
