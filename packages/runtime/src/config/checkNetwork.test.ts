import { describe, expect, test } from 'vitest'
import { useConfig } from '../../testing/useConfig.ts'
import type { LoadConfigOptions } from './loadConfig.ts'

const CMO = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'
const ALICE = 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5'

const { problemsOf } = useConfig()

describe('addresses', () => {
  const checkPrincipal: LoadConfigOptions['checkPrincipal'] = ({ value, network }) =>
    value.startsWith(network === 'mainnet' ? 'SP' : 'ST')
      ? null
      : `belongs to another network than ${network}.`

  test('are checked for the network wherever they stand', () => {
    const yaml = `
network: mainnet
contract: ${CMO}.medvault
identities: [{ name: A, principal: ${ALICE} }, { name: B, principal: SP2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC }]
auditors: [${ALICE}]`
    expect(problemsOf({ yaml, env: { STACKS_API_URL: 'https://api.example.com' }, checkPrincipal })).toEqual([
      'contract: belongs to another network than mainnet.',
      'identities[0].principal: belongs to another network than mainnet.',
      'auditors[0]: belongs to another network than mainnet.',
    ])
  })

  test('pass on their own network', () => {
    expect(problemsOf({ yaml: `identities: [{ name: A, principal: ${ALICE} }]`, checkPrincipal })).toEqual([])
  })
})

describe('a public network', () => {
  test.each(['mainnet', 'testnet'])(
    '%s needs a node and a contract, and never falls back to a local chain',
    (network) => {
      expect(problemsOf({ yaml: `network: ${network}` })).toEqual([
        `STACKS_API_URL is missing: network ${network} needs the address of a Stacks API.`,
        `contract is missing: network ${network} needs ADDRESS.medvault of the deployed contract.`,
      ])
    },
  )
})
