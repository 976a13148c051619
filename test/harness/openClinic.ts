import { createFakeSlack, type FakeSlack } from '@medikey/slack/testing'
import type { Cleanup } from './createCleanup.ts'
import { createHttpProxy, type HttpProxy } from './createHttpProxy.ts'
import { createTempDir } from './createTempDir.ts'
import { expectNoSecrets } from './expectNoSecrets.ts'
import type { Chain } from './startChain.ts'
import { type Medikey, type MedikeyOptions, startMedikey } from './startMedikey.ts'

/** A workspace of Slack, a way to the chain, and a MediKey between them that is not started yet. */
export type TestClinic = {
  readonly slack: FakeSlack
  readonly proxy: HttpProxy
  /** What further commands beside the running process take. */
  readonly options: Omit<MedikeyOptions, 'cleanup'>
  /** Starts MediKey; again after its end is a restart on the same data. */
  start(): Promise<Medikey>
}

/**
 * Opens a clinic of its own on a chain. At the end it is asserted that no process of it wrote a secret.
 *
 * @example
 * const { slack, start } = await openClinic(chain, { cleanup })
 * const medikey = await start()
 */
export async function openClinic(
  chain: Chain,
  options: { cleanup: Cleanup } & Partial<
    Pick<MedikeyOptions, 'discord' | 'mode' | 'unlinked' | 'databaseUrl' | 'env'>
  >,
): Promise<TestClinic> {
  const { cleanup, ...rest } = options
  const slack = await createFakeSlack()
  cleanup.add(slack.close)
  const proxy = await createHttpProxy({ target: chain.url, cleanup })
  const started: Medikey[] = []
  const own = { directory: createTempDir({ cleanup }), chainUrl: proxy.url, slack, ...rest }
  cleanup.add(() => {
    const given = [options.env?.MEDIKEY_KEYSTORE_PASSPHRASE, options.discord?.token]
    const others = given.filter((secret) => secret !== undefined)
    for (const medikey of started) expectNoSecrets(medikey.output(), { slack, others })
  })
  return {
    slack,
    proxy,
    options: own,
    async start() {
      const medikey = await startMedikey({ ...own, cleanup })
      started.push(medikey)
      return medikey
    },
  }
}
