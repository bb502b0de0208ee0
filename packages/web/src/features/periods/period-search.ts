import { scorePeriod } from '@zhiheng/contract/evaluation/scores';
import { z } from 'zod';

/** A period in a page's search. The router reads `?period=2026` as a number. */
export const periodSearchField = z
  .union([scorePeriod, z.number().int().min(1000).max(9999).transform(String)])
  .optional()
  .catch(undefined);
