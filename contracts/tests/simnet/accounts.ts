/** Who plays what in the tests: the well-known devnet accounts of settings/Devnet.toml. */
export const accounts = {
  /** Deploys the contract, and so is the Chief Medical Officer. */
  cmo: 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM',
  /** Has the record that the `recordId` fixture creates. */
  physician: 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5',
  /** A physician with no say over the others' records. */
  colleague: 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG',
  nurse: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC',
  radiologist: 'ST2NEB84ASENDXKYGJPQW86YXQCEFEX2ZQPG87ND',
  /** Nobody: no record, no privilege. */
  stranger: 'ST2REHHS5J3CERCRBEPMGH7921Q6PYKAADT7JP2VB',
} as const
