const longestName = 200;

/**
 * Names of columns as a mapping refers to them: trimmed, never empty, never twice.
 * @example nameColumns(['day', '', 'day']) // ['day', '#2', 'day (2)']
 */
export function nameColumns(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const plain =
      cell
        .replaceAll(/\s+/g, ' ')
        .trim()
        .slice(0, longestName - 10) || `#${index + 1}`;
    let name = plain;
    for (let again = 2; taken.has(name); again += 1) name = `${plain} (${again})`;
    taken.add(name);
    return name;
  });
}
