import { z } from 'zod';

/** `measurement`: the deck overview → indicators → process → diagnosis → improvement → outlook. */
export const reportKind = z.enum(['quality', 'sla', 'satisfaction', 'measurement', 'improvement']);
export type ReportKind = z.infer<typeof reportKind>;

export const reportFormat = z.enum(['pptx', 'pdf', 'xlsx']);
export type ReportFormat = z.infer<typeof reportFormat>;

/** `failed`: it ended without its files, `failure` says why. */
export const reportState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);
export type ReportState = z.infer<typeof reportState>;

/** How files reach those who get them by mail: in the mail, or as a link behind the sign-in. */
export const reportDelivery = z.enum(['attachment', 'link']);
export type ReportDelivery = z.infer<typeof reportDelivery>;
