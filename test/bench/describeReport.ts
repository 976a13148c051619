import type { Figure, Report } from './Report.ts'

/**
 * What a benchmark found, as lines for people.
 *
 * @example
 * process.stdout.write(describeReport(report))
 */
export function describeReport(report: Report): string {
  const { name, machine, versions, figures } = report
  return [
    `${name} on ${machine.cores} × ${machine.cpu}, ${machine.memoryGb} GB, ${machine.os}, load ${machine.load}`,
    Object.entries(versions)
      .map(([part, version]) => `${part} ${version}`)
      .join(', '),
    ...figures.flatMap((figure) => ['', ...describeFigure(figure)]),
    '',
  ].join('\n')
}

function describeFigure({ name, value, unit, reference, referenceValue, ratio, aim, met }: Figure): string[] {
  const mark = met === null ? '·' : met ? '✓' : '✗'
  return [
    `${mark} ${name}: ${value} ${unit}`,
    ...(reference === null ? [] : [`  ${reference}: ${referenceValue} ${unit} (× ${ratio})`]),
    ...(aim === null ? [] : [`  aim: ${aim}`]),
  ]
}
