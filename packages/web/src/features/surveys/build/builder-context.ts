import type { Form } from '@zhiheng/forms/definition';
import type { FormFault } from '@zhiheng/forms/review';
import { createContext, useContext } from 'react';
import type { PartOfForm } from '../draft/part-of-form.ts';

/** What every part of the builder works on. */
export interface Builder {
  readonly form: Form;
  /** the language whose words are edited */
  readonly language: string;
  readonly part: PartOfForm;
  readonly readOnly: boolean;
  readonly faults: readonly FormFault[];
  /** `touched` names what is typed at, so that a word is taken back as a whole */
  readonly change: (form: Form, touched?: string) => void;
  readonly open: (part: PartOfForm, language?: string) => void;
}

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (builder === null) throw new RangeError('outside of the builder');
  return builder;
}
