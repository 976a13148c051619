import { createClinic } from '@medikey/core/testing'
import { startJobs } from '@medikey/jobs'
import { createLogger } from '@medikey/runtime'
import { openStore } from '@medikey/store'
import pg from 'pg'
import { answerAsks } from '../bench/local-chain/answerAsks.ts'

const JOB = 'tick'
let end = async (): Promise<void> => {}

answerAsks({
  /** Runs the schedule with one job, which notes each tick that it runs in the table `ran`. */
  async start({ databaseUrl, name }: { databaseUrl: string; name: string }) {
    const { store, queue, close } = await openStore({ databaseUrl, dataDir: null })
    const notes = new pg.Client({ connectionString: databaseUrl })
    await notes.connect()
    let claimed = ''
    const claimTick: typeof store.claimTick = async (options) => {
      const isMine = await store.claimTick(options)
      // A run is not told its tick, and follows its claim.
      if (isMine) claimed = options.key.slice(JOB.length + 1)
      return isMine
    }
    const run = async () => {
      await notes.query('insert into ran (tick, process) values ($1, $2)', [claimed, name])
      return undefined
    }
    const jobs = await startJobs({
      deps: { ...createClinic().deps, store: { ...store, claimTick }, clock: { now: () => new Date() } },
      queue,
      messengers: [],
      logger: createLogger({ level: 'warn', name }),
      parts: { worker: false, follower: false, schedule: true },
      schedule: [{ name: JOB, cron: '* * * * * *', run }],
    })
    end = async () => {
      await jobs.stop()
      await notes.end()
      await close()
    }
  },

  stop: () => end(),
})
