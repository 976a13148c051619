import type { Figure } from './Report.ts'

/**
 * Makes a figure of samples: the median of what was measured beside the median of the reference.
 *
 * @param options.samples in `unit`
 * @param options.referenceSamples in `unit`
 * @param options.isMet takes both medians
 */
export function toFigure(options: {
  name: string
  unit: string
  reference: string
  aim: string
  samples: readonly number[]
  referenceSamples: readonly number[]
  isMet: (value: number, referenceValue: number) => boolean
}): Figure {
  const { name, unit, reference, aim, isMet } = options
  const value = median(options.samples)
  const referenceValue = median(options.referenceSamples)
  return {
    name,
    value: round(value),
    unit,
    reference,
    referenceValue: round(referenceValue),
    ratio: round(value / referenceValue),
    aim,
    met: isMet(value, referenceValue),
  }
}

function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle]
  if (upper === undefined || lower === undefined) throw new Error('There are no samples.')
  return (lower + upper) / 2
}

const round = (value: number): number => Number(value.toFixed(2))
