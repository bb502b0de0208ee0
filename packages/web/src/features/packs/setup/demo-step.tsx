import { useLocale } from '../../../lib/locale.ts';
import { m } from '../../../paraglide/messages.js';
import { ChoiceCard } from '../../../ui/door/choice-card.tsx';
import door from '../../../ui/door/door.module.css';
import type { StepProps } from './step-faces.ts';
import styles from './setup.module.css';

/** Demo data or not, and a last look at everything. */
export function DemoStep({ draft, change, packs }: StepProps) {
  const locale = useLocale();
  const pack = packs.find((one) => one.code === draft.pack);
  const summary = [
    [m.shell_setup_organisation(), draft.organisation],
    [m.shell_time_zone(), draft.timeZone],
    [m.shell_setup_step_pack(), pack?.name[locale] ?? m.shell_setup_no_pack()],
    [m.shell_setup_step_administrator(), `${draft.name} · ${draft.email}`],
  ] as const;
  return (
    <>
      {pack === undefined ? null : (
        <fieldset className={door.choices}>
          <legend>{m.shell_setup_demo_line()}</legend>
          <ChoiceCard group="demo" chosen={draft.demo} onChoose={() => change({ demo: true })} title={m.shell_setup_demo_yes()}>
            {m.shell_setup_demo_yes_words()}
          </ChoiceCard>
          <ChoiceCard group="demo" chosen={!draft.demo} onChoose={() => change({ demo: false })} title={m.shell_setup_demo_no()}>
            {m.shell_setup_demo_no_words()}
          </ChoiceCard>
        </fieldset>
      )}
      <dl className={styles.summary}>
        {summary.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
