import { Problem } from './problem';
import { uuid } from './uuid';

/**
 * What a person wished to happen once. As long as nobody knows what became of a wish, sending it again uses the
 * same key, so that a double tap, a retry or a lost answer never acts twice; leaving the form changes nothing
 * about that. Something else is another wish, and so is the same after an answer.
 */
export class Intent {
  private readonly undecided = new Map<string, string>();

  keyFor(wish: unknown): string {
    const body = JSON.stringify(wish);
    const known = this.undecided.get(body);
    if (known) return known;
    const key = uuid();
    this.undecided.set(body, key);
    return key;
  }

  settled(wish: unknown): void {
    this.undecided.delete(JSON.stringify(wish));
  }

  /** Sends a wish under its key and remembers it until the server has answered for good. */
  async send<T>(wish: unknown, act: (key: string) => Promise<T>): Promise<T> {
    try {
      const answer = await act(this.keyFor(wish));
      this.settled(wish);
      return answer;
    } catch (failure) {
      if (failure instanceof Problem && !failure.undecided) this.settled(wish);
      throw failure;
    }
  }
}
