import { useMutation, useQuery } from '@tanstack/react-query';
import { ensureSubject, type SubjectFilter } from '@zhiheng/contract/measurement/observations';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { partNames, subjectName, subjectParts, subjectsQuery, usePartOptions } from '../subjects/index.ts';
import styles from './subjects-field.module.css';

interface Props {
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (value: string[]) => void;
}

/** Chooses subjects: those that were measured before, or a new combination of units. A form field of antd. */
export function SubjectsField({ id, value = [], onChange }: Props) {
  const format = useFormat();
  const subjects = useQuery(subjectsQuery);
  const options = (subjects.data ?? []).map((subject) => ({
    value: subject.id,
    label: subjectName(subject.name, format) || m.collections_whole_organisation(),
  }));
  return (
    <>
      <Select
        {...(id === undefined ? {} : { id })}
        mode="multiple"
        maxCount={200}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={m.collections_plan_subjects_hint()}
        loading={subjects.isPending}
        value={value}
        options={options}
        onChange={(next: string[]) => onChange?.(next)}
      />
      <NewSubject onMade={(made) => onChange?.([...new Set([...value, made])])} />
    </>
  );
}

function NewSubject({ onMade }: { readonly onMade: (id: string) => void }) {
  const format = useFormat();
  const options = usePartOptions();
  const [parts, setParts] = useState<SubjectFilter>({});
  const make = useMutation({
    mutationFn: () => call(ensureSubject, { body: parts }),
    onSuccess: ({ id }) => {
      setParts({});
      onMade(id);
    },
  });
  return (
    <details className={styles.new}>
      <summary>{m.collections_subject_new()}</summary>
      <div className={styles.parts}>
        {partNames
          .filter((part) => options[part].length > 0)
          .map((part) => {
            const { key, label } = subjectParts[part];
            return (
              <Select<string | null>
                key={part}
                aria-label={label()}
                placeholder={label()}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                value={parts[key] ?? null}
                options={options[part].map((option) => ({ value: option.id, label: format.text(option.name) }))}
                onChange={(next) => setParts({ ...parts, [key]: next ?? undefined })}
              />
            );
          })}
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {m.collections_subject_add()}
        </Button>
      </div>
      <p className={styles.quiet}>{m.collections_subject_whole()}</p>
    </details>
  );
}
