import { useQuery } from '@tanstack/react-query';
import type { CaseFilePreview, CaseImportMapping } from '@zhiheng/contract/cases/case-imports';
import { useState } from 'react';
import { previewQuery, type FileOptions } from './case-imports.query.ts';
import { keptMapping } from './kept-mapping.ts';

/** How a file is read: the guess of the server, changed by hand. */
export function useCaseMapping(fileId: string) {
  const [options, setOptions] = useState<FileOptions>(() => keptMapping(fileId)?.options ?? {});
  const [changed, setChanged] = useState<CaseImportMapping | null>(() => keptMapping(fileId)?.mapping ?? null);
  const query = useQuery(previewQuery(fileId, options, changed));
  return {
    query,
    options,
    /** Another sheet is another table. */
    chooseSheet: (sheet: string) => {
      setOptions({ sheet });
      setChanged(null);
    },
    mappingOf: (preview: CaseFilePreview): CaseImportMapping => withWords(changed ?? preview.mapping, preview),
    change: (mapping: CaseImportMapping) => setChanged(mapping),
  };
}

/** What the server knows of the words stands where nobody said something else. */
function withWords(mapping: CaseImportMapping, { mapping: known }: CaseFilePreview): CaseImportMapping {
  return {
    ...mapping,
    statuses: { ...known.statuses, ...mapping.statuses },
    priorities: { ...known.priorities, ...mapping.priorities },
    types: { ...known.types, ...mapping.types },
  };
}
