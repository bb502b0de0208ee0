import { z } from 'zod';

/** What a clause promises: quality of service by attitude, efficiency and accuracy, then process, safety, timeliness and hygiene. */
export const clauseKind = z.enum(['attitude', 'efficiency', 'accuracy', 'process', 'safety', 'timeliness', 'hygiene']);
export type ClauseKind = z.infer<typeof clauseKind>;

/** A draft is written, then it waits for another person; what is approved is never changed. */
export const versionState = z.enum(['draft', 'waiting', 'approved']);
export type VersionState = z.infer<typeof versionState>;

/** How a standard stands today. `coming`: approved, but its day has not come. */
export const standardState = z.enum(['in-force', 'coming', 'waiting', 'draft']);
export type StandardState = z.infer<typeof standardState>;
