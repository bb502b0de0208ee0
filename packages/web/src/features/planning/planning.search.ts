import { z } from 'zod';

export const plansSearch = z.object({ edit: z.literal('new').optional().catch(undefined) });
