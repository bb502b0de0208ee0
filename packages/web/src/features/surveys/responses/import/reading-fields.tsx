import type { Reply } from '@zhiheng/contract/endpoint';
import type { previewResponses, ResponseReading } from '@zhiheng/contract/surveys/response-imports';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Select } from 'antd';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { Card } from '../../../../ui/card.tsx';
import { Labelled } from '../../../../ui/labelled.tsx';
import styles from '../responses.module.css';

/** A table that waits to be imported, as far as it is shown. */
export type AnswersTable = Reply<typeof previewResponses>;

interface Props {
  readonly survey: Survey;
  readonly file: AnswersTable;
  readonly reading: ResponseReading;
  readonly onNumber: (number: number) => void;
  readonly onReading: (reading: ResponseReading) => void;
}

export function ReadingFields({ survey, file, reading, onNumber, onReading }: Props) {
  const format = useFormat();
  const column = (key: 'recordColumn' | 'timeColumn', label: string, help: string) => (
    <Labelled label={label} help={help}>
      {(id) => (
        <Select
          id={id}
          allowClear
          placeholder={m.surveys_import_no_column()}
          value={reading[key]}
          options={file.columns.map((value) => ({ value, label: value }))}
          onChange={(next: string | null | undefined) => onReading({ ...reading, [key]: next ?? null })}
        />
      )}
    </Labelled>
  );
  const cells = (key: 'missing' | 'notApplicable', label: string) => (
    <Labelled label={label}>
      {(id) => (
        <Select<string[]>
          id={id}
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={10}
          value={reading[key].filter((cell) => cell !== '')}
          // An empty cell is no answer, whatever else is.
          onChange={(next) => onReading({ ...reading, [key]: key === 'missing' ? ['', ...next] : next })}
        />
      )}
    </Labelled>
  );
  return (
    <Card title={file.name} aside={m.surveys_file_size({ n: format.number(Math.ceil(file.size / 1024)) })}>
      <div className={styles.columns}>
        <Labelled label={m.surveys_version()}>
          {(id) => (
            <Select
              id={id}
              value={reading.versionNumber}
              options={survey.versions.map((version) => ({
                value: version.number,
                label: m.surveys_version_number({ n: format.number(version.number) }),
              }))}
              onChange={onNumber}
            />
          )}
        </Labelled>
        {column('recordColumn', m.surveys_import_record(), m.surveys_import_record_help())}
        {column('timeColumn', m.surveys_import_time(), m.surveys_import_time_help())}
        {cells('missing', m.surveys_import_missing())}
        {cells('notApplicable', m.surveys_import_na())}
      </div>
    </Card>
  );
}
