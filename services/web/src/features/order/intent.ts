import { uuid } from '../../lib/uuid';

/**
 * One wish of a person to order something. As long as nobody knows what became of it, sending it again uses
 * the same key, so that a double tap, a retry or a lost answer never orders twice. A changed order is a new wish.
 */
export class Intent {
  private wish: { body: string; key: string } | undefined;

  keyFor(order: unknown): string {
    const body = JSON.stringify(order);
    if (this.wish?.body !== body) this.wish = { body, key: uuid() };
    return this.wish.key;
  }

  /** The server answered for good: the next order, even an equal one, is another wish. */
  settled(): void {
    this.wish = undefined;
  }
}
