import { z } from 'zod';

export const reviewKind = z.enum(['service', 'improvement']);
export type ReviewKind = z.infer<typeof reviewKind>;

export const reviewState = z.enum(['planned', 'held', 'cancelled']);
export type ReviewState = z.infer<typeof reviewState>;
