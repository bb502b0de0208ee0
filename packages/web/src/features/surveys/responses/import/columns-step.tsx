import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { importResponses } from '@zhiheng/contract/surveys/responses';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../../lib/call.ts';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { ProblemAlert } from '../../../../ui/problem-alert.tsx';
import { QueryView } from '../../../../ui/query-view.tsx';
import { versionQuery } from '../../surveys.query.ts';
import styles from '../responses.module.css';
import { ColumnFields } from './column-fields.tsx';
import { guessColumns } from './guess-columns.ts';
import { ImportResult } from './import-result.tsx';
import type { ReadFile } from './read-file.ts';
import { ReadingFields, type Reading } from './reading-fields.tsx';

interface Props {
  readonly survey: Survey;
  readonly newest: number;
  readonly file: ReadFile;
  readonly onBack: () => void;
}

const usualReading: Reading = { recordColumn: null, timeColumn: null, missing: ['', 'NA'], notApplicable: [] };

/** Columns to fields, a dry run with what is wrong line by line, and the import itself. */
export function ColumnsStep({ survey, newest, file, onBack }: Props) {
  const [number, setNumber] = useState(newest);
  const version = useQuery(versionQuery(survey.id, number));
  const [chosen, setChosen] = useState<Readonly<Record<string, string>> | null>(null);
  const [reading, setReading] = useState(usualReading);
  const columns = chosen ?? (version.data === undefined ? {} : guessColumns(version.data.form, file.columns));
  const send = (dryRun: boolean) =>
    call(importResponses, {
      params: { id: survey.id },
      body: {
        ...{ file: file.text, versionNumber: number, columns, recordColumn: reading.recordColumn, timeColumn: reading.timeColumn },
        ...{ at: null, missing: [...reading.missing], notApplicable: [...reading.notApplicable], dryRun },
      },
    });
  const tryIt = useMutation({ mutationFn: () => send(true), meta: { showsError: true } });
  const run = useMutation({ mutationFn: () => send(false), meta: { showsError: true, done: m.surveys_imported() } });
  // What was tried was tried with other columns.
  const anew = () => tryIt.reset();
  return (
    <QueryView query={version}>
      {({ form }) => (
        <div className={styles.steps}>
          <ReadingFields
            survey={survey}
            file={file}
            number={number}
            reading={reading}
            onNumber={(next) => {
              setNumber(next);
              setChosen(null);
              anew();
            }}
            onReading={(next) => {
              setReading(next);
              anew();
            }}
          />
          <ColumnFields
            form={form}
            file={file}
            columns={columns}
            onChange={(next) => {
              setChosen(next);
              anew();
            }}
          />
          <ProblemAlert error={run.error ?? tryIt.error} />
          {run.data === undefined ? null : <ImportResult form={form} result={run.data} done />}
          {run.data === undefined && tryIt.data !== undefined ? <ImportResult form={form} result={tryIt.data} done={false} /> : null}
          {run.isSuccess ? (
            <Link to="/app/surveys/$id/responses" params={{ id: survey.id }}>
              {m.surveys_to_responses()}
            </Link>
          ) : (
            <Buttons
              ready={Object.keys(columns).length > 0}
              tried={tryIt.data?.stored ?? null}
              pending={tryIt.isPending || run.isPending}
              onBack={onBack}
              onTry={() => tryIt.mutate()}
              onRun={() => run.mutate()}
            />
          )}
        </div>
      )}
    </QueryView>
  );
}

interface ButtonsProps {
  readonly ready: boolean;
  /** rows that would be stored; null until it was tried */
  readonly tried: number | null;
  readonly pending: boolean;
  readonly onBack: () => void;
  readonly onTry: () => void;
  readonly onRun: () => void;
}

function Buttons({ ready, tried, pending, onBack, onTry, onRun }: ButtonsProps) {
  const format = useFormat();
  return (
    <div className={styles.buttons}>
      <Button onClick={onBack}>{m.surveys_import_other_file()}</Button>
      <Button type={tried === null ? 'primary' : 'default'} disabled={!ready} loading={pending} onClick={onTry}>
        {m.surveys_import_try()}
      </Button>
      <Button type="primary" disabled={tried === null || tried === 0} loading={pending} onClick={onRun}>
        {m.surveys_import_run({ n: format.number(tried ?? 0) })}
      </Button>
    </div>
  );
}
