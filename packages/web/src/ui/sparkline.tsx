interface Props {
  readonly values: readonly (number | null)[];
  /** what a reader who cannot see the line is told */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

/** A small line without axes. Gaps in the values stay gaps. */
export function Sparkline({ values, label, width = 88, height = 30 }: Props) {
  const present = values.filter((value) => value !== null);
  if (present.length < 2) return null;
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`} style={{ flex: 'none' }}>
      <path
        d={pathOf(values, width, height)}
        fill="none"
        stroke="var(--chart-data)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}

function pathOf(values: readonly (number | null)[], width: number, height: number): string {
  const present = values.filter((value) => value !== null);
  const low = Math.min(...present);
  const range = Math.max(...present) - low;
  const x = (index: number) => 2 + (index / (values.length - 1)) * (width - 4);
  const y = (value: number) => (range === 0 ? height / 2 : 2 + (1 - (value - low) / range) * (height - 4));
  return values
    .map((value, index) =>
      value === null ? '' : `${(values[index - 1] ?? null) === null ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('');
}
