import type { Run } from '@zhiheng/contract/surveys/runs';
import type { Distribution } from '@zhiheng/contract/surveys/distributions';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import type { Form } from '@zhiheng/forms/definition';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { mountRunner } from '../../../runner/index.ts';
import { useMe } from '../../identity/index.ts';
import type { Person } from './person-search.tsx';
import { telephoneTransport } from './telephone-transport.ts';
import styles from './telephone.module.css';

interface Props {
  readonly survey: Survey;
  readonly way: Distribution;
  readonly person: Person;
  readonly version: { readonly id: string; readonly form: Form };
  readonly onNext: () => void;
}

/** The questions as the interviewer reads them out, in large words; the very runner. */
export function Interview({ survey, way, person, version, onNext }: Props) {
  const { organisation } = useMe();
  const { zone, locale } = useFormat();
  const root = useRef<HTMLDivElement>(null);
  const [ended, setEnded] = useState(false);
  const [run] = useState<Run>(() => ({
    ...{ state: { kind: 'open' }, organisation: organisation.name, timeZone: zone, surveyName: survey.name, versionId: version.id },
    ...{ form: version.form, given: way.settings.given, anonymous: survey.anonymous, mode: 'telephone', invited: false },
    ...{ language: null, resetSeconds: 60, saved: null },
  }));
  const [transport] = useState(() => telephoneTransport({ wayId: way.id, person, form: run.form, given: run.given }));
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const language = run.form.languages.includes(locale) ? { language: locale } : {};
    const runner = mountRunner(element, { run, transport, ...language, onEnded: () => setEnded(true) });
    return () => runner.unmount();
  }, [run, transport, locale]);
  return (
    <div className={styles.interview}>
      <p className={styles.talking}>
        {m.surveys_telephone_talking({ name: person.name })} <span className={styles.quiet}>{person.contact}</span>
      </p>
      <p className={styles.quiet}>{m.surveys_telephone_read_out()}</p>
      <div ref={root} className={styles.runner} />
      {ended ? (
        <Button type="primary" size="large" onClick={onNext} autoFocus>
          {m.surveys_telephone_next()}
        </Button>
      ) : null}
    </div>
  );
}
