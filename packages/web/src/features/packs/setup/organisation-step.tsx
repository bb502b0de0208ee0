import { useMemo } from 'react';
import { changeLocale, useLocale } from '../../../lib/locale.ts';
import { timeZonesByRegion } from '../../../lib/time-zones.ts';
import { m } from '../../../paraglide/messages.js';
import { ChoiceCard } from '../../../ui/door/choice-card.tsx';
import { Field } from '../../../ui/door/field.tsx';
import door from '../../../ui/door/door.module.css';
import type { StepProps } from './step-faces.ts';
import styles from './setup.module.css';

export function OrganisationStep({ draft, change, problems }: StepProps) {
  const locale = useLocale();
  const regions = useMemo(() => timeZonesByRegion(new Date(), draft.timeZone), [draft.timeZone]);
  return (
    <>
      <fieldset className={door.choices}>
        <legend>{m.shell_language()}</legend>
        <div className={styles.pair}>
          <ChoiceCard group="locale" chosen={locale === 'zh'} onChoose={() => changeLocale('zh')} title={<span lang="zh-CN">中文</span>} />
          <ChoiceCard group="locale" chosen={locale === 'en'} onChoose={() => changeLocale('en')} title={<span lang="en">English</span>} />
        </div>
      </fieldset>
      <Field label={m.shell_setup_organisation()} error={problems.get('organisation')} help={m.shell_setup_organisation_help()}>
        {(wiring) => (
          <input
            {...wiring}
            autoComplete="organization"
            value={draft.organisation}
            onChange={(event) => change({ organisation: event.target.value })}
          />
        )}
      </Field>
      <Field label={m.shell_time_zone()} error={problems.get('timeZone')} help={m.shell_time_zone_help()}>
        {(wiring) => (
          <select {...wiring} value={draft.timeZone} onChange={(event) => change({ timeZone: event.target.value })}>
            {[...regions].map(([region, zones]) => (
              <optgroup key={region} label={region}>
                {zones.map(({ zone, label }) => (
                  <option key={zone} value={zone}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
