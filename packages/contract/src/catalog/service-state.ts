import { z } from 'zod';

/** Life-cycle state of a service: planned, in use, retired. */
export const serviceState = z.enum(['pipeline', 'live', 'retired']);
export type ServiceState = z.infer<typeof serviceState>;
