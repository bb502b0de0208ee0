import { html, type Markup } from '../html.ts';

/** Drawn, because no font can be trusted to have them. */
export const star: Markup = html`<svg class="picture" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 2.6l2.9 5.9 6.5.9-4.7 4.6 1.1 6.5L12 17.4l-5.8 3.1 1.1-6.5L2.6 9.4l6.5-.9z" />
</svg>`;

/** A face from sad (0) to happy (1). */
export function face(share: number): Markup {
  const corner = 16 - 1.5 * (share - 0.5) * 2;
  const middle = 16 + 4.5 * (share - 0.5) * 2;
  return html`<svg class="picture" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="10" />
    <circle class="eye" cx="8.6" cy="9.6" r="1.3" />
    <circle class="eye" cx="15.4" cy="9.6" r="1.3" />
    <path class="mouth" d="M7.8 ${corner.toFixed(1)}Q12 ${middle.toFixed(1)} 16.2 ${corner.toFixed(1)}" />
  </svg>`;
}
