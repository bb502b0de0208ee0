/** Code of the source of everything that people enter by hand. */
export const manualSource = 'manual';
