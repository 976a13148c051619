import type { ProjectContract } from './ProjectContract.ts'

const commentOrString = /"(?:\\.|[^"\\])*"|;;.*/g

/** Orders contracts so that each comes after those that its source refers to (`.name`). */
export function orderContracts(contracts: readonly ProjectContract[]): ProjectContract[] {
  const ordered = new Set<ProjectContract>()
  const visiting = new Set<ProjectContract>()
  function visit(contract: ProjectContract): void {
    if (ordered.has(contract) || visiting.has(contract)) return
    visiting.add(contract)
    for (const other of contracts) {
      if (other !== contract && refersTo(contract.source, other.name)) visit(other)
    }
    ordered.add(contract)
  }
  for (const contract of contracts) visit(contract)
  return [...ordered]
}

function refersTo(source: string, name: string): boolean {
  const code = source.replaceAll(commentOrString, '')
  return new RegExp(`\\.${name.replaceAll(/[^\w-]/g, '')}(?![\\w-])`).test(code)
}
