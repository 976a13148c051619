import { BLOCK_LIMIT, type Cost, countFits, measureCosts, READ_ONLY_LIMIT } from '@medikey/contracts/costs'
import { describeMachine } from '../describeMachine.ts'
import type { Figure, Report } from '../Report.ts'
import { readVersions } from '../readVersions.ts'

/** The batched read is asked of a node and costs nobody a fee; a node bounds it all the same. */
const READ = 'get-medical-records'

const UNITS: Readonly<Record<keyof Cost, string>> = {
  runtime: 'cost units',
  read_count: 'reads',
  read_length: 'bytes',
  write_count: 'writes',
  write_length: 'bytes',
}

/** What every public function of medvault and the batched read cost, and how often that fits a limit. */
export async function measureContractCosts(): Promise<Report> {
  const machine = describeMachine()
  const costs = await measureCosts()
  return {
    name: 'contract-costs',
    machine,
    versions: readVersions([]),
    figures: Object.entries(costs).flatMap(([name, cost]) => [
      ...toCostFigures(name, cost),
      toFit(name, cost),
    ]),
  }
}

function toCostFigures(name: string, cost: Cost): Figure[] {
  const limit = name === READ ? READ_ONLY_LIMIT : BLOCK_LIMIT
  return (Object.keys(UNITS) as (keyof Cost)[]).map((figure) => ({
    name: `${name} ${figure}`,
    value: cost[figure],
    unit: UNITS[figure],
    reference: name === READ ? 'limit of one read-only call' : 'limit of a block',
    referenceValue: limit[figure],
    ratio: limit[figure] === 0 ? 0 : Number((cost[figure] / limit[figure]).toPrecision(3)),
    aim: null,
    met: null,
  }))
}

function toFit(name: string, cost: Cost): Figure {
  const isRead = name === READ
  const fits = countFits(cost, isRead ? READ_ONLY_LIMIT : BLOCK_LIMIT)
  return {
    name: isRead ? `${name} within one read-only call` : `${name} calls in a block`,
    value: fits,
    unit: 'calls',
    reference: null,
    referenceValue: null,
    ratio: null,
    aim: isRead ? 'at least one page of 25 records in one read-only call' : null,
    met: isRead ? fits >= 1 : null,
  }
}
