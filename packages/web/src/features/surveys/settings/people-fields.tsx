import { Form, InputNumber, Switch } from 'antd';
import { m } from '../../../paraglide/messages.js';
import styles from './settings.module.css';

/** Groups of anonymous surveys are never smaller. */
const leastAnonymousGroup = 5;

/** What is promised to those who answer. Anonymity is decided before the first version and stays. */
export function PeopleFields({ locked }: { readonly locked: boolean }) {
  const form = Form.useFormInstance<{ anonymous: boolean; minimumGroup: number }>();
  const anonymous = Form.useWatch('anonymous', form) ?? false;
  const choose = (next: boolean) => {
    const group: unknown = form.getFieldValue('minimumGroup');
    if (next && Number(group) < leastAnonymousGroup) form.setFieldValue('minimumGroup', leastAnonymousGroup);
  };
  return (
    <>
      <Form.Item
        name="anonymous"
        label={m.surveys_anonymous()}
        valuePropName="checked"
        extra={locked ? m.surveys_anonymous_locked() : m.surveys_anonymous_settled()}
      >
        <Switch disabled={locked} onChange={choose} />
      </Form.Item>
      <div className={styles.explained}>
        <p>{anonymous ? m.surveys_anonymous_yes() : m.surveys_anonymous_no()}</p>
        {anonymous ? (
          <ul>
            <li>{m.surveys_anonymous_stored()}</li>
            <li>{m.surveys_anonymous_batches()}</li>
            <li>{m.surveys_anonymous_never()}</li>
          </ul>
        ) : null}
      </div>
      <div className={styles.three}>
        <Form.Item name="minimumGroup" label={m.surveys_minimum_group()} extra={m.surveys_minimum_group_help()}>
          <InputNumber min={anonymous ? leastAnonymousGroup : 1} max={100} />
        </Form.Item>
        <Form.Item name="fatigueDays" label={m.surveys_fatigue()} extra={m.surveys_fatigue_help()}>
          <InputNumber min={0} max={730} />
        </Form.Item>
        <Form.Item name="onePerPerson" label={m.surveys_one_per_person()} valuePropName="checked" extra={m.surveys_one_per_person_help()}>
          <Switch />
        </Form.Item>
      </div>
    </>
  );
}
