import { caseType } from '@zhiheng/contract/cases/case';
import type { CaseImportMapping } from '@zhiheng/contract/cases/case-imports';
import { Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { ZoneSelect } from '../../ui/zone-select.tsx';
import { typeWords } from '../cases/index.ts';
import styles from './case-imports.module.css';
import type { MappingPart } from './columns-card.tsx';

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly help?: string;
  readonly value: V;
  readonly words: Readonly<Record<V, () => string>>;
  readonly onChange: (value: V) => void;
}

/** One of a few words. */
function Choice<V extends string>({ label, help, value, words, onChange }: ChoiceProps<V>) {
  const options = (Object.keys(words) as V[]).map((one) => ({ value: one, label: words[one]() }));
  return (
    <Labelled label={label} help={help}>
      {(id) => <Select<V> id={id} value={value} options={options} popupMatchSelectWidth={false} onChange={onChange} />}
    </Labelled>
  );
}

const languageNames = { zh: () => '中文', en: () => 'English' };

/** How times are read, and by what the clocks of the cases count. */
export function ReadingCard({ mapping, onChange }: Omit<MappingPart, 'preview'>) {
  const set = (part: Partial<CaseImportMapping>) => onChange({ ...mapping, ...part });
  const compares = mapping.rows !== 'cases' && mapping.columns.resolvedAt !== undefined;
  return (
    <Card title={m.case_imports_reading()}>
      <div className={styles.wideFields}>
        <Labelled label={m.case_imports_zone()} help={m.case_imports_zone_help()}>
          {(id) => <ZoneSelect id={id} value={mapping.timeZone} onChange={(timeZone) => set({ timeZone })} />}
        </Labelled>
        <Choice
          label={m.case_imports_day_order()}
          value={mapping.dayOrder}
          words={{ 'day-first': m.case_imports_day_first, 'month-first': m.case_imports_month_first }}
          onChange={(dayOrder) => set({ dayOrder })}
        />
        {compares ? (
          <Choice
            label={m.case_imports_resolution()}
            help={m.case_imports_resolution_help()}
            value={mapping.resolution}
            words={{ history: m.case_imports_resolution_history, column: m.case_imports_resolution_column }}
            onChange={(resolution) => set({ resolution })}
          />
        ) : null}
        <Choice
          label={m.case_imports_agreements()}
          help={m.case_imports_agreements_help()}
          value={mapping.agreements}
          words={{ then: m.case_imports_agreements_then, now: m.case_imports_agreements_now }}
          onChange={(agreements) => set({ agreements })}
        />
        <Choice
          label={m.case_imports_default_type()}
          value={mapping.type}
          words={Object.fromEntries(caseType.options.map((type) => [type, typeWords[type]])) as typeof typeWords}
          onChange={(type) => set({ type })}
        />
        <Choice
          label={m.case_imports_language()}
          value={mapping.language}
          words={languageNames}
          onChange={(language) => set({ language })}
        />
      </div>
    </Card>
  );
}
