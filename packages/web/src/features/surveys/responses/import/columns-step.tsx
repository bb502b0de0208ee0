import { useMutation, useQuery } from '@tanstack/react-query';
import type { ResponseReading } from '@zhiheng/contract/surveys/response-imports';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import type { Form } from '@zhiheng/forms/definition';
import { Button } from 'antd';
import { useState } from 'react';
import { m } from '../../../../paraglide/messages.js';
import { ProblemAlert } from '../../../../ui/problem-alert.tsx';
import { QueryView } from '../../../../ui/query-view.tsx';
import { versionQuery } from '../../surveys.query.ts';
import type { ImportAnswersSearch } from '../../surveys.search.ts';
import styles from '../responses.module.css';
import { ColumnFields } from './column-fields.tsx';
import { guessColumns } from './guess-columns.ts';
import { startOf, tableQuery } from './imports.query.ts';
import { keepReading, keptReading } from './kept-reading.ts';
import { ReadingFields, type AnswersTable } from './reading-fields.tsx';

interface Props {
  readonly survey: Survey;
  readonly newest: number;
  readonly fileId: string;
  readonly onGo: (search: ImportAnswersSearch) => void;
}

/** Which column holds which answer; then all of it is tried before anything is stored. */
export function ColumnsStep({ survey, newest, fileId, onGo }: Props) {
  const kept = keptReading(fileId);
  const [number, setNumber] = useState(kept?.versionNumber ?? newest);
  const version = useQuery(versionQuery(survey.id, number));
  const table = useQuery(tableQuery(fileId));
  return (
    <QueryView query={table}>
      {(file) => (
        <QueryView query={version}>
          {({ form }) => (
            <Reading
              key={number}
              {...{ survey, fileId, file, form, number, onGo }}
              kept={kept?.versionNumber === number ? kept : null}
              onNumber={setNumber}
            />
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

interface ReadingProps extends Omit<Props, 'newest'> {
  readonly file: AnswersTable;
  readonly form: Form;
  readonly number: number;
  readonly kept: ResponseReading | null;
  readonly onNumber: (number: number) => void;
}

const usual = { recordColumn: null, timeColumn: null, at: null, missing: ['', 'NA'], notApplicable: [] };

function Reading({ survey, fileId, file, form, number, kept, onNumber, onGo }: ReadingProps) {
  const [reading, setReading] = useState<ResponseReading>(
    () => kept ?? { ...usual, versionNumber: number, columns: guessColumns(form, file.columns) },
  );
  const start = useMutation({
    mutationFn: startOf(survey.id),
    meta: { showsError: true },
    onSuccess: ({ id }) => onGo({ file: fileId, job: id }),
  });
  const tryIt = () => {
    keepReading(fileId, reading);
    start.mutate({ fileId, reading, dryRun: true });
  };
  return (
    <div className={styles.steps}>
      <ReadingFields survey={survey} file={file} reading={reading} onNumber={onNumber} onReading={setReading} />
      <ColumnFields form={form} file={file} columns={reading.columns} onChange={(columns) => setReading({ ...reading, columns })} />
      <ProblemAlert error={start.error} />
      <div className={styles.buttons}>
        <Button onClick={() => onGo({})}>{m.surveys_import_other_file()}</Button>
        <Button type="primary" disabled={Object.keys(reading.columns).length === 0} loading={start.isPending} onClick={tryIt}>
          {m.surveys_import_try()}
        </Button>
      </div>
    </div>
  );
}
