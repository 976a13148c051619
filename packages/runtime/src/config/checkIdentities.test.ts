import { describe, expect, test } from 'vitest'
import { useConfig } from '../../testing/useConfig.ts'

const CMO = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'
const ALICE = 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5'

const { problemsOf } = useConfig()

describe('people who cannot be told apart', () => {
  const people = (...entries: string[]) => ({
    yaml: `identities:\n${entries.map((entry, index) => `  - { name: P${index}, ${entry} }`).join('\n')}`,
  })

  test.each([
    ['the same Slack account twice', `principal: ${CMO}, slack: U1A`, `principal: ${ALICE}, slack: U1A`],
    [
      'the same Slack account with and without its workspace',
      `principal: ${CMO}, slack: U1A`,
      `principal: ${ALICE}, slack: T1A/U1A`,
    ],
    ['the same person entered twice', `principal: ${CMO}, slack: U1A`, `principal: ${CMO}, slack: U1A`],
  ])('are reported: %s', (_what, first, second) => {
    expect(problemsOf(people(first, second))).toEqual([
      'identities[1].slack is the same account as identities[0].slack: one account stands for one person, remove one of them.',
    ])
  })

  test('are reported: the same Discord account twice', () => {
    const id = '"100000000000000001"'
    expect(
      problemsOf(people(`principal: ${CMO}, discord: ${id}`, `principal: ${ALICE}, discord: ${id}`)),
    ).toEqual([
      'identities[1].discord is the same account as identities[0].discord: one account stands for one person, remove one of them.',
    ])
  })

  test('are reported: one principal with two Slack accounts in one workspace', () => {
    expect(
      problemsOf(people(`principal: ${CMO}, slack: T1A/U1A`, `principal: ${CMO}, slack: T1A/U1B`)),
    ).toEqual([
      'identities[1].slack is a second account of the principal of identities[0].slack: a principal has one account a workspace, remove one of them.',
    ])
  })

  test('are not: one principal in two workspaces, or on two platforms in two entries', () => {
    const given = people(
      `principal: ${CMO}, slack: T1A/U1A`,
      `principal: ${CMO}, slack: T1B/U1B`,
      `principal: ${CMO}, discord: "100000000000000001"`,
      `principal: ${ALICE}, slack: T1B/U1A`,
    )
    expect(problemsOf(given)).toEqual([])
  })

  test('are reported even when another entry is malformed', () => {
    const problems = problemsOf(
      people(`principal: ${CMO}, slack: U1A`, 'principal: nobody', `principal: ${ALICE}, slack: U1A`),
    )
    expect(problems).toHaveLength(2)
    expect(problems[1]).toContain('identities[2].slack is the same account as identities[0].slack')
  })
})
