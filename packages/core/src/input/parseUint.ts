const LARGEST = 2n ** 128n - 1n

/** Why a text is not a whole number that the contract can hold. */
export type UintProblem = 'not-a-number' | 'negative' | 'decimals' | 'zero' | 'too-large'

/**
 * Reads a positive whole number as people type it; `_` and `,` between digits are tolerated.
 *
 * @returns the number, or what is wrong with it
 * @example
 * parseUint('1,000') // 1000n
 * parseUint('0.5') // 'decimals'
 */
export function parseUint(text: string): bigint | UintProblem {
  const trimmed = text.trim()
  if (/^[-−]\s*[\d.,_]+$/.test(trimmed)) return 'negative'
  if (/^[\d,_]*\.\d+$/.test(trimmed)) return 'decimals'
  if (!/^\d+(?:[,_]\d+)*$/.test(trimmed)) return 'not-a-number'
  const digits = trimmed.replace(/[,_]/g, '').replace(/^0+(?=\d)/, '')
  if (digits.length > 39) return 'too-large'
  const value = BigInt(digits)
  if (value === 0n) return 'zero'
  return value > LARGEST ? 'too-large' : value
}
