import { z } from 'zod';

export const resultDimension = z.enum(['service', 'site', 'team', 'segment', 'group']);
export type ResultDimension = z.infer<typeof resultDimension>;
