/** Work that goes on beside its caller: one thing at a time per key, so that a slow target waits for nobody and nobody waits for it. */
export class Lanes {
  private readonly busy = new Map<string, Promise<void>>();

  constructor(private readonly most: number) {}

  /** Whether something may begin under this key now. */
  has(key: string): boolean {
    return !this.busy.has(key) && this.busy.size < this.most;
  }

  start(key: string, work: () => Promise<void>): void {
    if (!this.has(key)) return;
    const running = work()
      // What was not recorded is taken up again once its time is over.
      .catch((error: unknown) => process.emitWarning(`work for ${key} failed: ${String(error)}`))
      .finally(() => this.busy.delete(key));
    this.busy.set(key, running);
  }

  /** When everything that was begun has ended. */
  async idle(): Promise<void> {
    while (this.busy.size > 0) await Promise.all(this.busy.values());
  }
}
