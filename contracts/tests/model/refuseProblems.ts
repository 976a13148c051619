import type { Stage } from './Stage.ts'

/** Throws what was found, with the calls that led to it; returns where nothing was found. */
export function refuseProblems({ history }: Stage, problems: readonly string[]): void {
  if (problems.length === 0) return
  throw new Error([...problems, 'The calls were:', ...history.map((line) => `  ${line}`)].join('\n'))
}
