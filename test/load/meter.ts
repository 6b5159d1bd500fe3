import type { RouteName } from '../../shared/routes.ts';

type Calls = { milliseconds: number[]; errors: Map<number, number> };

/** How often each route was called, how long that took, and how often the answer was no. */
export class Meter {
  readonly #calls = new Map<RouteName, Calls>();

  note(name: RouteName, status: number, milliseconds: number): void {
    const calls: Calls = this.#calls.get(name) ?? { milliseconds: [], errors: new Map() };
    calls.milliseconds.push(milliseconds);
    if (status >= 400) calls.errors.set(status, (calls.errors.get(status) ?? 0) + 1);
    this.#calls.set(name, calls);
  }

  /** A row for each route, and one for all. */
  table(seconds: number): string[] {
    const rows = [...this.#calls].sort(([, a], [, b]) => b.milliseconds.length - a.milliseconds.length);
    const all = rows.flatMap(([, { milliseconds }]) => milliseconds);
    return [
      rowOf('', 'calls', 'a second', 'p50 ms', 'p99 ms', 'errors'),
      ...rows.map(([name, { milliseconds, errors }]) =>
        rowOf(
          name,
          ...numbersOf(milliseconds, seconds),
          [...errors].map(([code, n]) => `${n} × ${code}`).join(', '),
        ),
      ),
      rowOf('all', ...numbersOf(all, seconds), String(this.errors)),
    ];
  }

  get errors(): number {
    return [...this.#calls.values()]
      .flatMap(({ errors }) => [...errors.values()])
      .reduce((sum, n) => sum + n, 0);
  }
}

function numbersOf(milliseconds: number[], seconds: number): string[] {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return [String(sorted.length), (sorted.length / seconds).toFixed(1), at(0.5), at(0.99)];
}

const rowOf = (name: string, ...columns: string[]): string =>
  name.padEnd(16) + columns.map((column) => column.padStart(10)).join('');
