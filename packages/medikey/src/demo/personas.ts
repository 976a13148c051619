import type { Persona } from './Persona.ts'

/**
 * The people of the demo.
 *
 * Their keys are no secret: they belong to the mnemonics that Clarinet publishes for every devnet and that stand in
 * settings/Devnet.toml. Anybody can sign with them, so they may be used only where nothing is worth anything: with
 * `network: devnet`, on a chain on loopback that answers `/local` as MediKey's local chain. Never on testnet, which has
 * the same chain id and address version: there, a stranger could empty and impersonate these accounts.
 *
 * @example
 * personas.map(({ name, role }) => `${name}, ${role}`)
 */
export const personas: readonly Persona[] = [
  {
    handle: 'cmo',
    name: 'Dr. Clara Okafor',
    role: 'Chief Medical Officer',
    wallet: 'deployer',
    principal: 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM',
    privateKey: '753b7cc01a1a2e86221266a154af739463fce51219d97e4f856cd7200c3bd2a601',
  },
  {
    handle: 'alice',
    name: 'Dr. Alice Meyer',
    role: 'physician',
    wallet: 'wallet_1',
    principal: 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5',
    privateKey: '7287ba251d44a4d3fd9276c88ce34c5c52a038955511cccaf77e61068649c17801',
  },
  {
    handle: 'ben',
    name: 'Dr. Ben Tanaka',
    role: 'physician',
    wallet: 'wallet_2',
    principal: 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG',
    privateKey: '530d9f61984c888536871c6573073bdfc0058896dc1adfe9a6a10dfacadc209101',
  },
  {
    handle: 'nadia',
    name: 'Nadia Rahman',
    role: 'nurse',
    wallet: 'wallet_3',
    principal: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC',
    privateKey: 'd655b2523bcd65e34889725c73064feb17ceb796831c0e111ba1a552b0f31b3901',
  },
  {
    handle: 'tom',
    name: 'Tom Fischer',
    role: 'nurse',
    wallet: 'wallet_4',
    principal: 'ST2NEB84ASENDXKYGJPQW86YXQCEFEX2ZQPG87ND',
    privateKey: 'f9d7206a47f14d2870c163ebab4bf3e70d18f5d14ce1031f3902fbbc894fe4c701',
  },
  {
    handle: 'ines',
    name: 'Inês Costa',
    role: 'auditor',
    wallet: 'wallet_5',
    principal: 'ST2REHHS5J3CERCRBEPMGH7921Q6PYKAADT7JP2VB',
    privateKey: '3eccc5dac8056590432db6a35d52b9896876a3d5cbdea53b72400bc9c2099fe801',
  },
]
