/** `Asia/Shanghai (UTC+08:00)`, by region, for a list to choose from. */
export function timeZonesByRegion(now: Date, chosen: string): ReadonlyMap<string, readonly { zone: string; label: string }[]> {
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])].sort();
  const regions = new Map<string, { zone: string; label: string }[]>();
  for (const zone of zones) {
    const region = zone.includes('/') ? (zone.split('/')[0] ?? zone) : 'UTC';
    regions.set(region, [...(regions.get(region) ?? []), { zone, label: `${zone.replaceAll('_', ' ')} (${offsetOf(zone, now)})` }]);
  }
  return regions;
}

function offsetOf(zone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(now);
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return offset === 'GMT' ? 'UTC' : offset.replace('GMT', 'UTC');
}
