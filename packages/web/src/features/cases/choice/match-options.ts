export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  /** grey words beside the label, which are searched too */
  readonly note?: string;
}

/** Options whose label or note holds every word typed; those that begin with it first. */
export function matchOptions(options: readonly ChoiceOption[], text: string): readonly ChoiceOption[] {
  const words = text.trim().toLowerCase();
  if (words === '') return options;
  const found = options.filter(({ label, note = '' }) => {
    const whole = `${label} ${note}`.toLowerCase();
    return words.split(/\s+/).every((word) => whole.includes(word));
  });
  const begins = ({ label }: ChoiceOption) => label.toLowerCase().startsWith(words);
  return [...found.filter(begins), ...found.filter((option) => !begins(option))];
}
