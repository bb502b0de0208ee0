import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Distribution } from '@zhiheng/contract/surveys/distributions';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Labelled } from '../../../ui/labelled.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, ForbiddenState } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { distributionsQuery } from '../distribute/distributions.query.ts';
import { SurveyFrame } from '../survey-frame.tsx';
import { versionQuery } from '../surveys.query.ts';
import { Interview } from './interview.tsx';
import { PersonSearch, type Person } from './person-search.tsx';
import styles from './telephone.module.css';

const route = getRouteApi('/app/surveys/$id/telephone');

/** For whoever asks by telephone: find the person, read out the questions, enter the answers, go on to the next. */
export function TelephonePage() {
  const { id } = route.useParams();
  const may = useMay();
  const query = useQuery({ ...distributionsQuery(id), enabled: may('surveys.enter') });
  if (!may('surveys.enter')) return <ForbiddenState />;
  return (
    <SurveyFrame id={id}>
      {(survey) => (
        <QueryView query={query}>
          {(ways) => <Telephone survey={survey} ways={ways.filter(({ kind, active }) => kind === 'telephone' && active)} />}
        </QueryView>
      )}
    </SurveyFrame>
  );
}

interface Props {
  readonly survey: Survey;
  readonly ways: readonly Distribution[];
}

function Telephone({ survey, ways }: Props) {
  const { way: wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const format = useFormat();
  const [person, setPerson] = useState<Person | null>(null);
  const [entered, setEntered] = useState(0);
  const way = ways.find(({ id }) => id === wanted) ?? ways[0];
  if (way === undefined || survey.published === null)
    return (
      <EmptyState
        title={m.surveys_telephone_none()}
        words={m.surveys_telephone_none_text()}
        action={
          <Link to="/app/surveys/$id/distribution" params={{ id: survey.id }} search={{ edit: 'new' }}>
            {m.surveys_to_distribution()}
          </Link>
        }
      />
    );
  const next = () => {
    setPerson(null);
    setEntered(entered + 1);
  };
  return (
    <>
      <div className={styles.bar}>
        <Labelled label={m.surveys_way()}>
          {(id) => (
            <Select
              id={id}
              style={{ minWidth: 200 }}
              value={way.id}
              options={ways.map((each) => ({ value: each.id, label: format.text(each.name) }))}
              onChange={(chosen) => void navigate({ search: { way: chosen }, replace: true })}
            />
          )}
        </Labelled>
        <span role="status">{m.surveys_telephone_entered({ n: format.number(entered) })}</span>
        {person === null ? null : <Button onClick={() => setPerson(null)}>{m.surveys_telephone_other()}</Button>}
      </div>
      {person === null ? (
        <PersonSearch way={way} anonymous={survey.anonymous} onChoose={setPerson} />
      ) : (
        <Asked survey={survey} number={survey.published} way={way} person={person} onNext={next} />
      )}
    </>
  );
}

interface AskedProps {
  readonly survey: Survey;
  readonly number: number;
  readonly way: Distribution;
  readonly person: Person;
  readonly onNext: () => void;
}

function Asked({ survey, number, way, person, onNext }: AskedProps) {
  const version = useQuery(versionQuery(survey.id, number));
  return (
    <QueryView query={version}>
      {({ id, form }) => <Interview key={person.key} survey={survey} way={way} person={person} version={{ id, form }} onNext={onNext} />}
    </QueryView>
  );
}
