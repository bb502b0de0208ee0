import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ResponseImport } from '@zhiheng/contract/surveys/response-imports';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Button } from 'antd';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { ProblemAlert } from '../../../../ui/problem-alert.tsx';
import { QueryView } from '../../../../ui/query-view.tsx';
import type { ImportAnswersSearch } from '../../surveys.search.ts';
import styles from '../responses.module.css';
import { FaultsCard } from './faults-card.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { importQuery, isRunning, startOf } from './imports.query.ts';
import { keptReading } from './kept-reading.ts';

interface Props {
  readonly survey: Survey;
  readonly id: string;
  readonly onGo: (search: ImportAnswersSearch) => void;
}

/** One import: how far it is, then what became of the rows. The address can be left and come back to. */
export function ImportView({ survey, id, onGo }: Props) {
  const query = useQuery(importQuery(id));
  return (
    <QueryView query={query}>
      {(job) =>
        isRunning(job) ? (
          <ImportProgress job={job} />
        ) : (
          <div className={styles.steps}>
            <ImportResult job={job} />
            <FaultsCard survey={survey} job={job} />
            {job.dryRun ? <AfterTrial survey={survey} job={job} onGo={onGo} /> : <Onward id={survey.id} onGo={onGo} />}
          </div>
        )
      }
    </QueryView>
  );
}

interface AfterTrialProps {
  readonly survey: Survey;
  readonly job: ResponseImport;
  readonly onGo: (search: ImportAnswersSearch) => void;
}

/** Nothing is stored yet: now it is imported for good, or the columns are chosen anew. */
function AfterTrial({ survey, job, onGo }: AfterTrialProps) {
  const format = useFormat();
  const reading = keptReading(job.fileId);
  const start = useMutation({
    mutationFn: startOf(survey.id),
    meta: { showsError: true },
    onSuccess: ({ id }) => onGo({ job: id }),
  });
  const run = () => {
    if (reading !== null) start.mutate({ fileId: job.fileId, reading, dryRun: false });
  };
  return (
    <>
      <ProblemAlert error={start.error} />
      <div className={styles.buttons}>
        <Button onClick={() => onGo({ file: job.fileId })}>{m.surveys_import_back()}</Button>
        <Button
          type="primary"
          disabled={reading === null || job.state !== 'done' || job.counts.stored === 0}
          loading={start.isPending}
          onClick={run}
        >
          {m.surveys_import_run({ n: format.number(job.counts.stored) })}
        </Button>
      </div>
    </>
  );
}

const Onward = ({ id, onGo }: { readonly id: string; readonly onGo: Props['onGo'] }) => (
  <div className={styles.buttons}>
    <Button onClick={() => onGo({})}>{m.surveys_import_other_file()}</Button>
    <Link to="/app/surveys/$id/responses" params={{ id }}>
      {m.surveys_to_responses()}
    </Link>
  </div>
);
