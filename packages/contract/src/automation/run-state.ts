import { z } from 'zod';

export const runState = z.enum(['waiting', 'done', 'failed', 'held']);
