import { useMutation } from '@tanstack/react-query';
import {
  mailPlaceholders,
  mailTime,
  previewMail,
  testMail,
  type Distribution,
  type MailTime,
  type MailWords,
} from '@zhiheng/contract/surveys/distributions';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Button, Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Labelled } from '../../../ui/labelled.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { languageName } from '../language-name.ts';
import { wordsOrNull, type WayValues } from './way-values.ts';
import styles from './distribute.module.css';

const timeWords: Readonly<Record<MailTime, () => string>> = { first: m.surveys_mail_first, reminder: m.surveys_mail_reminder };
const partOf = { first: 'mail', reminder: 'reminder' } as const;

/** Words of the invitation and of reminders in each language of the survey, read as people would before any is sent. */
export function MailFields({ survey, way }: { readonly survey: Survey; readonly way: Distribution }) {
  const { locale } = useFormat();
  const { languages } = survey.form;
  const [time, setTime] = useState<MailTime>('first');
  const [language, setLanguage] = useState(languages[0] ?? locale);
  const placeholders = mailPlaceholders.map((name) => `{${name}}`).join(' ');
  return (
    <fieldset className={styles.mail}>
      <legend>{m.surveys_mail_words()}</legend>
      <div className={styles.line}>
        <Segmented<MailTime>
          aria-label={m.surveys_mail_time()}
          value={time}
          options={mailTime.options.map((value) => ({ value, label: timeWords[value]() }))}
          onChange={setTime}
        />
        <Select
          aria-label={m.surveys_mail_language()}
          value={language}
          options={languages.map((value) => ({ value, label: languageName(value, locale) }))}
          onChange={setLanguage}
          popupMatchSelectWidth={false}
        />
      </div>
      {mailTime.options.flatMap((each) =>
        languages.map((own) => (
          // All stay in the form: what is not shown must not be forgotten when it is saved.
          <div key={`${each} ${own}`} hidden={each !== time || own !== language}>
            <Form.Item name={[partOf[each], 'subject', own]} label={m.surveys_mail_subject()}>
              <Input maxLength={300} placeholder={m.surveys_mail_usual()} autoComplete="off" />
            </Form.Item>
            <Form.Item name={[partOf[each], 'body', own]} label={m.surveys_mail_body()} extra={m.surveys_mail_help({ placeholders })}>
              <Input.TextArea maxLength={5000} autoSize={{ minRows: 4, maxRows: 14 }} placeholder={m.surveys_mail_usual()} />
            </Form.Item>
          </div>
        )),
      )}
      <Trial key={`${time} ${language}`} way={way} time={time} language={language} />
    </fieldset>
  );
}

interface TrialProps {
  readonly way: Distribution;
  readonly time: MailTime;
  readonly language: string;
}

/** The mail as it would be read with the words that stand in the form, saved or not. */
function Trial({ way, time, language }: TrialProps) {
  const form = Form.useFormInstance<WayValues>();
  const input = () => {
    const words = form.getFieldValue(partOf[time]) as MailWords | undefined;
    return { params: { id: way.id }, body: { time, language, words: wordsOrNull(words) } };
  };
  const preview = useMutation({ mutationFn: () => call(previewMail, input()), meta: { showsError: true } });
  const test = useMutation({ mutationFn: () => call(testMail, input()), meta: { showsError: true } });
  return (
    <>
      <div className={styles.line}>
        <Button loading={preview.isPending} onClick={() => preview.mutate()}>
          {m.surveys_mail_preview()}
        </Button>
        <Button loading={test.isPending} onClick={() => test.mutate()}>
          {m.surveys_mail_test()}
        </Button>
      </div>
      <ProblemAlert error={preview.error ?? test.error} />
      {test.data === undefined ? null : <p role="status">{m.surveys_mail_sent({ to: test.data.to })}</p>}
      {preview.data === undefined ? null : (
        <Labelled label={m.surveys_mail_preview_of()}>
          {(id) => (
            <output id={id} className={styles.letter}>
              <strong>{preview.data.subject}</strong>
              <span>{preview.data.body}</span>
            </output>
          )}
        </Labelled>
      )}
    </>
  );
}
