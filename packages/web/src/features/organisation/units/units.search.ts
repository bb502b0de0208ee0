import { unitKind } from '@zhiheng/contract/organisation/organisation';
import { z } from 'zod';

export const unitsSearch = z.object({ kind: unitKind.optional().catch(undefined) });
