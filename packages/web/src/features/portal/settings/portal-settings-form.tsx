import { useMutation, useQueryClient } from '@tanstack/react-query';
import { savePortalSettings, type PortalSettings } from '@zhiheng/contract/cases/portal';
import type { Reply } from '@zhiheng/contract/endpoint';
import { Button, Form } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FormActions } from '../../../ui/form-actions.tsx';
import { showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FilingSettings } from './filing-settings.tsx';
import { RatingRules } from './rating-rules.tsx';

export type SavedSettings = Reply<typeof savePortalSettings>;

export function PortalSettingsForm({ saved }: { readonly saved: SavedSettings }) {
  const { version, url, ...settings } = saved;
  const [form] = Form.useForm<PortalSettings>();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (values: PortalSettings) => call(savePortalSettings, { body: { ...values, version } }),
    meta: { done: m.shell_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: (now) => client.setQueryData(['case-portal'], now),
  });
  return (
    <Form<PortalSettings>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={settings}
      onFinish={(values) => save.mutate({ ...settings, ...values, ratings: mergedRules(settings, values) })}
      scrollToFirstError
      style={{ display: 'grid', gap: 12, maxWidth: 860 }}
    >
      <Card title={m.portal_settings_filing()}>
        <FilingSettings url={url} />
      </Card>
      <Card title={m.portal_settings_ratings()}>
        <RatingRules rules={settings.ratings} />
      </Card>
      <FormActions>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {m.shell_save()}
        </Button>
      </FormActions>
    </Form>
  );
}

/** The form holds no type in its rows, and an emptied number as undefined. */
const mergedRules = ({ ratings }: PortalSettings, values: PortalSettings): PortalSettings['ratings'] =>
  ratings.map((rule, place) => {
    const changed = { ...rule, ...values.ratings[place] };
    return { ...changed, type: rule.type, reminderDays: changed.reminderDays ?? null };
  });
