import { expect, test } from 'vitest'
import { openTestTerminal } from '../../testing/openTestTerminal.ts'
import { confirmDeploy } from './confirmDeploy.ts'

const contract = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.medvault'

async function answer(line: string): Promise<void> {
  const terminal = openTestTerminal()
  const asked = confirmDeploy(terminal, { contract, confirmed: null })
  // Handled below, and not only once the question stands.
  asked.catch(() => {})
  await expect.poll(() => terminal.shown()).toContain('Type the contract')
  terminal.stdin.write(line)
  return asked
}

test('goes on when the contract is written out', async () => {
  await answer(`${contract}\r`)
  await confirmDeploy(openTestTerminal(), { contract, confirmed: contract })
})

test.each(['yes\r', '\r', `${contract}-2\r`, 'medvault\r'])('does not go on with %j', async (line) => {
  await expect(answer(line)).rejects.toMatchObject({ code: 'DEPLOY_NOT_CONFIRMED' })
})

test('does not go on when it is interrupted', async () => {
  await expect(answer('\u0003')).rejects.toMatchObject({ code: 'PROMPT_CANCELLED' })
})
