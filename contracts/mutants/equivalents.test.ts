import { expect } from 'vitest'
import { accounts } from '../tests/simnet/accounts.ts'
import { test } from '../tests/simnet/test.ts'
import { equivalents } from './equivalents.ts'
import { listMutants } from './listMutants.ts'
import { matchEquivalents } from './matchEquivalents.ts'
import { operators } from './operators.ts'
import { readSource } from './source/readSource.ts'

test('every operator finds a place in the contract, and every proof the mutant that it is about', ({
  simnet,
  source,
  vault,
}) => {
  const mutants = listMutants({ source, definitions: readSource(simnet, vault.contract), operators })
  expect([...new Set(mutants.map(({ operator }) => operator))]).toEqual(operators.map(({ name }) => name))
  expect(matchEquivalents(mutants, equivalents).stale).toEqual([])
  expect(equivalents.length).toBeLessThanOrEqual(3)
})

test('a proof is stale once its definition has changed', ({ simnet, source }) => {
  const changed = source.replace('(ok (+ usage access-volume))', '(ok (+ access-volume usage))')
  simnet.deployContract('changed', changed, { clarityVersion: 4 }, accounts.cmo)
  const definitions = readSource(simnet, `${accounts.cmo}.changed`)
  const mutants = listMutants({ source: changed, definitions, operators })
  const { proved, stale } = matchEquivalents(mutants, equivalents)
  expect(proved.size).toBe(equivalents.length - 1)
  expect(stale).toEqual([expect.stringContaining('swap-checks in d1491fca6374 fits 0 mutants')])
})
