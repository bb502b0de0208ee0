/** One line per group as it ends, and what failed in it. */
export function printGroup({ name, passed, failed, problems, seconds }) {
  const mark = failed === 0 ? '✔' : '✘';
  console.log(
    `${mark} ${name.padEnd(16)} ${String(passed).padStart(4)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(6)} s`,
  );
  for (const problem of problems) console.log(`    ${problem.split('\n').join('\n    ')}`);
}

/** The closing line is the sum over all groups. */
export function printSum(results, milliseconds) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const failing = results.filter((result) => result.failed > 0).map((result) => result.name);
  console.log(
    `\n${results.length} groups in ${(milliseconds / 1000).toFixed(0)} s${failing.length === 0 ? '' : `; failing: ${failing.join(', ')}`}`,
  );
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}
