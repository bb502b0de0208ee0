import { categoriesPackPart } from './categories/pack-part.ts';
import { fieldsPackPart } from './fields/pack-part.ts';
import { caseSettingsPackPart } from './settings/pack-part.ts';

/** What a pack says of cases; settings name no field and no category, categories may name fields. */
export const casePackParts = [caseSettingsPackPart, fieldsPackPart, categoriesPackPart] as const;
