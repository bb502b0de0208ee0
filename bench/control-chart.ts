/**
 * Claim: an individuals chart of 1,000,000 points — centre, sigma, limits, moving ranges, all eight run rules of Nelson — within 40 ms. Peers
 * over the same points in the same run: a plain program on simple-statistics that looks at every window by itself (always), numpy, and R's
 * qcc where they are installed. qcc knows limits and runs only.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mean } from 'simple-statistics';
import { individualsChart, type RunRules } from '@zhiheng/stats/control-chart';
import { normalDeviate, seededRandom } from '@zhiheng/stats/random';

const points = 1_000_000;
const limit = 40;
const rounds = 21;

const pythonPeer = `
import sys, time, numpy as np
x = np.fromfile(sys.argv[1], dtype=np.float64)
def windows(marked, window, needed):
    total = np.cumsum(np.concatenate(([0], marked)))
    return np.flatnonzero(total[window:] - total[:-window] >= needed) + window - 1
def chart():
    ranges = np.abs(np.diff(x)); center = x.mean(); sigma = ranges.mean() / 1.1283791670955126
    z = (x - center) / sigma; size = np.abs(z); step = np.sign(np.diff(x, prepend=x[0])); turn = np.concatenate(([0], step[1:] * step[:-1])) < 0
    both = lambda a, b, window, needed: np.union1d(windows(a, window, needed), windows(b, window, needed))
    return [np.flatnonzero(ranges > 3.2665319192 * ranges.mean()), windows(size > 3, 1, 1), both(z > 0, z < 0, 9, 9), both(step > 0, step < 0, 5, 5),
            windows(turn, 12, 12), both(z > 2, z < -2, 3, 2), both(z > 1, z < -1, 5, 4), windows(size < 1, 15, 15), windows(size > 1, 8, 8)]
times = []
for _ in range(7):
    start = time.perf_counter(); found = chart(); times.append(time.perf_counter() - start)
print('%.1f ms, %d signals' % (1000 * sorted(times)[3], sum(len(ends) for ends in found[1:])))
`;
const rPeer = `
suppressMessages(library(qcc))
x <- readBin(commandArgs(TRUE)[1], 'double', ${points})
s <- system.time(qcc(x, type = 'xbar.one', plot = FALSE))[['elapsed']]
cat(sprintf('%.0f ms, limits and runs of seven only', 1000 * s))
`;

const random = seededRandom(11);
const values = Float64Array.from({ length: points }, (_, i) => 100 + 5 * normalDeviate(random) + (i % 50_000 < 25 ? 8 : 0));

const cold = millisecondsOf(chartSignals);
const times = Array.from({ length: rounds }, () => millisecondsOf(chartSignals)).sort((a, b) => a - b);
const median = times[(rounds - 1) / 2] ?? NaN;

console.log(`individuals chart of ${points} points with the eight rules of Nelson, ${countOf(chartSignals())} signals`);
console.log(`@zhiheng/stats: median of ${rounds} ${ms(median)} (limit ${limit} ms), very first call ${ms(cold)}`);
npmPeer();
outsidePeers();
console.log(`${ms(median)} ${median <= limit ? 'holds' : 'FALLS SHORT'}`);
if (median > limit) process.exitCode = 1;

function chartSignals(): RunRules {
  const chart = individualsChart(values);
  if (chart.kind !== 'individuals-chart') throw new Error(chart.kind);
  return chart.signals;
}

function countOf({ rules }: RunRules): number {
  return rules.reduce((sum, { ends }) => sum + ends.length, 0);
}

/** The definitions as they are said: every window cut out and looked at. */
function npmPeer(): void {
  const list = [...values];
  let signals = 0;
  const taken = millisecondsOf(() => {
    const center = mean(list);
    const sigma = mean(list.slice(1).map((value, i) => Math.abs(value - (list[i] ?? 0)))) / 1.1283791670955126;
    const z = list.map((value) => (value - center) / sigma);
    const count = (window: number, violated: (part: readonly number[]) => boolean) => {
      for (let end = window; end <= z.length; end++) if (violated(z.slice(end - window, end))) signals += 1;
    };
    const oneSide = (test: (value: number) => boolean, needed: number) => (part: readonly number[]) =>
      part.filter(test).length >= needed || part.filter((value) => test(-value)).length >= needed;
    const steps = (part: readonly number[]) => part.slice(1).map((value, i) => Math.sign(value - (part[i] ?? 0)));
    count(1, ([value = 0]) => Math.abs(value) > 3);
    count(
      9,
      oneSide((value) => value > 0, 9),
    );
    count(6, (part) => Math.abs(steps(part).reduce((a, b) => a + b)) === 5);
    count(14, (part) => steps(part).every((step, i, all) => step !== 0 && (i === 0 || step === -(all[i - 1] ?? 0))));
    count(
      3,
      oneSide((value) => value > 2, 2),
    );
    count(
      5,
      oneSide((value) => value > 1, 4),
    );
    count(15, (part) => part.every((value) => Math.abs(value) < 1));
    count(8, (part) => part.every((value) => Math.abs(value) > 1));
  });
  console.log(`simple-statistics with windows looked at one by one: ${ms(taken)}, ${signals} signals`);
}

function outsidePeers(): void {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-chart-'));
  try {
    const file = join(folder, 'values.bin');
    writeFileSync(file, new Uint8Array(values.buffer));
    tell('numpy', spawnSync('python3', ['-c', pythonPeer, file], { encoding: 'utf8' }));
    tell("R's qcc", spawnSync('Rscript', ['-e', rPeer, file], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(name: string, { status, stdout }: { readonly status: number | null; readonly stdout: string | null }): void {
  console.log(status === 0 ? `${name}: ${(stdout ?? '').trim()}` : `${name} is not installed here, or could not run`);
}

function millisecondsOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
