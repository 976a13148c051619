/**
 * What the reading of what a reorg took is noted as among the jobs: begun with what went, completed at the newest
 * block.
 */
export const reorgRun = 'reorg'
