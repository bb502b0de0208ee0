import { z } from 'zod';

export const projectTemplate = z.enum(['pdca', 'dmaic', 'reengineering', 'agile', 'quality-circle']);
export type ProjectTemplate = z.infer<typeof projectTemplate>;

export const projectState = z.enum(['draft', 'running', 'verifying', 'closed', 'stopped']);
export type ProjectState = z.infer<typeof projectState>;

/** What the verdict of the verification made of a project; nobody enters it. */
export const projectOutcome = z.enum(['effective', 'not-shown', 'harmful', 'too-early', 'not-verified']);
export type ProjectOutcome = z.infer<typeof projectOutcome>;

export const actionState = z.enum(['to-do', 'doing', 'done']);
export type ActionState = z.infer<typeof actionState>;
