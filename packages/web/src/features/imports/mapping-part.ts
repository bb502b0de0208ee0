import type { MappingDraft } from './mapping-draft.ts';
import type { Preview } from './imports.query.ts';

/** What every part of the mapping works on. */
export interface MappingPart {
  readonly draft: MappingDraft;
  readonly columns: Preview['columns'];
  readonly onChange: (change: Partial<MappingDraft>) => void;
}
