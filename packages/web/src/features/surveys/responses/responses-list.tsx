import { useInfiniteQuery } from '@tanstack/react-query';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import type { ResponsesSearch } from '../surveys.search.ts';
import { JudgeBar } from './judge-bar.tsx';
import { responsesQuery } from './responses.query.ts';
import { ResponsesFilter } from './responses-filter.tsx';
import { ResponsesTable } from './responses-table.tsx';

interface Props {
  readonly survey: Survey;
  readonly search: ResponsesSearch;
  readonly onChange: (part: ResponsesSearch) => void;
}

const noFilter = { flagged: undefined, flag: undefined, from: undefined, until: undefined, q: undefined };

export function ResponsesList({ survey, search, onChange }: Props) {
  const format = useFormat();
  const may = useMay();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const query = useInfiniteQuery(responsesQuery(survey.id, search));
  const narrowed = [search.flagged, search.flag, search.from, search.until, search.q].some((part) => part !== undefined);
  const clear = () => onChange(noFilter);
  return (
    <>
      <ResponsesFilter search={search} onChange={onChange} />
      {may('surveys.write') ? <JudgeBar surveyId={survey.id} ids={[...chosen]} onJudged={() => setChosen(new Set())} /> : null}
      <QueryView query={query} skeleton={<Skeleton rows={8} height={40} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return narrowed ? (
              <EmptyState
                title={m.surveys_responses_no_match()}
                words={m.surveys_none_match_text()}
                action={<Button onClick={clear}>{m.surveys_clear()}</Button>}
              />
            ) : (
              <EmptyState title={m.surveys_responses_none()} words={m.surveys_responses_none_text()} />
            );
          return (
            <>
              <p role="status">{m.surveys_responses_found({ n: format.number(pages[0]?.total ?? 0) })}</p>
              <ResponsesTable survey={survey} rows={rows} chosen={chosen} onChoose={setChosen} />
              <MoreButton query={query} />
            </>
          );
        }}
      </QueryView>
    </>
  );
}
