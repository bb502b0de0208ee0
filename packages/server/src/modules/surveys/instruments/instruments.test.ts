import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingWords, reviewForm } from '@zhiheng/forms/review';
import { findInstrument } from './read-instruments.ts';

const folder = new URL('../../../../../../instruments', import.meta.url).pathname;
const codes = readdirSync(folder).flatMap((name) => (name.endsWith('.yaml') ? [name.replace(/\.yaml$/, '')] : []));

describe.each(codes)('the instrument %s', (code) => {
  const instrument = findInstrument(folder, code);

  it('could be published as it is, in both languages', () => {
    expect(reviewForm(instrument.form)).toEqual([]);
    expect(missingWords(instrument.form)).toEqual([]);
    expect(instrument.form.languages).toEqual(['zh', 'en']);
  });

  it('measures something, and says whose work it follows', () => {
    expect(instrument.form.measures.length).toBeGreaterThan(0);
    expect(instrument.citation).toMatch(/\d{4}/);
  });
});
