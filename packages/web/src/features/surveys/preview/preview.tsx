import type { Run } from '@zhiheng/contract/surveys/runs';
import type { Form } from '@zhiheng/forms/definition';
import { useEffect, useRef } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { mountRunner, previewTransport, type MountedRunner } from '../../../runner/index.ts';
import { useMe } from '../../identity/index.ts';
import styles from './preview.module.css';

interface Props {
  readonly form: Form;
  readonly language: string;
  readonly anonymous?: boolean;
  /** the page to be on the screen */
  readonly page?: string | undefined;
}

const nobody = '00000000-0000-4000-8000-000000000000';

/** The survey as it looks on a telephone: the very runner, whose answers go nowhere. */
export function Preview({ form, language, anonymous = false, page }: Props) {
  const { organisation } = useMe();
  const { zone } = useFormat();
  const root = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedRunner | null>(null);
  const run = runOf({ form, language, anonymous, organisation: organisation.name, zone });
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
    mounted.current?.update(run);
  });
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const { form: first, given } = latest.current;
    const runner = mountRunner(element, { run: latest.current, transport: previewTransport(first, given), language });
    mounted.current = runner;
    return () => {
      mounted.current = null;
      runner.unmount();
    };
  }, [language]);
  useEffect(() => (page === undefined ? undefined : mounted.current?.show(page)), [page, language]);
  return (
    <div className={styles.phone} data-preview>
      <div className={styles.head}>
        <span>{m.surveys_preview_nothing_kept()}</span>
        <button type="button" className={styles.again} onClick={() => mounted.current?.restart()}>
          {m.surveys_preview_again()}
        </button>
      </div>
      <div ref={root} className={styles.screen} lang={language} />
    </div>
  );
}

interface Shown extends Pick<Props, 'form' | 'language'> {
  readonly anonymous: boolean;
  readonly organisation: string;
  readonly zone: string;
}

const runOf = ({ form, language, anonymous, organisation, zone }: Shown): Run => ({
  ...{ state: { kind: 'open' }, organisation, timeZone: zone, versionId: nobody, form, anonymous, language },
  surveyName: { zh: '预览', en: 'Preview' },
  // What the link would bring is shown by its key.
  given: Object.fromEntries(form.given.map(({ key }) => [key, key])),
  ...{ mode: 'preview', invited: false, resetSeconds: 60, saved: null },
});
