import { readFileSync } from 'node:fs'
import { startSimnet } from '../tests/simnet/startSimnet.ts'
import { deployMutants } from './deployMutants.ts'
import { equivalents } from './equivalents.ts'
import { judgeMutants } from './judgeMutants.ts'
import { listMutants } from './listMutants.ts'
import type { Mutant } from './Mutant.ts'
import { matchEquivalents } from './matchEquivalents.ts'
import { operators } from './operators.ts'
import { readSource } from './source/readSource.ts'
import type { Verdict } from './Verdict.ts'

/** What the run found, and what is wrong with the proofs. */
export type MutationRun = { readonly verdicts: readonly Verdict[]; readonly problems: readonly string[] }

/**
 * Makes every mutant of the contract and lets the suite judge those that are wanted.
 *
 * @param options.isWanted all of them in a run that counts
 * @param options.tell takes what is going on, for the one who waits
 */
export async function runMutants({
  isWanted,
  workers,
  tell,
}: {
  isWanted: (mutant: Mutant) => boolean
  workers: number
  tell: (progress: string) => void
}): Promise<MutationRun> {
  const source = readFileSync(new URL('../medvault.clar', import.meta.url), 'utf8')
  const simnet = await startSimnet()
  const definitions = readSource(simnet, `${simnet.deployer}.medvault`)
  const all = listMutants({ source, definitions, operators })
  const { proved, stale } = matchEquivalents(all, equivalents)
  const mutants = all.filter(isWanted)
  tell(`${mutants.length} mutants`)
  const refusals = await deployMutants(simnet, mutants)
  const valid = mutants.filter(({ id }) => !refusals.has(id))
  tell(`${refusals.size} are no contract`)
  let killed = 0
  const killers = await judgeMutants({
    mutants: valid,
    workers,
    onTest: (more) => {
      killed += more
      tell(`${killed} of ${valid.length} killed`)
    },
  })
  const verdicts = mutants.map((mutant): Verdict => {
    const refusal = refusals.get(mutant.id)
    if (refusal !== undefined) return { mutant, fate: 'invalid', by: refusal }
    const by = killers.get(mutant.id)
    if (by !== undefined) return { mutant, fate: 'killed', by }
    return { mutant, fate: proved.has(mutant.id) ? 'equivalent' : 'survived', by: null }
  })
  const wrong = verdicts
    .filter(({ mutant, fate }) => proved.has(mutant.id) && fate !== 'equivalent')
    .map(
      ({ mutant: { operator, line }, by }) =>
        `Proved equivalent, yet ${operator} in line ${line} fell: ${by}`,
    )
  return { verdicts, problems: [...stale, ...wrong] }
}
