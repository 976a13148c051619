import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeProject } from '../../testing/makeProject.ts'
import { startTestChain } from '../../testing/startTestChain.ts'
import { createLocalChain } from '../createLocalChain.ts'

const deployer = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'
const wallet = 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5'
const requirement = 'SP3FBR2AGK5H9QBDH3EEN6DF8EK8JY7RX8QJ5SVTE.sip-010-trait-ft-standard'
const requires = `[[project.requirements]]\ncontract_id = "${requirement}"\n`

const contract = (name: string, ...lines: string[]) =>
  [`[contracts.${name}]`, `path = "contracts/${name}.clar"`, ...lines, ''].join('\n')

async function start(files: Readonly<Record<string, string>>) {
  const project = await makeProject({ files })
  const started = await startTestChain({ manifestPath: project.manifestPath })
  onTestFinished(() => started.chain.close())
  return started
}

test('a contract without a version gets the one that Clarinet gives it', async () => {
  const source = '(define-read-only (get-it) u1)'
  const names = ['none', 'text', 'number', 'latest', 'named']
  const { get } = await start({
    'Clarinet.toml': [
      '[project]\nname = "versions"\n',
      contract('none'),
      contract('text', 'epoch = "2.5"'),
      contract('number', 'epoch = 3.0'),
      contract('latest', 'epoch = "latest"'),
      contract('named', 'clarity_version = 2', 'epoch = "3.1"'),
    ].join('\n'),
    ...Object.fromEntries(names.map((name) => [`contracts/${name}.clar`, source])),
  })
  const versions = await Promise.all(
    names.map(async (name) => (await get(`/extended/v1/contract/${deployer}.${name}`)).body),
  )
  expect(versions.map((body) => (body as { clarity_version: number | null }).clarity_version)).toEqual([
    1,
    2,
    3,
    null,
    2,
  ])
})

test('a contract runs in the newest epoch, whichever one it names', async () => {
  const { chain, get } = await start({
    'Clarinet.toml': contract('old', 'clarity_version = 1', 'epoch = "2.0"'),
    'contracts/old.clar': '(define-read-only (get-height) block-height)',
  })
  expect(chain.getTip().height).toBe(2)
  expect((await get(`/v2/contracts/interface/${deployer}/old`)).body).toMatchObject({
    clarity_version: 'Clarity1',
  })
})

test('each contract is deployed by the account that it names', async () => {
  const { get } = await start({
    'Clarinet.toml': contract('mine') + contract('theirs', 'deployer = "wallet_1"'),
    'contracts/mine.clar': `(define-public (call) (contract-call? '${wallet}.theirs get-it))`,
    'contracts/theirs.clar': '(define-public (get-it) (ok u1))',
  })
  expect((await get(`/v2/contracts/source/${deployer}/mine`)).status).toBe(200)
  expect((await get(`/v2/contracts/source/${wallet}/theirs`)).status).toBe(200)
})

test('a name in a comment or a text makes no order', async () => {
  const { chain } = await start({
    'Clarinet.toml': contract('a') + contract('b'),
    'contracts/a.clar': '(define-public (get-it) (ok "a ;; .b")) ;; is called by .b',
    'contracts/b.clar': '(define-public (call) (contract-call? .a get-it))',
  })
  expect(chain.getTip().height).toBe(3)
})

