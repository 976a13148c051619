const SECRET_WORDS = [
  'apikey',
  'authorization',
  'bytes',
  'cookie',
  'credential',
  'databaseurl',
  'mnemonic',
  'passphrase',
  'password',
  'privatekey',
  'secret',
  'seed',
  'signature',
  'token',
]

/**
 * Whether a field by this name is kept out of the log, however it is spelled: `botToken`, `bot_token`,
 * `x-slack-signature`. The bytes of a transaction count, because whoever has them can broadcast it.
 *
 * @example
 * isSecretName('SLACK_BOT_TOKEN') // true
 */
export function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '')
  return SECRET_WORDS.some((word) => plain.endsWith(word) || plain.endsWith(`${word}s`))
}
