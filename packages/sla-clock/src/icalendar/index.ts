export { exportICalendar, type ExportOptions } from './export-icalendar.ts';
export { foldLines } from './fold-lines.ts';
export { importICalendar, type ImportedDates, type ImportOptions, type SkippedEvent, type UnreadableFeed } from './import-icalendar.ts';
