import type { PackDemoProbe } from '@zhiheng/contract/packs/pack-monitoring';
import type { DemoProbe } from '../../monitoring/index.ts';
import { drawNormal, randomFrom } from './random.rules.ts';

const hour = 3_600_000;
/** So many days are made up: two windows of thirty. */
const days = 60;

/** A look every hour up to now, the same for the same pack; here and there one fails, and once the service was away for hours. */
export function generateProbes(pack: string, probes: readonly PackDemoProbe[], now: Date): DemoProbe[] {
  const last = Math.floor(now.getTime() / hour);
  return probes.map(({ code, name, service, address, target, ...course }) => {
    const random = randomFrom(`probe:${pack}:${code}`);
    const looks = Array.from({ length: days * 24 }, (_, index) => {
      const back = days * 24 - 1 - index;
      const answers = random() >= course.failing / 100 && !isAway(course.outage, back);
      const latency = Math.max(1, Math.round(course.latency_ms * Math.exp(0.25 * drawNormal(random))));
      return { at: new Date((last - back) * hour), latencyMs: answers || back < 24 ? latency : null };
    });
    return { code, name, service, address, target: Number((target / 100).toFixed(8)), looks };
  });
}

const isAway = (outage: PackDemoProbe['outage'], hoursBack: number): boolean =>
  outage !== undefined && hoursBack < outage.days_ago * 24 && hoursBack >= outage.days_ago * 24 - outage.hours;
