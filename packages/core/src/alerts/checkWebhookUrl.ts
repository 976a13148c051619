const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** Says what is wrong with the address of a webhook, or null. The address may hold a secret and is never repeated. */
export function checkWebhookUrl(value: string): string | null {
  const url = URL.parse(value)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return 'must be a whole address such as https://alerts.example.com/medikey'
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or a password'
  if (url.protocol === 'http:' && !LOOPBACK.includes(url.hostname))
    return 'must start with https:// (plain http is for this machine only)'
  return null
}
