import { z } from 'zod';

export const mailInOutcome = z.enum(['case', 'message', 'bounce', 'quarantined', 'dismissed']);

export const mailOutState = z.enum(['waiting', 'sent', 'failed']);
