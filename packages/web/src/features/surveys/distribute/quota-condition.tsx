import type { Survey } from '@zhiheng/contract/surveys/surveys';
import type { Condition } from '@zhiheng/forms/definition';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormSection } from '../../../ui/form-section.tsx';
import { BuilderContext, type Builder } from '../build/builder-context.ts';
import { ConditionEditor } from '../build/logic/condition-editor.tsx';
import { versionQuery } from '../surveys.query.ts';

interface Props {
  readonly survey: Survey;
  readonly condition: Condition | null;
  readonly onChange: (condition: Condition | null) => void;
}

/** Which answers count: asked of everything that the published version asks. */
export function QuotaCondition({ survey, condition, onChange }: Props) {
  const { locale } = useFormat();
  const version = useQuery(versionQuery(survey.id, survey.published ?? 1));
  if (version.data === undefined) return null;
  const { form } = version.data;
  const language = form.languages.includes(locale) ? locale : (form.languages[0] ?? 'zh');
  const idle = () => undefined;
  // An ending sees all that is asked before it, and so does a quota.
  const builder: Builder = { form, language, part: 'endings', readOnly: false, faults: [], change: idle, open: idle };
  return (
    <BuilderContext value={builder}>
      <FormSection title={m.surveys_quota_which()} note={condition === null ? m.surveys_quota_all() : undefined}>
        <ConditionEditor when={condition ?? undefined} onChange={(when) => onChange(when ?? null)} />
      </FormSection>
    </BuilderContext>
  );
}