test('a requirement that Clarinet has fetched is deployed by the deployer, and found there', async () => {
  const base = 'SP2X2Z28NXZVJFCJPBR9Q3NBVYBK3GPX8PXA3R83C.base'
  const { get } = await start({
    'Clarinet.toml': `[project]\nname = "token"\n${requires}${contract('token')}`,
    'contracts/token.clar': `(impl-trait '${requirement}.trait)\n(define-public (get-it) (ok u1))`,
    [`.cache/requirements/${requirement}.clar`]: `(define-trait trait ((get-it () (response uint uint))))\n(define-public (call) (contract-call? '${base} get-it))\n(define-constant other 'SP000000000000000000002Q6VF78.pox-4)`,
    [`.cache/requirements/${requirement}.json`]: '{"epoch":"Epoch20","clarity_version":"Clarity1"}',
    [`.cache/requirements/${base}.clar`]: '(define-public (get-it) (ok u7))',
    [`.cache/requirements/${base}.json`]: '{"epoch":"Epoch21","clarity_version":"Clarity2"}',
  })
  expect((await get(`/v2/contracts/source/${deployer}/token`)).body).toMatchObject({
    source: expect.stringContaining(`'${deployer}.sip-010-trait-ft-standard.trait`),
  })
  expect((await get(`/extended/v1/contract/${deployer}.sip-010-trait-ft-standard`)).body).toMatchObject({
    clarity_version: 1,
  })
  expect((await get(`/extended/v1/contract/${deployer}.base`)).body).toMatchObject({ clarity_version: 2 })
})

test('an account has what the settings give it', async () => {
  const { manifestPath } = await makeProject({
    files: {
      'Clarinet.toml': '[project]\nname = "empty"\n',
      'settings/Devnet.toml': `
[accounts.second]
mnemonic = "twice kind fence tip hidden tilt action fragile skin nothing glory cousin green tomorrow spring wrist shed math olympic multiply hip blue scout claw"
derivation = "m/44'/5757'/0'/0/1"
balance = 7
`,
    },
  })
  const chain = await createLocalChain({ manifestPath, port: 0, mining: 'manual' })
  onTestFinished(() => chain.close())
  const [second] = chain.accounts
  expect(second).toMatchObject({ name: 'second', balance: 7n })
  const answer = await fetch(`${chain.url}/v2/accounts/${second?.address}?proof=0`)
  expect(await answer.json()).toMatchObject({ balance: `0x${'7'.padStart(32, '0')}` })
})

test('a contract that does not compile is refused with its place', async () => {
  const project = await makeProject({
    files: {
      'Clarinet.toml': `[project]\nname = "typo"\n${contract('good')}${contract('bad')}`,
      'contracts/good.clar': '(define-public (get-it) (ok u1))',
      'contracts/bad.clar': '\n;; x\n(define-public (x)\n  (nothing-such u1))',
    },
  })
  await expect(startTestChain({ manifestPath: project.manifestPath })).rejects.toThrow(
    `${deployer}.bad could not be deployed, correct the contract: use of unresolved function 'nothing-such', at ${join(project.folder, 'contracts/bad.clar')}:3:1`,
  )
})

test.each([
  [requires, {}, /requires SP3F\S+standard, .* run `clarinet check` once/],
  [`[[project.requirements]]\ncontract_id = "../../x"`, {}, /contract_id: has to be <address>\.<name>/],
  [contract('a', 'epoch = "9.9"'), {}, /contracts\.a: epoch "9\.9" is none that this chain knows/],
  [contract('a', 'clarity_version = 9'), {}, /contracts\.a\.clarity_version/],
  [contract('a'), {}, /The source of contract a was not found at .*contracts\/a\.clar/],
  [
    contract('a'),
    { 'settings/Devnet.toml': '' },
    /deployed by "deployer", which settings\/Devnet\.toml does/,
  ],
  [contract('a'), { 'settings/Devnet.toml': '[accounts.deployer]' }, /write the account’s words here/],
  [
    contract('a'),
    {
      'contracts/a.clar': '(define-read-only (f) u1)',
      'settings/Devnet.toml':
        '[accounts.deployer]\nmnemonic = "twice kind fence tip hidden tilt action fragile skin nothing glory cousin green tomorrow spring wrist shed math olympic multiply hip blue scout claw"',
    },
    /deployer cannot pay for it with 0 µSTX, give the account a balance/,
  ],
])('a project that cannot be deployed is refused in a sentence (%#)', async (manifest, files, problem) => {
  const project = await makeProject({ files: { 'Clarinet.toml': manifest, ...files } })
  await expect(startTestChain({ manifestPath: project.manifestPath })).rejects.toMatchObject({
    shortMessage: expect.stringMatching(problem),
  })
})
