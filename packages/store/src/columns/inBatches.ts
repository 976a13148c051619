/** A statement takes 65,535 parameters at most, and no row has as many as sixty. */
const ROWS = 1_000

/** Rows in as few statements as they need; none for no rows. */
export function* inBatches<T>(rows: readonly T[]): Generator<T[]> {
  for (let first = 0; first < rows.length; first += ROWS) yield rows.slice(first, first + ROWS)
}
