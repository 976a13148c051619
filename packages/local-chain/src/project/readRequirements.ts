import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { RequirementMissingError } from '../errors/RequirementMissingError.ts'

/** Clarinet writes "Clarity2". */
const metadataSchema = z.object({
  clarity_version: z
    .string()
    .regex(/^Clarity[1-6]$/)
    .transform((version) => Number(version.slice('Clarity'.length))),
})

const contractPrincipal = /'(S[PMTN][0-9A-Z]+\.[a-zA-Z][\w-]*)/g

/** A contract of another network that the project builds on, as Clarinet fetched it. */
export type Requirement = {
  readonly contractId: string
  readonly name: string
  readonly source: string
  readonly clarityVersion: number
}

/**
 * Reads the contracts that a project requires of another network, and those that they refer to themselves,
 * from the cache that Clarinet keeps of them. Nothing is fetched: a local chain works without a network.
 *
 * @param contractIds What Clarinet.toml lists.
 * @throws RequirementMissingError when Clarinet has not fetched one yet.
 */
export async function readRequirements({
  contractIds,
  cacheDir,
}: {
  contractIds: readonly string[]
  cacheDir: string
}): Promise<Requirement[]> {
  const found = new Map<string, Requirement>()
  // What is pushed while it is walked through is walked through as well.
  const wanted = [...contractIds]
  for (const contractId of wanted) {
    if (found.has(contractId)) continue
    const requirement = await readRequirement({ contractId, cacheDir })
    // What is only mentioned may be a boot contract or an address that nothing calls.
    if (requirement instanceof RequirementMissingError && contractIds.includes(contractId)) throw requirement
    if (requirement instanceof RequirementMissingError) continue
    found.set(contractId, requirement)
    for (const [, mentioned] of requirement.source.matchAll(contractPrincipal))
      if (mentioned !== undefined) wanted.push(mentioned)
  }
  return [...found.values()]
}

async function readRequirement({
  contractId,
  cacheDir,
}: {
  contractId: string
  cacheDir: string
}): Promise<Requirement | RequirementMissingError> {
  const path = join(cacheDir, 'requirements', contractId)
  try {
    const source = (await readFile(`${path}.clar`, 'utf8')).replaceAll('\r\n', '\n')
    const metadata = metadataSchema.parse(JSON.parse(await readFile(`${path}.json`, 'utf8')))
    const clarityVersion = metadata.clarity_version
    const name = contractId.slice(contractId.indexOf('.') + 1)
    return { contractId, name, source, clarityVersion }
  } catch (cause) {
    return new RequirementMissingError({ contractId, path: `${path}.clar`, cause })
  }
}
