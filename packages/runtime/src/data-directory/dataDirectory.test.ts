import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Child, startChild } from '../../testing/startChild.ts'
import { createDataDir } from './createDataDir.ts'
import { DataDirectoryError } from './DataDirectoryError.ts'
import { DataDirectoryLockedError } from './DataDirectoryLockedError.ts'
import { lockDataDir } from './lockDataDir.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'medikey-data-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const modeOf = (path: string) => statSync(path).mode & 0o777

describe('the data directory', () => {
  test('is made with all above it, closed to others', () => {
    const path = createDataDir(join(dir, 'a', 'b'))
    expect(modeOf(path)).toBe(0o700)
  })

  test('is taken as it is where it exists and is closed', () => {
    writeFileSync(join(dir, 'kept'), 'x')
    expect(createDataDir(dir)).toBe(dir)
    expect(readdirSync(dir)).toEqual(['kept'])
  })

  test('is closed where it is open and empty', () => {
    chmodSync(dir, 0o755)
    createDataDir(dir)
    expect(modeOf(dir)).toBe(0o700)
  })

  test('is refused, not closed, where it is open and has other things in it', () => {
    chmodSync(dir, 0o755)
    writeFileSync(join(dir, 'somebody else’s'), 'x')
    expect(() => createDataDir(dir)).toThrow(`run "chmod 700 ${dir}" if it is MediKey's own`)
    expect(modeOf(dir)).toBe(0o755)
  })

  test.each(['file', 'file/below'])('is refused where it is %s', (name) => {
    writeFileSync(join(dir, 'file'), 'x')
    expect(() => createDataDir(join(dir, name))).toThrow(DataDirectoryError)
    expect(() => createDataDir(join(dir, name))).toThrow('name a directory in MEDIKEY_DATA_DIR')
  })
})

describe('the lock', () => {
  const children: Child[] = []
  afterEach(async () => {
    for (const child of children.splice(0)) {
      child.kill('SIGKILL')
      await child.exited
    }
  })

  /** A process that says `locked`, or the code of the error, and stays. */
  const startHolder = () => {
    const child = startChild(`
      try {
        await runtime.lockDataDir({ dataDir: ${JSON.stringify(dir)}, name: 'medikey', command: 'medikey start' })
        console.log('locked')
      } catch (error) {
        console.log(error.code)
      }
      globalThis.gc?.()
      setInterval(() => {}, 1000)`)
    children.push(child)
    return child
  }

  const lock = (patienceMs = 5_000) =>
    lockDataDir({ dataDir: dir, name: 'medikey', command: 'medikey check', patienceMs })

  test('names the live holder: its process, its command, and since when', async () => {
    const holder = startHolder()
    expect(await holder.line()).toBe('locked')
    const refused = lock(40)
    await expect(refused).rejects.toThrow(DataDirectoryLockedError)
    await expect(refused).rejects.toMatchObject({
      code: 'DATA_DIRECTORY_LOCKED',
      holder: { pid: holder.pid, command: 'medikey start', since: expect.stringMatching(/^\d{4}-.*Z$/) },
      shortMessage: expect.stringContaining(`in use by process ${holder.pid} (medikey start, since `),
    })
  })

  test('is free at once after the holder was killed', async () => {
    const holder = startHolder()
    expect(await holder.line()).toBe('locked')
    holder.kill('SIGKILL')
    await holder.exited
    expect(existsSync(join(dir, 'medikey.lock.json'))).toBe(true)
    const taken = await lock()
    await expect(lock(40)).rejects.toMatchObject({ holder: { pid: process.pid, command: 'medikey check' } })
    taken.release()
  })

  test('is not waited for in vain while the holder is just being killed', async () => {
    const holder = startHolder()
    expect(await holder.line()).toBe('locked')
    holder.kill('SIGKILL')
    const taken = await lock()
    taken.release()
  })

  test('goes to exactly one of several simultaneous starters', async () => {
    const starters = Array.from({ length: 4 }, startHolder)
    const answers = await Promise.all(starters.map((starter) => starter.line()))
    expect(answers.sort()).toEqual([
      'DATA_DIRECTORY_LOCKED',
      'DATA_DIRECTORY_LOCKED',
      'DATA_DIRECTORY_LOCKED',
      'locked',
    ])
  })

  test('is not fooled by a file that names a live process which holds nothing', async () => {
    const holder = { pid: process.ppid, since: new Date().toISOString(), command: 'recycled' }
    writeFileSync(join(dir, 'medikey.lock.json'), JSON.stringify(holder))
    const taken = await lock()
    taken.release()
  })

  test.each(['', '{', '{"pid":"1"}'])('holds even where its name file is broken: %j', async (content) => {
    const taken = await lock()
    writeFileSync(join(dir, 'medikey.lock.json'), content)
    await expect(lock(40)).rejects.toMatchObject({
      holder: null,
      shortMessage: expect.stringContaining('another process'),
    })
    taken.release()
  })

  test('is given back by release, twice without harm, and leaves no name behind', async () => {
    const taken = await lock()
    taken.release()
    taken.release()
    expect(existsSync(join(dir, 'medikey.lock.json'))).toBe(false)
    const again = await lock()
    taken.release()
    await expect(lock(40)).rejects.toThrow(DataDirectoryLockedError)
    again.release()
  })

  test('of one name does not hinder another', async () => {
    const locks = await Promise.all([lock(), lockDataDir({ dataDir: dir, name: 'chain' })])
    for (const each of locks) each.release()
  })

  test('says so where it cannot be made at all', async () => {
    mkdirSync(join(dir, 'medikey.lock'))
    await expect(lock(40)).rejects.toThrow(DataDirectoryError)
    rmSync(join(dir, 'medikey.lock'), { recursive: true })
    writeFileSync(join(dir, 'medikey.lock'), 'this is no database at all, but some text of a person')
    await expect(lock(40)).rejects.toThrow('cannot be locked')
  })
})
