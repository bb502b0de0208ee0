import { z } from 'zod';

export const followUpView = z.enum(['open', 'mine', 'overdue', 'closed']);
