const words: Readonly<Record<string, string>> = {
  毫秒: 'ms',
  秒: 's',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  分: 'min',
  分钟: 'min',
  minute: 'min',
  minutes: 'min',
  mins: 'min',
  小时: 'h',
  时: 'h',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  天: 'd',
  日: 'd',
  day: 'd',
  days: 'd',
  '％': '%',
  percent: '%',
  百分比: '%',
};

/** The unit that a cell names; undefined when it names none. */
export function unitOf(text: string): string | undefined {
  const word = text.trim().slice(0, 24);
  if (word === '') return undefined;
  const lower = word.toLowerCase();
  return Object.hasOwn(words, lower) ? words[lower] : word;
}
