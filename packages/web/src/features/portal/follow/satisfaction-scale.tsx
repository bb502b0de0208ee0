import styles from '../portal.module.css';
import { satisfactionWords } from '../portal-words.ts';

interface Props {
  readonly legend: string;
  /** radio buttons of one name belong together */
  readonly group: string;
  readonly value: number | null;
  readonly onChange: (value: number) => void;
}

/** Five steps with their words, the best first: each as large as a thumb. */
export function SatisfactionScale({ legend, group, value, onChange }: Props) {
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <div className={styles.scale}>
        {[5, 4, 3, 2, 1].map((step) => (
          <label key={step} className={styles.type}>
            <input type="radio" name={group} checked={value === step} onChange={() => onChange(step)} />
            {satisfactionWords[step - 1]?.()}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
