import type { Report } from './Report.ts'

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
    ...figures.flatMap((figure) => [
      '',
      `${figure.met ? '✓' : '✗'} ${figure.name}: ${figure.value} ${figure.unit}`,
      `  ${figure.reference}: ${figure.referenceValue} ${figure.unit} (× ${figure.ratio})`,
      `  aim: ${figure.aim}`,
    ]),
    '',
  ].join('\n')
}
