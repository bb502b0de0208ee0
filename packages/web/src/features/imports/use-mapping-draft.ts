import type { ImportMapping, SavedMapping } from '@zhiheng/contract/measurement/imports';
import { useState } from 'react';
import { draftOf, emptyDraft, type MappingDraft } from './mapping-draft.ts';
import type { Preview } from './imports.query.ts';
import { keptMapping } from './kept-mapping.ts';

interface Start {
  readonly draft: MappingDraft;
  /** the saved mapping from which it came, as long as it is unchanged */
  readonly mappingId: string | null;
  /** how it began: kept from before, a saved one whose columns fit, a guess, or nothing */
  readonly from: 'kept' | 'saved' | 'guess' | 'nothing';
}

/** The mapping being put together, from the best beginning there is. */
export function useMappingDraft(fileId: string, preview: Preview, saved: readonly SavedMapping[]) {
  const [state, setState] = useState<Start>(() => startOf(fileId, preview, saved));
  return {
    ...state,
    change: (part: Partial<MappingDraft>) => setState((now) => ({ ...now, mappingId: null, draft: { ...now.draft, ...part } })),
    load: (mapping: SavedMapping) => setState({ draft: draftOf(mapping.mapping), mappingId: mapping.id, from: 'saved' }),
    savedAs: (mappingId: string) => setState((now) => ({ ...now, mappingId })),
  };
}

function startOf(fileId: string, preview: Preview, saved: readonly SavedMapping[]): Start {
  const kept = keptMapping(fileId);
  if (kept !== null) return { ...begin(kept.mapping, 'kept'), mappingId: kept.mappingId };
  const fitting = saved.find((mapping) => mapping.id === preview.savedMappingId);
  if (fitting !== undefined) return { ...begin(fitting.mapping, 'saved'), mappingId: fitting.id };
  return preview.guess === null ? { draft: emptyDraft, mappingId: null, from: 'nothing' } : begin(preview.guess, 'guess');
}

const begin = (mapping: ImportMapping, from: Start['from']): Start => ({ draft: draftOf(mapping), mappingId: null, from });
