import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { getSurvey, saveSurvey, type Survey, type SurveySettings } from '@zhiheng/contract/surveys/surveys';
import type { LocalText } from '@zhiheng/contract/values/text';
import { Button, Form } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FormActions } from '../../../ui/form-actions.tsx';
import { showFieldProblems } from '../../../ui/form-dialog.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useMay } from '../../identity/index.ts';
import { flushDraft } from '../draft/use-draft.ts';
import { SurveyFrame } from '../survey-frame.tsx';
import { FollowUpFields } from './follow-up-fields.tsx';
import { OutflowFields } from './outflow-fields.tsx';
import { PeopleFields } from './people-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import styles from './settings.module.css';

const route = getRouteApi('/app/surveys/$id/settings');

export interface SettingsValues extends SurveySettings {
  readonly name: LocalText;
}

/** Where a survey belongs, what it promises to those who answer, and where its figures go. */
export function SurveySettingsPage() {
  const { id } = route.useParams();
  return <SurveyFrame id={id}>{(survey) => <Settings key={survey.id} survey={survey} />}</SurveyFrame>;
}

function Settings({ survey }: { readonly survey: Survey }) {
  const writes = useMay()('surveys.write');
  const [form] = Form.useForm<SettingsValues>();
  const save = useMutation({
    mutationFn: async ({ name, ...settings }: SettingsValues) => {
      await flushDraft(survey.id);
      const { version } = await call(getSurvey, { params: { id: survey.id } });
      return call(saveSurvey, { params: { id: survey.id }, body: { version, name, settings: { ...survey.settings, ...settings } } });
    },
    meta: { showsError: true, done: m.shell_saved() },
    onError: (error) => showFieldProblems(form, error),
  });
  return (
    <Form<SettingsValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={!writes}
      initialValues={{ ...survey.settings, name: survey.name }}
      onFinish={(values) => save.mutate(values)}
    >
      <div className={styles.cards}>
        <Card title={m.surveys_settings_name()}>
          <LocalTextFields name="name" />
        </Card>
        <Card title={m.surveys_settings_place()} aside={m.surveys_settings_place_note()}>
          <PlaceFields />
        </Card>
        <Card title={m.surveys_settings_people()}>
          <PeopleFields locked={survey.published !== null} />
        </Card>
        <Card title={m.surveys_outflows()} aside={m.surveys_outflows_note()}>
          <OutflowFields survey={survey} />
        </Card>
        <Card title={m.surveys_follow_ups()} aside={m.surveys_follow_ups_note()}>
          <FollowUpFields survey={survey} />
        </Card>
      </div>
      <ProblemAlert error={save.error} />
      {writes ? (
        <FormActions>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {m.shell_save()}
          </Button>
        </FormActions>
      ) : null}
    </Form>
  );
}
