import type { Locale } from '@zhiheng/contract/values/text';

const steps = [
  { seconds: 86_400, zh: '天', en: 'd' },
  { seconds: 3_600, zh: '小时', en: 'h' },
  { seconds: 60, zh: '分', en: 'min' },
  { seconds: 1, zh: '秒', en: 's' },
] as const;

/** The two largest units in words: `2 小时 14 分`, `2 h 14 min`; below a second `0 秒`. */
export function formatDuration(seconds: number, locale: Locale): string {
  const sign = seconds < 0 ? '−' : '';
  const total = roundToSecondUnit(Math.round(Math.abs(seconds)));
  const first = largestUnit(total);
  if (first === -1) return locale === 'zh' ? '0 秒' : '0 s';
  return sign + partsOf(total, first, locale).join(' ');
}

const largestUnit = (total: number): number => steps.findIndex((step) => total >= step.seconds);

/** What is smaller than the second unit shown is rounded into it, not cut off. */
function roundToSecondUnit(total: number): number {
  const smallest = steps[largestUnit(total) + 1]?.seconds ?? 1;
  return Math.round(total / smallest) * smallest;
}

function partsOf(total: number, first: number, locale: Locale): string[] {
  let rest = total;
  const parts: string[] = [];
  for (const step of steps.slice(first, first + 2)) {
    const count = Math.floor(rest / step.seconds);
    rest -= count * step.seconds;
    if (count > 0) parts.push(`${count} ${step[locale]}`);
  }
  return parts;
}

/** `02:14:36`, for clocks under four hours. */
export function formatClock(seconds: number): string {
  const total = Math.max(0, Math.round(seconds));
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(total / 3600)}:${two((total / 60) % 60)}:${two(total % 60)}`;
}
