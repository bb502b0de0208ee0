import { z } from 'zod';

export const fieldKind = z.enum(['interview', 'focus-group', 'observation', 'mystery-visit']);
export type FieldKind = z.infer<typeof fieldKind>;

/** `draft`: its guide was never published. `open`: sessions are held. `closed`: none are planned any more, results stay. */
export const fieldStudyState = z.enum(['draft', 'open', 'closed']);
export type FieldStudyState = z.infer<typeof fieldStudyState>;

export const fieldSessionState = z.enum(['planned', 'held', 'cancelled']);
export type FieldSessionState = z.infer<typeof fieldSessionState>;

/** `reopened`: was final, and is the rater's again. */
export const fieldSheetState = z.enum(['draft', 'submitted', 'reopened']);
export type FieldSheetState = z.infer<typeof fieldSheetState>;
