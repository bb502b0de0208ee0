import { z } from 'zod';

export const accountState = z.enum(['invited', 'active', 'disabled']);
