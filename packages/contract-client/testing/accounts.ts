import { createPrivateKeySigner } from '../src/index.ts'

// Keys of nobody: made up for these tests.
const key = (digit: string) => digit.repeat(64)

export const physicianKey = key('1')
export const physician = createPrivateKeySigner({ privateKey: physicianKey, network: 'devnet' })
export const staff = createPrivateKeySigner({ privateKey: key('2'), network: 'devnet' })
export const stranger = createPrivateKeySigner({ privateKey: key('3'), network: 'devnet' })

/** The deployer in Clarinet's devnet settings. */
export const deployer = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'
export const contract = `${deployer}.medvault`
export const txid = `0x${'ab'.repeat(32)}`
