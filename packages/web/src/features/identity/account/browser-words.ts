const browsers = [
  ['Edge', /\bEdgA?\//],
  ['Firefox', /\bFirefox\//],
  ['Chrome', /\b(Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const;
const systems = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(iPhone|iPad)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const;

/** `Chrome · Windows` from what a browser says of itself; null when it says nothing that is known here. */
export function browserWords(userAgent: string | null): string | null {
  if (userAgent === null) return null;
  const found = [browsers, systems]
    .map((list) => list.find(([, pattern]) => pattern.test(userAgent))?.[0])
    .filter((name) => name !== undefined);
  return found.length === 0 ? null : found.join(' · ');
}
