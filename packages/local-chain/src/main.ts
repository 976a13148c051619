#!/usr/bin/env node

// What an older Node cannot even parse is imported only after this.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    `local-chain: Node ${process.versions.node} is too old, install Node 22.13 or newer (24 is best) and run it again.\n`,
  )
  process.exit(1)
}
const { enableCompileCache } = await import('node:module')
enableCompileCache()
const { runMain } = await import('./cli/runMain.ts')

await runMain({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  wantsDetails: process.env.LOG_LEVEL === 'debug',
  exit: (code) => process.exit(code),
  setExitCode: (code) => {
    process.exitCode = code
  },
})

export {}
