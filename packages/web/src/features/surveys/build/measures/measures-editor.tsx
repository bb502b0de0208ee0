import { DeleteOutlined } from '@ant-design/icons';
import type { Measure } from '@zhiheng/forms/definition';
import { Button, Dropdown, Select } from 'antd';
import { m } from '../../../../paraglide/messages.js';
import { Labelled } from '../../../../ui/labelled.tsx';
import { questionsOf } from '../../draft/form-edits.ts';
import { measureKinds, newMeasure } from '../../draft/new-measure.ts';
import { useBuilder } from '../builder-context.ts';
import styles from '../fields.module.css';
import { questionNumber, questionWords } from '../part-words.ts';
import { FaultsHere } from '../question/question-editor.tsx';
import { WordsField } from '../words-field.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { measureFaces } from './measure-words.ts';

/** What is made of the answers, and by what results may be broken down. */
export function MeasuresEditor() {
  const { form, change, readOnly } = useBuilder();
  const { measures } = form;
  const set = (next: Measure[], touched?: string) => change({ ...form, measures: next }, touched);
  const items = measureKinds.map((kind) => {
    const measure = newMeasure(form, kind);
    return {
      key: kind,
      disabled: measure === null,
      label: `${measureFaces[kind].name()} · ${measure === null ? measureFaces[kind].needs() : measureFaces[kind].about()}`,
      onClick: () => (measure === null ? undefined : set([...measures, measure])),
    };
  });
  return (
    <div className={styles.stack}>
      <div className={styles.head}>
        <h2>{m.surveys_build_measures()}</h2>
        {readOnly ? null : (
          <Dropdown trigger={['click']} menu={{ items, style: { maxHeight: 420, overflowY: 'auto' } }}>
            <Button disabled={measures.length >= 60}>{m.surveys_measure_add()}</Button>
          </Dropdown>
        )}
      </div>
      <p className={styles.quiet}>{m.surveys_measures_help()}</p>
      <FaultsHere part="measures" />
      {measures.map((measure, at) => (
        <MeasureCard
          key={measure.key}
          measure={measure}
          onChange={(next, touched) => set(measures.with(at, next), touched)}
          onRemove={() => set(measures.toSpliced(at, 1))}
        />
      ))}
      <GroupsField />
    </div>
  );
}

interface CardProps {
  readonly measure: Measure;
  readonly onChange: (measure: Measure, touched?: string) => void;
  readonly onRemove: () => void;
}

function MeasureCard({ measure, onChange, onRemove }: CardProps) {
  const { readOnly } = useBuilder();
  const face = measureFaces[measure.kind];
  return (
    <div className={styles.part} role="group" aria-label={`${face.name()} ${measure.key}`}>
      <div className={styles.head}>
        <h3>{face.name()}</h3>
        <span className={styles.quiet}>{face.about()}</span>
        {readOnly ? null : (
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={`${m.surveys_build_remove()}: ${face.name()} ${measure.key}`}
            onClick={onRemove}
          />
        )}
      </div>
      <WordsField
        label={m.surveys_measure_name()}
        name={`measure.${measure.key}`}
        pipes={false}
        text={measure.name}
        onChange={(name, touched) => onChange({ ...measure, name }, touched)}
      />
      <MeasureFields measure={measure} onChange={onChange} />
    </div>
  );
}

function GroupsField() {
  const { form, change, language, readOnly } = useBuilder();
  const choices = questionsOf(form).filter(({ type }) => type === 'single');
  return (
    <div className={styles.part}>
      <Labelled label={m.surveys_groups()} help={m.surveys_groups_help()}>
        {(id) => (
          <Select<string[]>
            id={id}
            mode="multiple"
            disabled={readOnly}
            maxCount={6}
            value={form.groups}
            options={choices.map(({ key }) => ({
              value: key,
              label: `${questionNumber(form, key)} ${questionWords(form, key, language)}`,
            }))}
            onChange={(groups) => change({ ...form, groups })}
          />
        )}
      </Labelled>
    </div>
  );
}
