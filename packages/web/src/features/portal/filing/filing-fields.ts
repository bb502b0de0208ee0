import type { FilingDraft } from './filing-draft.ts';
import type { Portal } from './filing-page.tsx';

/** What each part of the form is given. */
export interface FilingFields {
  readonly portal: Portal;
  readonly draft: FilingDraft;
  readonly wrong: ReadonlyMap<string, string>;
  readonly onChange: (some: Partial<FilingDraft>) => void;
}
