import { isLoopbackHost } from '../http/isLoopbackHost.ts'

/**
 * Says what is wrong with the address of a service, or null. What travels to another machine travels
 * encrypted; a password in an address would end in every log between here and there.
 *
 * @param value The address as configured. It is never repeated in the answer.
 * @example
 * checkUrl('http://api.example.com') // 'must start with https:// …'
 */
export function checkUrl(value: string): string | null {
  const url = URL.parse(value)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return 'must be a whole address such as https://api.example.com'
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or a password'
  if (url.search !== '' || url.hash !== '') return 'must not contain a query or a fragment'
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname))
    return 'must start with https:// (plain http is for this machine only)'
  return null
}
