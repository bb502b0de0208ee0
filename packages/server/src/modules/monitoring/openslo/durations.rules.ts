const seconds = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 } as const;

/** `5m` → 300; months and longer have no fixed length: null. */
export function secondsIn(duration: string): number | null {
  const parts = /^(\d{1,9})([smhdw])$/.exec(duration);
  return parts === null ? null : Number(parts[1]) * seconds[parts[2] as keyof typeof seconds];
}

/** 300 → `5m`: in the largest unit that leaves no rest. */
export function durationOf(length: number): string {
  const unit = (['d', 'h', 'm'] as const).find((candidate) => length % seconds[candidate] === 0) ?? 's';
  return `${length / seconds[unit]}${unit}`;
}
