/**
 * Whether a host is this machine itself. Names under `.localhost` are not counted: it is a resolver that says where
 * they lead.
 *
 * @param hostname As the URL standard writes it in `URL.hostname`: lower case, an IPv6 address in brackets.
 * @example
 * isLoopbackHost(new URL('http://127.0.0.1:3999').hostname) // true
 */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
