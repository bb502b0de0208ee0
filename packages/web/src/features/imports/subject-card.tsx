import { Checkbox, Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { usePartOptions } from '../subjects/index.ts';
import { ColumnSelect } from './column-select.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { subjectParts, type SubjectDraft, type SubjectPart } from './mapping-draft.ts';
import type { MappingPart } from './mapping-part.ts';
import { partWords } from './missing-words.ts';
import styles from './wizard.module.css';

/** To what the figures belong. */
export function SubjectCard({ draft, columns, onChange }: MappingPart) {
  return (
    <Card title={m.imports_subject()} aside={m.imports_subject_note()}>
      <div className={styles.parts}>
        {subjectParts.map((part) => (
          <PartFields
            key={part}
            part={part}
            value={draft.subject[part]}
            columns={columns}
            onChange={(value) => onChange({ subject: { ...draft.subject, [part]: value } })}
          />
        ))}
      </div>
    </Card>
  );
}

interface PartProps {
  readonly part: SubjectPart;
  readonly value: SubjectDraft;
  readonly columns: MappingPart['columns'];
  readonly onChange: (value: SubjectDraft) => void;
}

function PartFields({ part, value, columns, onChange }: PartProps) {
  const format = useFormat();
  const options = usePartOptions()[part].map((option) => ({ value: option.code, label: format.text(option.name) }));
  const word = partWords[part]();
  return (
    <div className={styles.part} role="group" aria-label={word}>
      <Labelled label={m.imports_subject_from({ part: word })}>
        {(id) => (
          <Select<SubjectDraft['kind']>
            id={id}
            value={value.kind}
            options={[
              { value: 'none', label: m.imports_subject_none() },
              { value: 'fixed', label: m.imports_subject_fixed() },
              { value: 'column', label: m.imports_subject_column() },
            ]}
            onChange={(kind) => onChange({ ...value, kind })}
          />
        )}
      </Labelled>
      {value.kind === 'fixed' ? (
        <Labelled label={word}>
          {(id) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={m.imports_choose_unit()}
              value={value.code ?? null}
              options={options}
              onChange={(code: string | null) => onChange({ ...value, code: code ?? undefined })}
            />
          )}
        </Labelled>
      ) : null}
      {value.kind === 'column' ? (
        <>
          <Labelled label={m.imports_column()}>
            {(id) => <ColumnSelect id={id} columns={columns} value={value.column} onChange={(column) => onChange({ ...value, column })} />}
          </Labelled>
          <Checkbox checked={value.createMissing} onChange={(event) => onChange({ ...value, createMissing: event.target.checked })}>
            {m.imports_subject_create()}
          </Checkbox>
        </>
      ) : null}
    </div>
  );
}
