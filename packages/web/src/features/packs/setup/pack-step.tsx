import { useLocale } from '../../../lib/locale.ts';
import { m } from '../../../paraglide/messages.js';
import { ChoiceCard } from '../../../ui/door/choice-card.tsx';
import door from '../../../ui/door/door.module.css';
import type { StepProps } from './step-faces.ts';

export function PackStep({ draft, change, packs }: StepProps) {
  const locale = useLocale();
  return (
    <fieldset className={door.choices}>
      <legend>{m.shell_setup_pack_line()}</legend>
      {packs.map((pack) => (
        <ChoiceCard
          key={pack.code}
          group="pack"
          chosen={draft.pack === pack.code}
          onChoose={() => change({ pack: pack.code })}
          title={pack.name[locale]}
          aside={m.shell_setup_pack_counts({ services: pack.services, indicators: pack.indicators })}
        >
          {pack.description[locale]}
        </ChoiceCard>
      ))}
      <ChoiceCard group="pack" chosen={draft.pack === null} onChoose={() => change({ pack: null })} title={m.shell_setup_no_pack()}>
        {m.shell_setup_no_pack_words()}
      </ChoiceCard>
    </fieldset>
  );
}
