import { z } from 'zod';

export const customerKind = z.enum(['person', 'organisation']);

export const customerOrder = z.enum(['name', 'code', 'value', 'since', 'updated']);
