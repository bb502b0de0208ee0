/** How long somebody was at a survey, and at each of its pages. */
export class Stopwatch {
  #began = performance.now();
  #pages = new Map<string, number>();

  /** `earlier`: seconds of an earlier visit */
  constructor(private earlier = 0) {}

  get seconds(): number {
    const here = [...this.#pages.values()].reduce((sum, seconds) => sum + seconds, 0);
    return this.earlier + here + this.#running();
  }

  /** The time since the last turn was spent at this page. */
  turn(page: string): void {
    this.#pages.set(page, (this.#pages.get(page) ?? 0) + this.#running());
    this.#began = performance.now();
  }

  pages(): readonly number[] {
    return [...this.#pages.values()].map((seconds) => Math.round(seconds * 10) / 10);
  }

  #running(): number {
    return (performance.now() - this.#began) / 1000;
  }
}
